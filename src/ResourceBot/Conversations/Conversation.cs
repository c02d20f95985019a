using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations;

/// <summary>Understands what came in and answers it. Knows nothing of a reader but what her buttons and the open panel say.</summary>
public sealed class Conversation(Pages pages, OpenPanels panels, Speech speech) : IConversation
{
    public Task<Answer> AnswerAsync(Incoming incoming, CancellationToken cancellation) => incoming switch
    {
        ButtonPress press => AnswerPressAsync(press, cancellation),
        TypedText typed => AnswerTextAsync(typed, cancellation),
        OtherContent => AnswerOtherAsync(incoming, cancellation),
        _ => Task.FromResult(Answer.None),
    };

    private async Task<Answer> AnswerPressAsync(ButtonPress press, CancellationToken cancellation)
    {
        if (ScreenCode.Read(press.Code) is not { } target)
        {
            var (reader, _) = Standing(press);
            var home = await pages.DrawAsync(reader, new HomeView(), notice: null, cancellation);
            return new Answer(home, speech.Phrases(reader.Language).OldButton);
        }

        var phrases = speech.Phrases(target.Reader.Language);
        return target.View switch
        {
            ReportView => new Answer(Notice: phrases.ReportNotYet, Alert: true),
            TimesTableView => new Answer(await DrawAsync(target, cancellation), phrases.ComeBack),
            _ => new Answer(await DrawAsync(target, cancellation)),
        };
    }

    private async Task<Answer> AnswerTextAsync(TypedText typed, CancellationToken cancellation)
    {
        var (reader, standing) = Standing(typed);
        var phrases = speech.Phrases(reader.Language);
        if (TypedWords.IsQuickExit(typed.Text)) return await ShowAsync(new TimesTableView(TimesTableView.First), notice: null);
        if (typed.Text.StartsWith('/'))
        {
            var opened = Commands.Open(typed.Text);
            var answer = opened is null ? await ShowAsync(standing, phrases.UseButtons) : await ShowAsync(opened, notice: null);
            // After /start she may have cleared the chat on her side and no longer see the panel that we know of.
            return answer with { FreshPanel = typed.Text.StartsWith("/start", StringComparison.OrdinalIgnoreCase) };
        }

        if (TypedWords.LooksPersonal(typed.Text)) return await ShowAsync(standing, phrases.NoPersonalDetails);
        var words = PackedWords.Keep(typed.Text);
        return words.Length == 0
            ? await ShowAsync(standing, phrases.UseButtons)
            : await ShowAsync(new ResultsView(words, 0, 0), notice: null);

        async Task<Answer> ShowAsync(View view, string? notice) =>
            new(await pages.DrawAsync(reader, view, notice, cancellation));
    }

    private async Task<Answer> AnswerOtherAsync(Incoming incoming, CancellationToken cancellation)
    {
        var (reader, standing) = Standing(incoming);
        return new Answer(await pages.DrawAsync(reader, standing, speech.Phrases(reader.Language).TextOnly, cancellation));
    }

    private Task<Screen> DrawAsync((Reader Reader, View View) target, CancellationToken cancellation) =>
        pages.DrawAsync(target.Reader, target.View, notice: null, cancellation);

    // Where she stands: what her panel shows, or else the first page in the language that her app hints at.
    private (Reader Reader, View View) Standing(Incoming incoming) =>
        panels.Find(incoming.Chat) is { } open && ScreenCode.Read(open.Code) is { } known
            ? known
            : (new Reader(LanguageCodes.Guess(incoming.ClientLanguage) ?? Language.Dari, Place.Anywhere), new HomeView());
}
