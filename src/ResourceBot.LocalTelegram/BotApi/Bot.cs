using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ResourceBot.LocalTelegram.BotApi.Commands;
using ResourceBot.LocalTelegram.BotApi.Files;
using ResourceBot.LocalTelegram.BotApi.Pace;
using ResourceBot.LocalTelegram.BotApi.Updates;
using ResourceBot.LocalTelegram.BotApi.Webhooks;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>One bot: its token, its chats, its updates and what it told Telegram about itself.</summary>
internal sealed class Bot
{
    private readonly ConcurrentDictionary<long, Chat> _chats = new();
    private readonly Network _network;
    private readonly Lock _lock = new();
    private DateTimeOffset _webhookSetAt = DateTimeOffset.MinValue;

    public Bot(Network network, string? token)
    {
        _network = network;
        var options = network.Options;
        Queue = new UpdateQueue(options.Clock, network.Dice);
        Pace = new BotPace(options.Clock, options.Rates);
        UseLimits(network.Limits);
        if (token is not null) Claim(token);
    }

    public long Id { get; private set; }

    /// <summary>Null for a bot that people write to before it has called.</summary>
    public string? Token { get; private set; }

    /// <summary>The name that everybody sees who has none in her own language.</summary>
    public string Name => Names.Get("") is { Length: > 0 } name ? name : "Local bot";

    public string Username { get; private set; } = "local_bot";

    public UpdateQueue Queue { get; }

    public BotPace Pace { get; }

    /// <summary>Null while the bot polls.</summary>
    public Webhook? Webhook { get; private set; }

    public CommandLists Commands { get; } = new();

    public AboutTexts Names { get; } = new();

    public AboutTexts Descriptions { get; } = new();

    public AboutTexts ShortDescriptions { get; } = new();

    /// <summary>JSON of the button beside the text field in all chats, null where none is set.</summary>
    public string? MenuButton { get; set; }

    public Presses Presses { get; } = new();

    public FileShelf Files => _network.Files;

    public Network Network => _network;

    public bool KeepsContents => _network.Options.KeepContents;

    public IEnumerable<Chat> Chats => _chats.Values;

    /// <summary>Gives the bot its token; the digits before the colon are its id, as at Telegram.</summary>
    public void Claim(string token)
    {
        Id = long.Parse(token.AsSpan(0, token.IndexOf(':', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
        Username = string.Create(CultureInfo.InvariantCulture, $"local_{Id}_bot");
        Token = token;
    }

    public void UseLimits(bool on)
    {
        Pace.IsOn = on;
        Queue.Penalties = on;
    }

    /// <summary>Telegram allows one change of the webhook a second.</summary>
    public bool MaySetWebhookNow()
    {
        var now = _network.Clock.GetUtcNow();
        lock (_lock)
        {
            if (Pace.IsOn && now - _webhookSetAt < TimeSpan.FromSeconds(1)) return false;
            _webhookSetAt = now;
            return true;
        }
    }

    public void UseWebhook(Webhook webhook, bool dropPending)
    {
        lock (_lock)
        {
            Webhook?.Dispose();
            Webhook = webhook;
            Queue.UseWebhook(active: true, dropPending);
            Queue.Arrived = webhook.Pump;
        }
        webhook.Pump();
    }

    /// <returns>False when there was none.</returns>
    public bool RemoveWebhook(bool dropPending)
    {
        lock (_lock)
        {
            Queue.UseWebhook(active: false, dropPending);
            Queue.Arrived = null;
            if (Webhook is not { } webhook) return false;
            Webhook = null;
            webhook.Dispose();
            return true;
        }
    }

    /// <summary>A chat that the bot may write to: the person has started it, or the group took the bot in.</summary>
    public bool TryFindChat(long id, [NotNullWhen(true)] out Chat? chat)
    {
        if (_chats.TryGetValue(id, out chat)) return chat.Started;
        if (!_network.Crowd.TryFind(id, out var person) || !_network.Crowd.HasStartedEveryBot(id)) return false;
        chat = _chats.GetOrAdd(id, static (key, made) => new Chat(made.Bot, key, made.Person) { Started = true }, (Bot: this, Person: person));
        return true;
    }

    /// <summary>The chat of a person, made when she opens it.</summary>
    public Chat ChatWith(Person person) => _chats.GetOrAdd(
        person.Id, static (id, made) => new Chat(made.Bot, id, made.Person) { Started = made.Started },
        (Bot: this, Person: person, Started: _network.Crowd.HasStartedEveryBot(person.Id)));

    /// <summary>A group that has the bot as a member.</summary>
    /// <param name="id">Negative, as the ids of groups are.</param>
    public Chat AddGroup(long id, string title) =>
        _chats.GetOrAdd(id, static (key, made) => new Chat(made.Bot, key, null, made.Title) { Started = true }, (Bot: this, Title: title));
}
