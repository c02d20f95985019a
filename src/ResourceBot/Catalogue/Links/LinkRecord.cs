namespace ResourceBot.Catalogue.Links;

/// <summary>How a link has been doing. Wolf is cried late: a link counts as dead only when it failed again and again over days.</summary>
/// <param name="CheckedOn">The last day on which it was asked.</param>
/// <param name="AnsweredOn">The last day on which it answered.</param>
/// <param name="Failures">Failed rounds since then, at most one counted a day.</param>
/// <param name="FailingSince">The first of those days.</param>
/// <param name="Last">What came of the last round.</param>
public sealed record LinkRecord(Uri Link, DateOnly CheckedOn, DateOnly? AnsweredOn, int Failures, DateOnly? FailingSince, LinkAnswer Last)
{
    /// <summary>A page that is not there on so many days running is gone.</summary>
    public const int MissingDays = 3;

    /// <summary>A server may be down over a holiday; a fortnight it is not.</summary>
    public const int UnreachableDays = 14;

    /// <summary>Whether a person should look: the failing has lasted, so it is hardly a bad night.</summary>
    public bool IsDead => Last.Outcome switch
    {
        LinkOutcome.Missing or LinkOutcome.NotAsked => Failures >= MissingDays,
        LinkOutcome.Unreachable => Failures >= MissingDays && FailingSince <= CheckedOn.AddDays(1 - UnreachableDays),
        _ => false,
    };

    /// <param name="before">Null when it was never asked.</param>
    public static LinkRecord After(LinkRecord? before, Uri link, LinkAnswer answer, DateOnly today) => answer.Outcome switch
    {
        LinkOutcome.Answered => new LinkRecord(link, today, today, 0, null, answer),
        // It neither answered nor failed: what was known stays, only the day moves.
        LinkOutcome.Barred => new LinkRecord(link, today, before?.AnsweredOn, 0, null, answer),
        _ => new LinkRecord(
            link, today, before?.AnsweredOn,
            before is { FailingSince: not null } && before.CheckedOn == today ? before.Failures : (before?.Failures ?? 0) + 1,
            before?.FailingSince ?? today, answer),
    };
}
