using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Suggestions;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Truth;

/// <summary>A reader says that something is wrong with an entry: one press for the reason, and nothing about her.</summary>
internal sealed class ReportPages(
    ResourceStore resources, SuggestionStore suggestions, DailyCaps caps, Pages pages, Speech speech) : ITruthPages
{
    private const string AskAction = "report";
    private const string TellAction = "tell";

    public IReadOnlyList<TruthAction> Actions => [TruthAction.ForAll(AskAction, AskAsync), TruthAction.ForAll(TellAction, TellAsync)];

    /// <summary>The button under a card.</summary>
    public static CodeButton Button(Page page, Slug slug) =>
        new(page.Phrases.Report, PartCode.Write(TruthPart.OwnPrefix, page.Reader, AskAction, slug));

    private async Task<Answer?> AskAsync(TruthCall call, CancellationToken cancellation)
    {
        if (Slug.TryParse(call.Code.Text(0)) is not { } slug || await resources.FindAsync(slug, cancellation) is not { } entry) return null;
        var phrases = speech.Of<SuggestionPhrases>(call.Reader.Language);
        var page = new Page(speech, call.Reader, PartCode.Write(TruthPart.OwnPrefix, call.Reader, AskAction, slug));
        page.Heading(entry.TextFor(call.Reader.Language).Title);
        page.Text(phrases.ReportPrompt);
        page.Gap();
        page.Text(phrases.ReportKept);
        foreach (var reason in ReportReasons.All)
        {
            page.Row(new CodeButton(
                Words(reason, phrases), PartCode.Write(TruthPart.OwnPrefix, call.Reader, TellAction, reason.Code()[0], slug)));
        }

        page.WayRow(new CardView(slug, From: null));
        return new Answer(page.ToScreen());
    }

    private async Task<Answer?> TellAsync(TruthCall call, CancellationToken cancellation)
    {
        if (Slug.TryParse(call.Code.Text(1)) is not { } slug || Reason(call.Code.Text(0)) is not { } reason) return null;
        var phrases = speech.Of<SuggestionPhrases>(call.Reader.Language);
        var notice = phrases.EnoughForToday;
        if (caps.Take(call.Chat, Capped.Report))
        {
            if (!await suggestions.ReportAsync(slug, reason, cancellation)) return null;
            notice = phrases.ReportThanks;
        }

        return new Answer(await pages.DrawAsync(call.Reader, new CardView(slug, From: null), notice, cancellation));
    }

    public static string Words(ReportReason reason, SuggestionPhrases phrases) => reason switch
    {
        ReportReason.Link => phrases.ReasonLink,
        ReportReason.Facts => phrases.ReasonFacts,
        ReportReason.Money => phrases.ReasonMoney,
        ReportReason.Danger => phrases.ReasonDanger,
        _ => phrases.ReasonOther,
    };

    // A slug leaves room for one letter.
    private static ReportReason? Reason(string letter) =>
        ReportReasons.All.Select(reason => (ReportReason?)reason).FirstOrDefault(reason => letter.Length == 1 && reason!.Value.Code()[0] == letter[0]);
}
