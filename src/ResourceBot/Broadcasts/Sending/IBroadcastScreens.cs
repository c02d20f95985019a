using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>What stands in the messages that broadcasts put into chats.</summary>
public interface IBroadcastScreens
{
    /// <summary>What arrives at a reader: a neutral line, or the text itself.</summary>
    Screen Arrival(Broadcast broadcast, BellForm form, Language language, Place place);

    /// <summary>What is left in place of a message that was taken back.</summary>
    Screen TakenBack(Language language, Place place);

    /// <summary>Whether a panel with this code shows the text of a broadcast.</summary>
    bool Shows(string code, BroadcastId broadcast);

    /// <summary>For the writer: how far it is, or how it ended.</summary>
    Task<Screen> ProgressAsync(Broadcast broadcast, CancellationToken cancellation);
}
