using ResourceBot.LocalTelegram.BotApi.Pace;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram;

/// <summary>How a local Telegram behaves.</summary>
public sealed record LocalTelegramOptions
{
    /// <summary>Where to listen; port 0 takes a free one, see <see cref="LocalTelegramServer.Address"/>.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Allows an address that other machines can reach. Nothing here asks for a password.</summary>
    public bool BeyondLoopback { get; init; }

    /// <summary>Decides everything that has to do with time: 48 hours, the life of updates, pace, long polls.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Tokens that are accepted, each a bot of its own. Null accepts any token of the form <c>digits:letters</c> and makes
    /// a bot for it on first use.
    /// </summary>
    public IReadOnlyList<string>? Tokens { get; init; }

    /// <summary>Whether Telegram's limits on pace and on repeated polls hold.</summary>
    public bool Limits { get; init; } = true;

    public RateLimits Rates { get; init; } = new();

    public IReadOnlyList<Profile> People { get; init; } = DemoPeople.All;

    /// <summary>
    /// False keeps counts only: no texts, no bodies in the ledger. Message ids stay known, so that edits and deletions of a
    /// million messages work, but age and "not modified" are not checked.
    /// </summary>
    public bool KeepContents { get; init; } = true;

    /// <summary>Calls remembered in the ledger; older ones are only counted.</summary>
    public int LedgerCapacity { get; init; } = 10_000;

    /// <summary>How long a button press may be answered.</summary>
    public TimeSpan PressLife { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>Where ids and probabilities come from; a fixed seed makes a run repeatable.</summary>
    public int? Seed { get; init; }
}
