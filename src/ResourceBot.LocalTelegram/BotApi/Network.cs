using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Files;
using ResourceBot.LocalTelegram.BotApi.Messages;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>Everything that Telegram's data centres would hold: the people, the bots, the files.</summary>
internal sealed class Network : IDisposable
{
    private readonly ConcurrentDictionary<string, Bot> _bots = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private Bot? _first;
    private bool _limits;

    public Network(LocalTelegramOptions options)
    {
        Options = options;
        _limits = options.Limits;
        Dice = new Dice(options.Seed);
        Crowd = new Crowd(options.People);
        Files = new FileShelf(Dice);
        foreach (var token in options.Tokens ?? []) Make(token);
    }

    public LocalTelegramOptions Options { get; }

    public Dice Dice { get; }

    public Crowd Crowd { get; }

    public FileShelf Files { get; }

    /// <summary>What pages and tests are told when something changes.</summary>
    public Happenings Happenings { get; } = new();

    /// <summary>Posts to webhooks; an answer may take 60 s.</summary>
    public HttpClient WebhookClient { get; } = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>Carries out a method that came in an answer to a webhook.</summary>
    public Func<Bot, string, Parameters, CancellationToken, Task> RunCall { get; set; } = (_, _, _, _) => Task.CompletedTask;

    public TimeProvider Clock => Options.Clock;

    public IEnumerable<Bot> Bots => _bots.Values;

    /// <summary>The bot that people write to when they do not say which: the first one, even before it has called.</summary>
    public Bot FirstBot
    {
        get
        {
            lock (_lock) return _first ??= new Bot(this, token: null);
        }
    }

    public bool Limits => _limits;

    /// <summary>Seconds since 1970.</summary>
    public long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    public bool TryFindBot(string token, [NotNullWhen(true)] out Bot? bot)
    {
        if (_bots.TryGetValue(token, out bot)) return true;
        if (Options.Tokens is not null) return false;
        bot = Make(token);
        return true;
    }

    /// <summary>Tells everybody who looks on about a new or changed message, and wakes those who wait for the chat.</summary>
    public void Tell(Chat chat, Message message, bool isNew)
    {
        if (isNew && message.FromBot && chat.Person is not null && Options.KeepContents)
        {
            var notification = new Notification(WordsOf(message), message.Silent, Clock.GetUtcNow());
            lock (chat.Gate)
            {
                chat.Signs.Add(notification);
                chat.Changed();
            }
            Happenings.Tell(new NotificationShown(chat, notification));
        }
        Happenings.Tell(new MessageShown(chat, message, isNew));
    }

    public void Dispose()
    {
        foreach (var bot in _bots.Values) bot.RemoveWebhook(dropPending: false);
        WebhookClient.Dispose();
    }

    public void SetLimits(bool on)
    {
        lock (_lock)
        {
            _limits = on;
            foreach (var bot in _bots.Values.Append(_first).OfType<Bot>()) bot.UseLimits(on);
        }
    }

    private string WordsOf(Message message) =>
        message.Text?.Text ?? (message.Attachment is DocumentAttachment document ? Files.Get(document.FileId).Name : "");

    private Bot Make(string token)
    {
        lock (_lock)
        {
            if (_bots.TryGetValue(token, out var known)) return known;
            Bot bot;
            if (_first is { Token: null })
            {
                bot = _first;
                bot.Claim(token);
            }
            else
            {
                bot = new Bot(this, token);
                _first ??= bot;
            }
            _bots[token] = bot;
            return bot;
        }
    }
}
