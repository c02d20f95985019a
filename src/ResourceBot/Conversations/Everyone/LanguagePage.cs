using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Everyone;

/// <summary>Each language named in itself; the guessed one stands first.</summary>
public sealed class LanguagePage(Speech speech) : IPage<LanguageView>
{
    public Task<bool> DrawAsync(Page page, LanguageView view, CancellationToken cancellation)
    {
        var languages = LanguageCodes.All.OrderBy(language => language != page.Reader.Language).ToList();
        foreach (var language in languages)
        {
            // Each line in its own direction, whatever the first language is.
            var mark = language.IsRightToLeft() ? Direction.RightToLeftMark : Direction.LeftToRightMark;
            page.Line(mark + Markup.Escape(speech.Phrases(language).ChooseLanguage));
        }

        foreach (var language in languages)
            page.Row(Page.To(speech.Phrases(language).LanguageName, page.Reader with { Language = language }, new HomeView()));
        return Task.FromResult(true);
    }
}
