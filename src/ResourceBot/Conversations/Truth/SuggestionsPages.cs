using ResourceBot.Catalogue.Suggestions;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Truth;

/// <summary>What readers suggested, one after the other, for staff.</summary>
internal sealed class SuggestionsPages(SuggestionStore suggestions) : ITruthPages
{
    public const string Action = "suggestions";

    private const string DoneAction = "seen";

    public IReadOnlyList<TruthAction> Actions =>
    [
        TruthAction.ForStaff(Action, Right.CheckTruth, (call, visit, cancellation) => DrawAsync(visit, call.Code.Page(0), cancellation), isCommand: true),
        TruthAction.ForStaff(DoneAction, Right.CheckTruth, DoneAsync),
    ];

    private async Task<Answer?> DrawAsync(StaffVisit visit, int number, CancellationToken cancellation)
    {
        var all = await suggestions.ListAsync(cancellation);
        number = Math.Clamp(number, 0, Math.Max(0, all.Count - 1));
        var language = visit.Reader.Language;
        var phrases = visit.Speech.Of<SuggestionPhrases>(language);
        var page = visit.Page(TruthPart.OwnPrefix, Action, number);
        page.Heading(phrases.Suggestions);
        if (all.Count == 0)
        {
            page.Text(phrases.NoSuggestions);
            page.StaffRow(back: null);
            return new Answer(page.ToScreen());
        }

        var suggestion = all[number];
        page.Text(Phrase.Fill(
            phrases.SuggestionOf, ("number", Digits.Show(number + 1, language)), ("total", Digits.Show(all.Count, language)),
            ("date", DateText.Show(suggestion.ReceivedOn, language))));
        page.Gap();
        // As code, so that no app makes a link of it that a thumb opens by mistake.
        page.Line($"<code>{Markup.Escape(Direction.Isolate(suggestion.Words))}</code>");
        page.Gap();
        page.Say(phrases.SuggestionAdvice);
        page.Row(page.To(phrases.Seen, DoneAction, suggestion.Id, number));
        var way = new List<Button>();
        if (number > 0) way.Add(page.To("‹ " + page.Phrases.Previous, Action, number - 1));
        if (number + 1 < all.Count) way.Add(page.To(page.Phrases.Next + " ›", Action, number + 1));
        page.Row(way);
        page.StaffRow(back: null);
        return new Answer(page.ToScreen());
    }

    private async Task<Answer?> DoneAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        if (call.Code.Number(0) is not { } id) return null;
        await suggestions.RemoveAsync(id, cancellation);
        return await DrawAsync(visit, call.Code.Page(1), cancellation);
    }
}
