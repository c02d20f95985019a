using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Chat;
using ResourceBot.Conversations.Bells;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>Writing a broadcast, step by step; every step is saved, so it survives a restart and a borrowed phone.</summary>
public sealed class BroadcastWriting(
    BroadcastStore broadcasts, BroadcastDecisions decisions, AudienceStore audience, ResourceStore resources, IResourceSearch search, IPost post,
    IBroadcastScreens screens, BroadcastWatching watching, Speech speech, TimeProvider clock)
{
    private const int MostFound = 8;

    private readonly DraftPages _pages = new(audience, resources, speech, clock);

    /// <summary>How it starts: from an entry or from nothing.</summary>
    public async Task<Answer?> BeginAsync(StaffVisit visit, PartCode code, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(visit.Reader.Language);
        switch (code.Action)
        {
            case BroadcastPart.New:
                var page = visit.Page(BroadcastPart.Code, BroadcastPart.New);
                page.Heading(phrases.New);
                page.Row(page.To($"📚 {phrases.FromEntry}", BroadcastPart.Entry));
                page.Row(page.To($"✏️ {phrases.FreeText}", BroadcastPart.Free));
                page.StaffRow(page.To("", BroadcastPart.List, 0));
                return new Answer(page.ToScreen());
            case BroadcastPart.Entry:
                return new Answer(EntryPrompt(visit, phrases, []));
            case BroadcastPart.Free:
                var free = await broadcasts.AddAsync(
                    visit.Member, visit.Reader.Language, null, new AudienceRule(LanguageCodes.All, TopicSet.All, Place.Anywhere), cancellation);
                return await watching.ShowAsync(visit, free, notice: null, cancellation);
            case BroadcastPart.FromEntry when code.Number(0) is { } number
                && await resources.FindAsync(new ResourceId(number), cancellation) is { } resource:
                return await BeginFromAsync(visit, resource, cancellation);
            default:
                return null;
        }
    }

    /// <summary>What was typed while one of these pages was open.</summary>
    public async Task<Answer?> TypedAsync(StaffVisit visit, PartCode at, string typed, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(visit.Reader.Language);
        switch (at.Action)
        {
            case BroadcastPart.Entry:
                var found = await FindAsync(visit, typed, cancellation);
                return new Answer(EntryPrompt(visit, phrases, found, found.Count == 0 ? phrases.NoEntry : null));
            case BroadcastPart.Text when at.Number(0) is { } id && LanguageOf(at) is { } language:
                return await SaveTextAsync(visit, new BroadcastId(id), language, typed, cancellation);
            default:
                return null;
        }
    }

    public async Task<Answer?> AnswerAsync(
        StaffVisit visit, ButtonPress press, PartCode code, BroadcastId id, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(visit.Reader.Language);
        if (await broadcasts.FindAsync(id, cancellation) is not { } broadcast) return null;
        var page = visit.Page(BroadcastPart.Code, code.Action, [.. code.Parts]);
        if (code.Action == BroadcastPart.Preview && LanguageOf(code) is { } previewed)
        {
            _pages.DrawPreview(page, broadcast, previewed);
            return new Answer(page.ToScreen());
        }

        // Reading is for all of them, changing for its writer: the second person must not have written it.
        if (broadcast.Writer != visit.Member.Id) return new Answer(Notice: phrases.OnlyWriter);
        if (!broadcast.CanBeEdited) return await watching.ShowAsync(visit, id, notice: null, cancellation);
        switch (code.Action)
        {
            case BroadcastPart.Text when LanguageOf(code) is { } language:
                DraftPages.DrawText(page, phrases, broadcast, language, speech.Phrases(language).LanguageName);
                return new Answer(page.ToScreen());
            case BroadcastPart.ClearText when LanguageOf(code) is { } language:
                return await EditAsync(visit, id, before => before with { Texts = Without(before.Texts, language) }, cancellation);
            case BroadcastPart.SetMissing when code.Text(1) is [BroadcastPart.MissingFallback or BroadcastPart.MissingSkip] rule:
                var missing = rule[0] == BroadcastPart.MissingSkip ? MissingText.Skip : MissingText.Fallback;
                // Choosing again what is chosen must not void a request.
                if (broadcast.Missing == missing) return await watching.ShowAsync(visit, id, notice: null, cancellation);
                return await EditAsync(visit, id, before => before with { Missing = missing }, cancellation);
            case BroadcastPart.Audience:
                await _pages.DrawAudienceAsync(page, broadcast, cancellation);
                return new Answer(page.ToScreen());
            case BroadcastPart.ToggleLanguage or BroadcastPart.ToggleTopic or BroadcastPart.SetPlace:
                var chosen = Changed(broadcast.Audience, code);
                if (chosen.Languages.Count == 0 || chosen.Topics.IsEmpty)
                {
                    var audiencePage = visit.Page(BroadcastPart.Code, BroadcastPart.Audience, id.Value);
                    await _pages.DrawAudienceAsync(audiencePage, broadcast, cancellation);
                    return new Answer(audiencePage.ToScreen(phrases.PickOne));
                }

                return await EditAudienceAsync(visit, id, code, cancellation);
            case BroadcastPart.When:
                _pages.DrawDays(page, broadcast);
                return new Answer(page.ToScreen());
            case BroadcastPart.Hours when code.Number(1) is { } day && SendTimes.IsNear(day, clock.GetUtcNow()):
                var offered = DateOnly.FromDayNumber((int)day);
                if (!SendTimes.Hours(offered, clock.GetUtcNow()).Any()) return Passed(visit, broadcast);
                _pages.DrawHours(page, broadcast, offered);
                return new Answer(page.ToScreen());
            case BroadcastPart.SetTime when code.Number(1) is 0:
                return await EditAsync(visit, id, before => before with { SendAt = null }, cancellation);
            case BroadcastPart.SetTime when code.Number(1) is { } hour && SendTimes.IsNear(hour / 24, clock.GetUtcNow()):
                if (SendTimes.MomentOf(hour) <= clock.GetUtcNow()) return Passed(visit, broadcast);
                return await EditAsync(visit, id, before => before with { SendAt = SendTimes.MomentOf(hour) }, cancellation);
            case BroadcastPart.Test when LanguageOf(code) is { } language:
                return NewsPage.IsFor(broadcast, language)
                    ? await TestAsync(visit, press.Chat, broadcast, language, cancellation)
                    : new Answer(Notice: phrases.NothingForHer);
            case BroadcastPart.Test:
                _pages.DrawTest(page, broadcast);
                return new Answer(page.ToScreen());
            case BroadcastPart.Ask:
                return await decisions.AskAsync(id, visit.Member, cancellation) switch
                {
                    AskOutcome.NoText => await watching.ShowAsync(visit, id, phrases.NoText, cancellation),
                    AskOutcome.NobodyMeant => await watching.ShowAsync(visit, id, phrases.NobodyMeant, cancellation),
                    AskOutcome.TimePassed => Passed(visit, broadcast),
                    _ => await watching.ShowAsync(visit, id, notice: null, cancellation),
                };
            case BroadcastPart.Discard:
                page.Text(visit.Phrases.DiscardSure);
                page.Row(page.To(visit.Phrases.Discard, BroadcastPart.DiscardSure, id.Value), page.To(visit.Phrases.Cancel, BroadcastPart.Show, id.Value));
                return new Answer(page.ToScreen());
            case BroadcastPart.DiscardSure:
                await broadcasts.DiscardAsync(id, cancellation);
                return await watching.ListAsync(visit, 0, visit.Phrases.Discarded, cancellation);
            default:
                return null;
        }
    }

    private async Task<Answer?> BeginFromAsync(StaffVisit visit, Resource resource, CancellationToken cancellation)
    {
        var place = resource.Audience switch
        {
            { Inside: Known.No } => Place.Outside,
            { Outside: Known.No } => Place.Inside,
            _ => Place.Anywhere,
        };
        var id = await broadcasts.AddAsync(
            visit.Member, visit.Reader.Language, resource.Slug, new AudienceRule(LanguageCodes.All, TopicSet.Of(resource.Topics), place), cancellation);
        await broadcasts.EditAsync(id, before => before with
        {
            Texts = resource.Texts.ToDictionary(text => text.Key, text => Cut($"{text.Value.Title}\n{text.Value.Summary}")),
        }, cancellation);
        return await watching.ShowAsync(visit, id, notice: null, cancellation);
    }

    private async Task<Answer?> SaveTextAsync(StaffVisit visit, BroadcastId id, Language language, string typed, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(visit.Reader.Language);
        if (await broadcasts.FindAsync(id, cancellation) is not { CanBeEdited: true } broadcast || broadcast.Writer != visit.Member.Id)
            return await watching.ShowAsync(visit, id, phrases.OnlyWriter, cancellation);
        var text = TextWarnings.Clean(typed);
        if (text is null || text.Length > Broadcast.MaxTextLength)
        {
            var page = visit.Page(BroadcastPart.Code, BroadcastPart.Text, id.Value, language.Letter());
            DraftPages.DrawText(page, phrases, broadcast, language, speech.Phrases(language).LanguageName);
            return new Answer(page.ToScreen(text is null ? phrases.NoText : Phrase.Fill(
                visit.Phrases.TooLong, ("count", Digits.Show(text.Length, visit.Reader.Language)),
                ("most", Digits.Show(Broadcast.MaxTextLength, visit.Reader.Language)))));
        }

        return await EditAsync(visit, id, before => before with { Texts = new Dictionary<Language, string>(before.Texts) { [language] = text } }, cancellation);
    }

    private async Task<Answer?> EditAudienceAsync(StaffVisit visit, BroadcastId id, PartCode code, CancellationToken cancellation)
    {
        // Decided again on what stands there by then: of two presses at once the second must not take the last one out.
        var after = await broadcasts.EditAsync(
            id, before => Changed(before.Audience, code) is { Languages.Count: > 0, Topics.IsEmpty: false } audience ? before with { Audience = audience } : before,
            cancellation);
        if (after is null) return await watching.ShowAsync(visit, id, notice: null, cancellation);
        var page = visit.Page(BroadcastPart.Code, BroadcastPart.Audience, id.Value);
        await _pages.DrawAudienceAsync(page, after, cancellation);
        return new Answer(page.ToScreen());
    }

    private static AudienceRule Changed(AudienceRule before, PartCode code) => code.Action switch
    {
        BroadcastPart.ToggleLanguage when LanguageOf(code) is { } language => before with
        {
            Languages = [.. LanguageCodes.All.Where(one => before.Languages.Contains(one) != (one == language))],
        },
        BroadcastPart.ToggleTopic when code.Number(1) is { } number && Enum.IsDefined((Topic)number) =>
            before with { Topics = before.Topics.Toggle((Topic)number) },
        BroadcastPart.SetPlace when code.Text(1) is [var letter] && Places.FromLetter(letter) is { } place => before with { Place = place },
        _ => before,
    };

    private async Task<Answer?> EditAsync(
        StaffVisit visit, BroadcastId id, Func<Broadcast, Broadcast> change, CancellationToken cancellation)
    {
        await broadcasts.EditAsync(id, change, cancellation);
        return await watching.ShowAsync(visit, id, notice: null, cancellation);
    }

    private Answer Passed(StaffVisit visit, Broadcast broadcast)
    {
        var page = visit.Page(BroadcastPart.Code, BroadcastPart.When, broadcast.Id.Value);
        _pages.DrawDays(page, broadcast);
        return new Answer(page.ToScreen(speech.Of<BroadcastPhrases>(visit.Reader.Language).TimePassed));
    }

    // Both ways in which it can arrive, as a reader of that language gets them.
    private async Task<Answer> TestAsync(
        StaffVisit visit, ChatId chat, Broadcast broadcast, Language language, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(visit.Reader.Language);
        foreach (var form in Enum.GetValues<BellForm>())
        {
            await post.TurnAsync(chat, cancellation);
            var screen = screens.Arrival(broadcast, form, language, visit.Reader.Place);
            // Its bell leads to nothing yet; for her it leads to the preview.
            if (form == BellForm.Bell) screen = screen with { Rows = [[PreviewButton(visit, broadcast, language)]] };
            if (await post.SendAsync(chat, screen, cancellation) is not Posted) return new Answer(Notice: phrases.TestFailed, Alert: true);
        }

        return new Answer(Notice: phrases.TestSent);
    }

    private CodeButton PreviewButton(StaffVisit visit, Broadcast broadcast, Language language) => new(
        speech.Of<BellPhrases>(language).Open,
        PartCode.Write(BroadcastPart.Code, visit.Reader, BroadcastPart.Preview, broadcast.Id.Value, language.Letter()));

    private async Task<IReadOnlyList<(ResourceId Id, ResourceLine Line)>> FindAsync(StaffVisit visit, string typed, CancellationToken cancellation)
    {
        if (Slug.TryParse(typed.Trim().ToLowerInvariant()) is { } slug && await resources.FindAsync(slug, cancellation) is { } exact)
            return await resources.LinesAsync([exact.Id], visit.Reader.Language, cancellation);
        var answer = await search.AskAsync(new SearchQuestion(typed, visit.Reader.Language, Place.Anywhere), cancellation);
        return await resources.LinesAsync([.. answer.Hits.Take(MostFound).Select(hit => hit.Id)], visit.Reader.Language, cancellation);
    }

    private static Screen EntryPrompt(
        StaffVisit visit, BroadcastPhrases phrases, IReadOnlyList<(ResourceId Id, ResourceLine Line)> found, string? notice = null)
    {
        var page = visit.Page(BroadcastPart.Code, BroadcastPart.Entry);
        page.Heading(phrases.FromEntry);
        page.Text(phrases.EntryPrompt);
        foreach (var (id, line) in found) page.Row(page.To(ListLines.Label(line, page.Phrases), BroadcastPart.FromEntry, id.Value));
        page.StaffRow(page.To("", BroadcastPart.New));
        return page.ToScreen(notice);
    }

    private static Language? LanguageOf(PartCode code) => code.Text(1) is [var letter] ? LanguageCodes.FromLetter(letter) : null;

    private static Dictionary<Language, string> Without(IReadOnlyDictionary<Language, string> texts, Language language) =>
        texts.Where(text => text.Key != language).ToDictionary(text => text.Key, text => text.Value);

    private static string Cut(string text) => text.Length <= Broadcast.MaxTextLength ? text : text[..Broadcast.MaxTextLength];
}
