namespace ResourceBot.Languages;

/// <summary>The queue of what waits to be checked; the sentences stand in <c>Texts/truth.*.json</c>.</summary>
public sealed record TruthPhrases
{
    public required string CommandTruth { get; init; }
    public required string Queue { get; init; }
    public required string NothingWaits { get; init; }
    public required string Waiting { get; init; }
    public required string WhyScam { get; init; }
    public required string WhyReported { get; init; }
    public required string WhyChanged { get; init; }
    public required string WhyLinkDead { get; init; }
    public required string WhyPassed { get; init; }
    public required string WhyNeverCompared { get; init; }
    public required string WhyStale { get; init; }
    public required string CompareAdvice { get; init; }
    public required string SeeCard { get; init; }
    public required string StillTrue { get; init; }
    public required string Changed { get; init; }
    public required string Closed { get; init; }
    public required string Skip { get; init; }
    public required string WhatDoesItSay { get; init; }
    public required string WhatDoesItSayExample { get; init; }
    public required string SaysSame { get; init; }
    public required string SaysOver { get; init; }
    public required string SaysGone { get; init; }
    public required string Recorded { get; init; }
    public required string RecordedChanged { get; init; }
    public required string CheckedBy { get; init; }
    public required string AskLink { get; init; }
    public required string AskAll { get; init; }
    public required string AskAllBegun { get; init; }
    public required string RoundRuns { get; init; }
    public required string RoundDone { get; init; }
    public required string RoundLost { get; init; }
    public required string RoundFailed { get; init; }
    public required string LinkLast { get; init; }
    public required string LinkAnswered { get; init; }
    public required string LinkBarred { get; init; }
    public required string LinkMissing { get; init; }
    public required string LinkUnreachable { get; init; }
    public required string LinkNotAsked { get; init; }
    public required string FailingSince { get; init; }
}
