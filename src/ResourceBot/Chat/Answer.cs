namespace ResourceBot.Chat;

/// <summary>What the bot does about one <see cref="Incoming"/>; carried out by the gateway.</summary>
/// <param name="Screen">What the panel shows from now on; null leaves it as it is.</param>
/// <param name="Notice">A short pop-up over the chat after a press, at most 200 characters; leaves no message behind.</param>
/// <param name="Alert">The pop-up waits until she closes it.</param>
/// <param name="FreshPanel">Send a new panel and remove the old one, because she may no longer see the old one (she typed /start).</param>
/// <param name="Clears">
/// She clears her chat: when it is not known which panel she sees (after a restart), what we sent lately is taken away.
/// </param>
/// <param name="Files">Go out after the screen, below the panel.</param>
public sealed record Answer(Screen? Screen = null, string? Notice = null, bool Alert = false, bool FreshPanel = false, bool Clears = false, IReadOnlyList<OutgoingFile>? Files = null)
{
    /// <summary>Nothing to do; a typed message is still removed and a pressed button still stops spinning.</summary>
    public static Answer None { get; } = new();
}
