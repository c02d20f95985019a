using ResourceBot.LocalTelegram.BotApi;
using ResourceBot.LocalTelegram.BotApi.Messages;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram.Faults;

/// <summary>Updates that a bot is not prepared for.</summary>
public sealed class UpdateFaults
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private readonly Network _network;

    internal UpdateFaults(Network network) => _network = network;

    /// <summary>An update of a kind that no library knows yet.</summary>
    public void SendUnknownKind() => _network.FirstBot.Queue.Add("something_new", 0, Life, static writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", "1");
        writer.WriteEndObject();
    }, always: true);

    /// <summary>
    /// A message whose <c>forward_origin</c> is of a type that no library knows yet. Some libraries refuse the whole batch for it,
    /// again and again, until the update expires.
    /// </summary>
    /// <exception cref="CannotDoThatException">There is nobody with this id.</exception>
    public void SendUnknownSubtype(long personId)
    {
        if (!_network.Crowd.TryFind(personId, out var person)) throw new CannotDoThatException($"There is nobody with the id {personId}.");
        var chat = _network.FirstBot.ChatWith(person);
        var now = _network.Now;
        var message = chat.Add(id => new Message { Id = id, FromBot = false, Date = now, Text = FormattedText.Plain("forwarded") });
        chat.Bot.Queue.Add("message", chat.Id, Life, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("message_id", message.Id);
            writer.WritePropertyName("from");
            MessageJson.WriteUser(writer, person);
            writer.WritePropertyName("chat");
            MessageJson.WriteChat(writer, chat);
            writer.WriteNumber("date", now);
            writer.WriteStartObject("forward_origin");
            writer.WriteString("type", "something_new");
            writer.WriteNumber("date", now);
            writer.WriteEndObject();
            writer.WriteString("text", "forwarded");
            writer.WriteEndObject();
        }, always: true);
        _network.Tell(chat, message, isNew: true);
    }

    /// <summary>Delivers the last thousand updates again that the bot has already confirmed.</summary>
    /// <returns>How many come again.</returns>
    public int Redeliver() => _network.FirstBot.Queue.Redeliver();
}
