using System.Text.Json;
using Telegram.Bot.Requests;

namespace ResourceBot.Host.Telegram;

/// <summary>
/// getUpdates (Bot API, "Getting updates") that leaves each update as it came, so that one which cannot be read does not
/// spoil the other ninety-nine.
/// </summary>
internal sealed class RawUpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>One more than the last update that lies in the inbox; confirms it and all before.</summary>
    public long? Offset { get; init; }

    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Seconds that Telegram holds the call while there is nothing; it cuts more than 50 down to 50.</summary>
    public int Timeout { get; init; }

    public IReadOnlyList<string> AllowedUpdates { get; init; } = UpdateReading.Kinds;
}
