using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Links;
using ResourceBot.Catalogue.Search;
using ResourceBot.Chat;
using ResourceBot.Figures;
using ResourceBot.Languages;

namespace ResourceBot.Conversations;

/// <summary>Understands what came in and answers it. Knows nothing of a reader but what her buttons and the open panel say.</summary>
public sealed class Conversation(
    Pages pages, OpenPanels panels, Speech speech, IResourceSearch search, ICatalogueCopy catalogue, WeeklyCounts counts, IEnumerable<IConversationPart> parts)
    : IConversation
{
    private readonly IReadOnlyDictionary<char, IConversationPart> _parts = parts.ToDictionary(part => part.Prefix);

    public Task<Answer> AnswerAsync(Incoming incoming, CancellationToken cancellation)
    {
        var openCode = panels.Find(incoming.Chat)?.Code;
        return incoming switch
        {
            ButtonPress press => AnswerPressAsync(press, openCode, cancellation),
            TypedText typed => AnswerTextAsync(typed, openCode, cancellation),
            SentFile or OtherContent => AnswerOtherAsync(incoming, openCode, cancellation),
            _ => AnswerDoorAsync(incoming, cancellation),
        };
    }

    public async Task<Answer> ConfirmAsync(Incoming incoming, CancellationToken cancellation)
    {
        if (incoming is DoorMoved) return Answer.None;
        var openCode = panels.Find(incoming.Chat)?.Code;
        var reader = await ReaderOfAsync(incoming, openCode, cancellation);
        return new Answer(await pages.DrawAsync(reader, ViewOf(openCode), speech.Phrases(reader.Language).DoneBefore, cancellation));
    }

    public async Task<Answer> ApologiseAsync(Incoming incoming, CancellationToken cancellation)
    {
        var reader = await ReaderInTroubleAsync(incoming, cancellation);
        var sorry = speech.Phrases(reader.Language).SomethingWrong;
        return incoming switch
        {
            ButtonPress => new Answer(Notice: sorry),
            TypedText or SentFile or OtherContent => new Answer(await pages.DrawAsync(reader, new HomeView(), sorry, cancellation)),
            _ => Answer.None,
        };
    }

    private async Task<Answer> AnswerPressAsync(ButtonPress press, string? openCode, CancellationToken cancellation)
    {
        if (ScreenCode.Read(press.Code) is { } target)
        {
            Count(target.View, asked: false);
            await TellLanguageAsync(press.Chat, target.Reader.Language, openCode, cancellation);
            var notice = target.View is TimesTableView ? speech.Phrases(target.Reader.Language).ComeBack : null;
            return new Answer(await DrawAsync(target, cancellation), notice);
        }

        if (ScreenCode.ReadHeader(press.Code) is { } named && _parts.TryGetValue(press.Code[0], out var part)
            && await part.AnswerAsync(new Moment(press, named, openCode), cancellation) is { } answer)
        {
            return answer;
        }

        // From another version, or forged; both get the same.
        var reader = await ReaderOfAsync(press, openCode, cancellation);
        var home = await pages.DrawAsync(reader, new HomeView(), notice: null, cancellation);
        return new Answer(home, speech.Phrases(reader.Language).OldButton);
    }

    private async Task<Answer> AnswerTextAsync(TypedText typed, string? openCode, CancellationToken cancellation)
    {
        var reader = await ReaderOfAsync(typed, openCode, cancellation);
        var phrases = speech.Phrases(reader.Language);
        if (TypedWords.IsQuickExit(typed.Text)) return await ShowAsync(new TimesTableView(TimesTableView.First), notice: null);
        if (Commands.WordsToFind(typed.Text) is { Length: > 0 } asked) return await FindAsync(asked);
        if (Commands.LinksToCheck(typed.Text) is { } toCheck && await CheckAsync(toCheck) is { } check) return check;
        if (typed.Text.StartsWith('/')) return await AnswerCommandAsync(typed, reader, openCode, cancellation);
        if (await AskOpenPartAsync(typed, reader, openCode, cancellation) is { } answer)
        {
            // A pop-up needs a press: what answers typed text stands on the panel.
            if (answer is { Screen: null, Notice: { } word }) return await ShowAsync(ViewOf(openCode), word);
            if (answer != Answer.None) return answer;
        }

        if (await CheckAsync(typed.Text) is { } pasted) return pasted;
        // A help line is never kept from her because she also wrote a number.
        if (TypedWords.LooksPersonal(typed.Text) && !search.SpeaksOfDanger(typed.Text)) return await ShowAsync(ViewOf(openCode), phrases.NoPersonalDetails);
        return await FindAsync(typed.Text);

        async Task<Answer?> CheckAsync(string text) =>
            await FindLinkAsync($"{typed.HiddenLinks}\n{text}", cancellation) is { } view ? await ShowAsync(view, notice: null) : null;

        async Task<Answer> FindAsync(string text)
        {
            var words = PackedWords.Keep(await search.EssenceAsync(text, cancellation));
            return words.Length == 0
                ? await ShowAsync(ViewOf(openCode), phrases.UseButtons)
                : await ShowAsync(new ResultsView(words, 0, 0), notice: null);
        }

        async Task<Answer> ShowAsync(View view, string? notice)
        {
            if (notice is null) Count(view, asked: true);
            return new Answer(await pages.DrawAsync(reader, view, notice, cancellation), Clears: view is TimesTableView);
        }
    }

    // Beside a real link a false one looks true: the answer is about the one to be careful with.
    private async Task<CheckView?> FindLinkAsync(string text, CancellationToken cancellation)
    {
        var links = PastedLink.FindAll(text);
        if (links.Count == 0) return null;
        var worst = links[0];
        if (links.Count > 1)
        {
            var hosts = new KnownHosts(await catalogue.EntriesAsync(cancellation));
            worst = links.OrderBy(link => hosts.Find(link.Host, link.Path).Count > 0).ThenByDescending(link => int.PopCount((int)link.Signs)).First();
        }

        return new CheckView(worst.Host, worst.Signs, worst.Path);
    }

    private async Task<Answer> AnswerCommandAsync(TypedText typed, Reader reader, string? openCode, CancellationToken cancellation)
    {
        if (Commands.Open(typed.Text) is { } view)
        {
            Count(view, asked: true);
            var screen = await pages.DrawAsync(reader, view, notice: null, cancellation);
            // After /start she may have cleared the chat on her side and no longer see the panel that we know of.
            return new Answer(screen, FreshPanel: typed.Text.StartsWith("/start", StringComparison.OrdinalIgnoreCase), Clears: view is TimesTableView);
        }

        var moment = new Moment(typed, reader, openCode);
        foreach (var part in _parts.Values)
        {
            if (await part.AnswerAsync(moment, cancellation) is { } answer) return answer;
        }

        return new Answer(await pages.DrawAsync(reader, ViewOf(openCode), speech.Phrases(reader.Language).UseButtons, cancellation));
    }

    private async Task<Answer> AnswerOtherAsync(Incoming incoming, string? openCode, CancellationToken cancellation)
    {
        var reader = await ReaderOfAsync(incoming, openCode, cancellation);
        if (await AskOpenPartAsync(incoming, reader, openCode, cancellation) is { } answer) return answer;
        foreach (var part in incoming is SentFile ? _parts.Values : [])
        {
            if (await part.AnswerAsync(new Moment(incoming, reader, openCode), cancellation) is { } taken) return taken;
        }

        // A poster of a scholarship that goes round, with its link below, is what she most needs to ask about.
        var caption = incoming is SentFile sent ? sent.Caption : ((OtherContent)incoming).Caption;
        if (await FindLinkAsync(caption, cancellation) is { } view) return new Answer(await pages.DrawAsync(reader, view, notice: null, cancellation));
        return new Answer(await pages.DrawAsync(reader, ViewOf(openCode), speech.Phrases(reader.Language).TextOnly, cancellation));
    }

    // Whoever keeps something about a person wants to know that she closed the door.
    private async Task<Answer> AnswerDoorAsync(Incoming incoming, CancellationToken cancellation)
    {
        foreach (var part in _parts.Values) await part.AnswerAsync(new Moment(incoming, Guess(incoming), null), cancellation);
        return Answer.None;
    }

    private async Task<Answer?> AskOpenPartAsync(Incoming incoming, Reader reader, string? openCode, CancellationToken cancellation) =>
        openCode is { Length: > 0 } && _parts.TryGetValue(openCode[0], out var part)
            ? await part.AnswerAsync(new Moment(incoming, reader, openCode), cancellation)
            : null;

    // After a restart we do not know in which language she read before, so the parts are told in any case.
    private async Task TellLanguageAsync(ChatId chat, Language language, string? openCode, CancellationToken cancellation)
    {
        if (openCode is not null && ScreenCode.ReadHeader(openCode)?.Language == language) return;
        foreach (var part in _parts.Values) await part.ReadsInAsync(chat, language, cancellation);
    }

    private Task<Screen> DrawAsync((Reader Reader, View View) target, CancellationToken cancellation) =>
        pages.DrawAsync(target.Reader, target.View, notice: null, cancellation);

    /// <param name="asked">She typed it; the pages of the same results that she presses through afterwards are no new question.</param>
    private void Count(View view, bool asked)
    {
        if (view is CardView or FoundCardView) counts.Add(Counted.Opened);
        else if (view is ResultsView && asked) counts.Add(Counted.Question);
    }

    // Who reads: what her panel says; after a restart what she chose and had us keep; or else a first guess.
    private async Task<Reader> ReaderOfAsync(Incoming incoming, string? openCode, CancellationToken cancellation)
    {
        if (openCode is not null && ScreenCode.ReadHeader(openCode) is { } known) return known;
        foreach (var part in _parts.Values)
        {
            if (await part.LanguageOfAsync(incoming.Chat, cancellation) is { } language) return new Reader(language, Place.Anywhere);
        }

        return Guess(incoming);
    }

    // What went wrong may be the very thing that is asked here.
    private async Task<Reader> ReaderInTroubleAsync(Incoming incoming, CancellationToken cancellation)
    {
        try
        {
            return await ReaderOfAsync(incoming, panels.Find(incoming.Chat)?.Code, cancellation);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return Guess(incoming);
        }
    }

    // From the language of her app.
    private static Reader Guess(Incoming incoming) => new(LanguageCodes.Guess(incoming.ClientLanguage) ?? Language.Dari, Place.Anywhere);

    private static View ViewOf(string? openCode) =>
        openCode is not null && ScreenCode.Read(openCode) is { } known ? known.View : new HomeView();
}
