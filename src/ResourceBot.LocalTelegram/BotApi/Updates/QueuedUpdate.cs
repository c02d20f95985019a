namespace ResourceBot.LocalTelegram.BotApi.Updates;

/// <summary>An update that waits for the bot.</summary>
/// <param name="Kind">Its field in the Bot API, such as <c>message</c>.</param>
/// <param name="Lane">
/// Webhooks deliver one at a time within a lane. Messages and presses of one person are different lanes, as at Telegram, so
/// they can arrive at the same time.
/// </param>
/// <param name="Json">The whole Update object, UTF-8.</param>
internal sealed record QueuedUpdate(int Id, string Kind, long Lane, DateTimeOffset Expires, byte[] Json)
{
    /// <summary>The webhook has it and has not answered yet.</summary>
    public bool IsUnderWay { get; set; }
}
