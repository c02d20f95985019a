using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Chat;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>Writing a broadcast, step by step; every step is saved, so it survives a restart and a borrowed phone.</summary>
public sealed class BroadcastWriting(
    BroadcastStore broadcasts, BroadcastDecisions decisions, AudienceStore audience, ResourceStore resources, IResourceSearch search, IPost post,
    IBroadcastScreens screens, BroadcastWatching watching, Speech speech, TimeProvider clock)
{
    private const int MostFound = 8;

    // A time further ahead was not offered, so the button is forged or very old.
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(31);

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
            case BroadcastPart.ToggleMissing:
                return await EditAsync(visit, id, before => before with
                {
                    Missing = before.Missing == MissingText.Skip ? MissingText.Fallback : MissingText.Skip,
                }, cancellation);
            case BroadcastPart.Audience:
                await _pages.DrawAudienceAsync(page, broadcast, cancellation);
                return new Answer(page.ToScreen());
            case BroadcastPart.ToggleLanguage or BroadcastPart.ToggleTopic or BroadcastPart.SetPlace:
                return await EditAudienceAsync(visit, id, code, cancellation);
            case BroadcastPart.When:
                _pages.DrawDays(page, broadcast);
                return new Answer(page.ToScreen());
            case BroadcastPart.Hours when code.Number(1) is { } day && IsNear(day * 24):
                _pages.DrawHours(page, broadcast, DateOnly.FromDayNumber((int)day));
                return new Answer(page.ToScreen());
            case BroadcastPart.SetTime when code.Number(1) is { } hour && (hour == 0 || IsNear(hour)):
                return await EditAsync(visit, id, before => before with { SendAt = hour == 0 ? null : MomentOf(hour) }, cancellation);
            case BroadcastPart.Test:
                return await TestAsync(visit, press.Chat, broadcast, cancellation);
            case BroadcastPart.Ask:
                if (!await decisions.AskAsync(id, visit.Member, cancellation)) return new Answer(Notice: phrases.NoText);
                return await watching.ShowAsync(visit, id, notice: null, cancellation);
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
            return new Answer(page.ToScreen(text is null ? visit.Phrases.DoesNotFit : Phrase.Fill(
                visit.Phrases.TooLong, ("count", Digits.Show(text.Length, visit.Reader.Language)),
                ("most", Digits.Show(Broadcast.MaxTextLength, visit.Reader.Language)))));
        }

        return await EditAsync(visit, id, before => before with { Texts = new Dictionary<Language, string>(before.Texts) { [language] = text } }, cancellation);
    }

    private async Task<Answer?> EditAudienceAsync(StaffVisit visit, BroadcastId id, PartCode code, CancellationToken cancellation)
    {
        var after = await broadcasts.EditAsync(id, before => before with { Audience = Changed(before.Audience, code) }, cancellation);
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

    // Both ways in which it can arrive, in the language that she reads.
    private async Task<Answer> TestAsync(StaffVisit visit, ChatId chat, Broadcast broadcast, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(visit.Reader.Language);
        foreach (var form in Enum.GetValues<BellForm>())
        {
            await post.TurnAsync(chat, cancellation);
            var screen = screens.Arrival(broadcast, form, visit.Reader.Language, visit.Reader.Place);
            // Its bell leads to nothing yet; for her it leads to the preview.
            if (form == BellForm.Bell) screen = screen with { Rows = [[PreviewButton(visit, broadcast)]] };
            if (await post.SendAsync(chat, screen, cancellation) is not Posted) return new Answer(Notice: phrases.TestFailed, Alert: true);
        }

        return new Answer(Notice: phrases.TestSent);
    }

    private CodeButton PreviewButton(StaffVisit visit, Broadcast broadcast) => new(
        speech.Of<BellPhrases>(visit.Reader.Language).Open,
        PartCode.Write(BroadcastPart.Code, visit.Reader, BroadcastPart.Preview, broadcast.Id.Value, visit.Reader.Language.Letter()));

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

    /// <param name="hour">Day number times 24 and the hour, in Kabul.</param>
    private static DateTimeOffset MomentOf(long hour) => new(
        DateOnly.FromDayNumber((int)(hour / 24)).ToDateTime(new TimeOnly((int)(hour % 24), 0)), KabulTime.Offset);

    private bool IsNear(long hour)
    {
        var today = KabulTime.Today(clock).DayNumber;
        return hour / 24 >= today && hour / 24 <= today + FurthestAhead.TotalDays;
    }

    private static string Cut(string text) => text.Length <= Broadcast.MaxTextLength ? text : text[..Broadcast.MaxTextLength];
}
