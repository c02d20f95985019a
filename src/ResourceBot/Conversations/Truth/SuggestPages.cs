using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Suggestions;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Truth;

/// <summary>Anybody suggests a resource, in her own words. Nobody learns who, and no link in it is ever opened by the bot.</summary>
internal sealed class SuggestPages(SuggestionStore suggestions, DailyCaps caps, Pages pages, Speech speech) : ITruthPages
{
    public const string Action = "suggest";

    public IReadOnlyList<TruthAction> Actions => [TruthAction.ForAll(Action, AnswerAsync, isCommand: true, Takes.Text)];

    private async Task<Answer?> AnswerAsync(TruthCall call, CancellationToken cancellation)
    {
        var phrases = speech.Of<SuggestionPhrases>(call.Reader.Language);
        if (call.Typed is not { } typed) return Draw(call, phrases, notice: null);
        if (TypedWords.LooksPersonal(WithoutLinks(typed)))
            return Draw(call, phrases, phrases.SuggestNoNumbers);
        var words = SuggestedWords.Clean(typed, SuggestionStore.MaxLength);
        if (words.Length == 0) return Draw(call, phrases, speech.Phrases(call.Reader.Language).UseButtons);
        if (!caps.Take(call.Chat, Capped.Suggestion)) return await HomeAsync(phrases.EnoughForToday);
        await suggestions.AddAsync(words, cancellation);
        return await HomeAsync(phrases.SuggestThanks);

        async Task<Answer?> HomeAsync(string notice) => new(await pages.DrawAsync(call.Reader, new HomeView(), notice, cancellation));
    }

    private Answer Draw(TruthCall call, SuggestionPhrases phrases, string? notice)
    {
        var page = new Page(speech, call.Reader, PartCode.Write(TruthPart.OwnPrefix, call.Reader, Action));
        page.Heading(phrases.Suggest);
        page.Text(phrases.SuggestPrompt);
        page.Gap();
        page.Text(Phrase.Fill(phrases.SuggestKept, ("days", Digits.Show(SuggestionStore.LifeInDays, call.Reader.Language))));
        page.WayRow(new HomeView());
        return new Answer(page.ToScreen(notice));
    }

    // The digits and the @ of an address are nobody's telephone.
    private static string WithoutLinks(string text) => string.Join(' ', text.Split([' ', '\n', '\t']).Where(word => WebAddress.Read(word) is null));
}
