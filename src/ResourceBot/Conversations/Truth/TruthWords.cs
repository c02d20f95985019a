using ResourceBot.Catalogue.Links;
using ResourceBot.Catalogue.Truth;
using ResourceBot.Conversations.Admins;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Truth;

/// <summary>The staff's words for what the queue calls by name.</summary>
internal static class TruthWords
{
    public static string Mark(TruthReason reason) => reason switch
    {
        TruthReason.Scam => "🚩",
        TruthReason.Reported => "🗣",
        TruthReason.Changed => "✏️",
        TruthReason.LinkDead => "⛓",
        TruthReason.Passed => "📅",
        TruthReason.NeverCompared => "○",
        _ => "⌛",
    };

    public static string Reason(TruthReason reason, TruthPhrases phrases) => reason switch
    {
        TruthReason.Scam => phrases.WhyScam,
        TruthReason.Reported => phrases.WhyReported,
        TruthReason.Changed => phrases.WhyChanged,
        TruthReason.LinkDead => phrases.WhyLinkDead,
        TruthReason.Passed => phrases.WhyPassed,
        TruthReason.NeverCompared => phrases.WhyNeverCompared,
        _ => phrases.WhyStale,
    };

    public static string Finding(Finding finding, TruthPhrases phrases) => finding switch
    {
        Catalogue.Truth.Finding.True => phrases.StillTrue,
        Catalogue.Truth.Finding.Changed => phrases.Changed,
        _ => phrases.Closed,
    };

    /// <summary>A ready answer in the reader's words, or what somebody typed.</summary>
    public static string Says(string pageSays, TruthPhrases phrases) => pageSays switch
    {
        PageSays.Same => phrases.SaysSame,
        PageSays.Over => phrases.SaysOver,
        PageSays.Gone => phrases.SaysGone,
        _ => pageSays,
    };

    /// <summary>What came of the last round of all links; null when there was none since the start.</summary>
    public static string? Round(LinkRound round, StaffPage page)
    {
        var (phrases, language) = (page.Of<TruthPhrases>(), page.Reader.Language);
        if (round.IsRunning) return $"🔄 {phrases.RoundRuns}";
        if (round.Last is not { } last) return null;
        var time = ("time", DraftView.Moment(last.EndedAt, page));
        return last.Report switch
        {
            null => $"⚠️ {Phrase.Fill(phrases.RoundFailed, time)}",
            { Kept: false } => $"⚠️ {Phrase.Fill(phrases.RoundLost, time)}",
            { } report => "🔗 " + Phrase.Fill(
                phrases.RoundDone, ("answered", Digits.Show(report.Answered + report.Barred, language)), ("count", Digits.Show(report.Asked, language)), time),
        };
    }

    public static string Outcome(LinkOutcome outcome, TruthPhrases phrases) => outcome switch
    {
        LinkOutcome.Answered => phrases.LinkAnswered,
        LinkOutcome.Barred => phrases.LinkBarred,
        LinkOutcome.Missing => phrases.LinkMissing,
        LinkOutcome.Unreachable => phrases.LinkUnreachable,
        _ => phrases.LinkNotAsked,
    };
}
