using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Broadcasts;

/// <summary>The number of a broadcast.</summary>
public readonly record struct BroadcastId(long Value);

/// <summary>Where a broadcast stands on its way.</summary>
public enum BroadcastState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for the second person.</summary>
    Asked,

    /// <summary>Waits for its time.</summary>
    Approved,

    /// <summary>The audience is frozen and messages go out.</summary>
    Sending,

    Paused,

    /// <summary>Everybody's row is final.</summary>
    Finished,

    /// <summary>Ended before everybody had it.</summary>
    Cancelled,
}

/// <summary>What those get in whose language there is no text.</summary>
public enum MissingText
{
    /// <summary>Another language, with a line that says so.</summary>
    Fallback,

    /// <summary>Nothing: they are left out of the audience.</summary>
    Skip,
}

/// <summary>Why sending is paused.</summary>
public enum PauseReason
{
    Staff,

    /// <summary>Too many of the last calls failed.</summary>
    Errors,
}

/// <summary>Whom a broadcast is for.</summary>
/// <param name="Place">Anywhere means everybody; those who chose no place hear what is for either.</param>
public sealed record AudienceRule(IReadOnlyList<Language> Languages, TopicSet Topics, Place Place);

/// <summary>How far it is. The parts never add up to more than <paramref name="Recipients"/>.</summary>
/// <param name="Gone">Turned the bell off before their turn.</param>
public sealed record BroadcastCounts(long Recipients, long Sent, long Opened, long Refused, long Unknown, long Gone)
{
    /// <summary>Whose turn has not come, or on its way.</summary>
    public long Left => Recipients - Sent - Refused - Unknown - Gone;
}

/// <summary>A message to everybody who asked for such messages.</summary>
public sealed record Broadcast
{
    public required BroadcastId Id { get; init; }

    public required BroadcastState State { get; init; }

    public required StaffId Writer { get; init; }

    /// <summary>In which the writer reads the progress.</summary>
    public required Language WriterLanguage { get; init; }

    /// <summary>The entry that it is about; null for free text.</summary>
    public required Slug? Entry { get; init; }

    public required MissingText Missing { get; init; }

    public required AudienceRule Audience { get; init; }

    /// <summary>Null: as soon as it is approved.</summary>
    public required DateTimeOffset? SendAt { get; init; }

    /// <summary>Counts the edits.</summary>
    public required int Revision { get; init; }

    /// <summary>Plain text; at most <see cref="MaxTextLength"/> characters each.</summary>
    public required IReadOnlyDictionary<Language, string> Texts { get; init; }

    public required BroadcastCounts Counts { get; init; }

    public required PauseReason? PausedBecause { get; init; }

    public required DateTimeOffset? FrozenAt { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }

    public required bool IsWithdrawn { get; init; }

    /// <summary>Its rows are counts only; nothing can be taken back from a chat any more.</summary>
    public required bool IsReduced { get; init; }

    /// <summary>The writer has not had the last report yet.</summary>
    public required bool IsReportDue { get; init; }

    /// <summary>The message in the writer's chat that shows how far it is.</summary>
    public required MessageId? Progress { get; init; }

    /// <summary>Short enough for a phone with a weak connection, and for a panel with buttons.</summary>
    public const int MaxTextLength = 1000;

    public bool CanBeEdited => State is BroadcastState.Draft or BroadcastState.Asked;

    /// <summary>Whether what it says may be read by whoever taps its bell.</summary>
    public bool IsOut => FrozenAt is not null && !IsWithdrawn;

    /// <summary>The languages that it goes out in.</summary>
    public IReadOnlyList<Language> AudienceLanguages =>
        Missing == MissingText.Skip ? [.. Audience.Languages.Where(Texts.ContainsKey)] : Audience.Languages;

    /// <summary>The text for a reader, and the language that it is in; null when there is none at all.</summary>
    public (Language Language, string Text)? TextFor(Language reader)
    {
        foreach (var language in (Language[])[reader, Language.Dari, Language.English, Language.Pashto])
        {
            if (Texts.TryGetValue(language, out var text)) return (language, text);
        }

        return null;
    }
}
