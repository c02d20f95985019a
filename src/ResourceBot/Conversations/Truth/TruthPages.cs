using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Links;
using ResourceBot.Catalogue.Suggestions;
using ResourceBot.Catalogue.Truth;
using ResourceBot.Chat;
using ResourceBot.Conversations.Admins;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Truth;

/// <summary>The queue of what waits to be compared with its source, worked through entry by entry.</summary>
internal sealed class TruthPages(
    ChecksDue due, TruthStore checks, ResourceStore resources, SuggestionStore suggestions, LinkStore links, LinkRound round,
    ILinkBell bell) : ITruthPages
{
    public const string Action = "truth";

    private const string LookAction = "look";
    private const string FindAction = "found";
    private const string SaysAction = "says";
    private const string AskLinkAction = "asklink";
    private const string AskAllAction = "askall";
    private const int PageSize = 8;
    private const int MostChecksShown = 3;

    public IReadOnlyList<TruthAction> Actions =>
    [
        TruthAction.ForStaff(Action, Right.CheckTruth, (call, visit, cancellation) => ListAsync(visit, call.Code.Page(0), null, cancellation), isCommand: true),
        TruthAction.ForStaff(LookAction, Right.CheckTruth, (call, visit, cancellation) => LookAsync(call, visit, null, cancellation)),
        TruthAction.ForStaff(FindAction, Right.CheckTruth, FoundAsync, takes: Takes.Text),
        TruthAction.ForStaff(SaysAction, Right.CheckTruth, SaysAsync),
        TruthAction.ForStaff(AskLinkAction, Right.CheckTruth, AskLinkAsync),
        TruthAction.ForStaff(AskAllAction, Right.CheckTruth, AskAllAsync),
    ];

    private async Task<Answer?> ListAsync(StaffVisit visit, int number, string? notice, CancellationToken cancellation)
    {
        var language = visit.Reader.Language;
        var phrases = visit.Speech.Of<TruthPhrases>(language);
        var waiting = await due.ListAsync(language, cancellation);
        number = Math.Clamp(number, 0, Math.Max(0, (waiting.Count - 1) / PageSize));
        var page = visit.Page(TruthPart.OwnPrefix, Action, number);
        page.Heading(phrases.Queue);
        page.Text(waiting.Count == 0 ? phrases.NothingWaits : Phrase.Fill(phrases.Waiting, ("count", Digits.Show(waiting.Count, language))));
        if (TruthWords.Round(round, page) is { } came) page.Text(came);
        foreach (var reasons in waiting.GroupBy(one => one.Reasons[0]).OrderBy(group => group.Key))
            page.Text($"{TruthWords.Mark(reasons.Key)} {TruthWords.Reason(reasons.Key, phrases)}: {Digits.Show(reasons.Count(), language)}");
        foreach (var one in waiting.Skip(number * PageSize).Take(PageSize))
            page.Row(page.To(ListLines.Cut($"{TruthWords.Mark(one.Reasons[0])} {one.Title}"), LookAction, one.Id.Value));

        var way = new List<Button>();
        if (number > 0) way.Add(page.To("‹ " + page.Phrases.Previous, Action, number - 1));
        if ((number + 1) * PageSize < waiting.Count) way.Add(page.To(page.Phrases.Next + " ›", Action, number + 1));
        page.Row(way);
        page.Row(page.To(phrases.AskAll, AskAllAction));
        page.StaffRow(back: null);
        return new Answer(page.ToScreen(notice));
    }

    private async Task<Answer?> LookAsync(TruthCall call, StaffVisit visit, string? notice, CancellationToken cancellation)
    {
        if (call.Code.Number(0) is not { } id) return null;
        return await resources.FindAsync(new ResourceId(id), cancellation) is { } entry
            ? await LookAsync(entry, visit, notice, cancellation)
            : await ListAsync(visit, 0, visit.Speech.Phrases(visit.Reader.Language).EntryGone, cancellation);
    }

    private async Task<Answer?> LookAsync(Resource entry, StaffVisit visit, string? notice, CancellationToken cancellation)
    {
        var language = visit.Reader.Language;
        var phrases = visit.Speech.Of<TruthPhrases>(language);
        var id = entry.Id.Value;
        var waiting = await due.ListAsync(language, cancellation);
        var page = visit.Page(TruthPart.OwnPrefix, LookAction, id);
        page.Heading(entry.TextFor(language).Title);
        page.Text(Direction.Isolate(entry.Provider));
        page.Gap();
        foreach (var reason in waiting.FirstOrDefault(one => one.Id == entry.Id)?.Reasons ?? [])
            page.Text($"{TruthWords.Mark(reason)} {TruthWords.Reason(reason, phrases)}");
        await WriteReportsAsync(page, entry.Id, cancellation);
        page.Gap();
        await WriteLinkAsync(page, phrases, entry, cancellation);
        await WriteChecksAsync(page, phrases, entry.Id, cancellation);
        page.Gap();
        page.Text(phrases.CompareAdvice);

        var open = new List<Button> { page.To(phrases.SeeCard, new CardView(entry.Slug, From: null)) };
        if (entry.Link is { } link) open.Insert(0, new LinkButton($"🔗 {page.Phrases.OpenPage}", link));
        page.Row(open);
        page.Row(page.To($"✅ {phrases.StillTrue}", FindAction, Finding.True.Code(), id), page.To($"✏️ {phrases.Changed}", FindAction, Finding.Changed.Code(), id));
        page.Row(page.To($"✖ {phrases.Closed}", FindAction, Finding.Closed.Code(), id));
        var more = new List<Button> { new CodeButton(page.Staff.EditEntry, PartCode.Write(StaffDoor.Prefix, page.Reader, EntryPages.EntryAction, id)) };
        if (entry.Link is not null) more.Insert(0, page.To(phrases.AskLink, AskLinkAction, id));
        page.Row(more);
        if (After(waiting, entry.Id) is { } next) page.Row(page.To($"{phrases.Skip} ›", LookAction, next.Id.Value));
        page.StaffRow(page.To("", Action, 0));
        return new Answer(page.ToScreen(notice));
    }

    private async Task WriteReportsAsync(StaffPage page, ResourceId id, CancellationToken cancellation)
    {
        var words = page.Of<SuggestionPhrases>();
        foreach (var (reason, count) in (await suggestions.ReportsAsync(id, cancellation)).OrderBy(report => report.Key))
            page.Text($"🗣 {ReportPages.Words(reason, words)}: {Digits.Show(count, page.Reader.Language)}");
    }

    private async Task WriteLinkAsync(StaffPage page, TruthPhrases phrases, Resource entry, CancellationToken cancellation)
    {
        if (entry.Link is not { } link)
        {
            page.Text(page.Phrases.NoWebsite);
            return;
        }

        page.Text($"{page.Phrases.Website}: {Direction.LeftToRight(link.IdnHost)}");
        if (await links.FindAsync(link, cancellation) is not { } record)
        {
            page.Text(page.Phrases.LinkNeverAnswered);
            return;
        }

        page.Text($"{phrases.LinkLast}: {TruthWords.Outcome(record.Last.Outcome, phrases)} {Direction.LeftToRight($"({record.Last.Reason})")}");
        if (record.AnsweredOn is { } answered)
            page.Text(Phrase.Fill(page.Phrases.LinkAnswered, ("date", DateText.Show(answered, page.Reader.Language))));
        if (record.FailingSince is { } since)
            page.Text(Phrase.Fill(phrases.FailingSince, ("date", DateText.Show(since, page.Reader.Language))));
    }

    private async Task WriteChecksAsync(StaffPage page, TruthPhrases phrases, ResourceId id, CancellationToken cancellation)
    {
        foreach (var check in await checks.ChecksAsync(id, MostChecksShown, cancellation))
        {
            page.Gap();
            page.Text(Phrase.Fill(
                phrases.CheckedBy, ("date", DateText.Show(check.On, page.Reader.Language)), ("alias", Direction.Isolate(check.Who)),
                ("finding", TruthWords.Finding(check.Finding, phrases))));
            page.Text(Direction.Isolate(TruthWords.Says(check.PageSays, phrases)));
        }
    }

    // What did the page say? A check without it would be a tick in a box.
    private async Task<Answer?> FoundAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        if (Findings.FromCode(call.Code.Text(0)) is not { } finding || call.Code.Number(1) is not { } id) return null;
        if (call.Typed is { } typed && SuggestedWords.Clean(typed, PageSays.MaxLength).TrimStart('=') is { Length: > 0 } words)
            return await RecordAsync(visit, new ResourceId(id), finding, words, cancellation);

        if (await resources.FindAsync(new ResourceId(id), cancellation) is not { } entry) return null;
        var phrases = visit.Speech.Of<TruthPhrases>(visit.Reader.Language);
        var page = visit.Page(TruthPart.OwnPrefix, FindAction, finding.Code(), id);
        page.Heading(entry.TextFor(visit.Reader.Language).Title);
        page.Text($"{TruthWords.Finding(finding, phrases)}");
        page.Gap();
        page.Text(phrases.WhatDoesItSay);
        page.Say(phrases.WhatDoesItSayExample);
        foreach (var (number, code) in PageSays.For(finding).Index())
            page.Row(page.To(TruthWords.Says(code, phrases), SaysAction, finding.Code(), id, number));
        page.StaffRow(page.To("", LookAction, id));
        return new Answer(page.ToScreen(call.Typed is null ? null : page.Staff.DoesNotFit));
    }

    private async Task<Answer?> SaysAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation) =>
        Findings.FromCode(call.Code.Text(0)) is { } finding && call.Code.Number(1) is { } id && call.Code.Number(2) is { } number
        && number < PageSays.For(finding).Count
            ? await RecordAsync(visit, new ResourceId(id), finding, PageSays.For(finding)[(int)number], cancellation)
            : null;

    private async Task<Answer?> RecordAsync(
        StaffVisit visit, ResourceId id, Finding finding, string words, CancellationToken cancellation)
    {
        var phrases = visit.Speech.Of<TruthPhrases>(visit.Reader.Language);
        var before = await due.ListAsync(visit.Reader.Language, cancellation);
        if (!await checks.RecordAsync(id, visit.Member, finding, words, cancellation))
            return await ListAsync(visit, 0, visit.Speech.Phrases(visit.Reader.Language).EntryGone, cancellation);
        var notice = finding == Finding.Changed ? phrases.RecordedChanged : phrases.Recorded;
        if (finding != Finding.Changed && After(before, id) is { } next && await resources.FindAsync(next.Id, cancellation) is { } entry)
            return await LookAsync(entry, visit, notice, cancellation);
        return await ListAsync(visit, 0, Direction.Examples(notice, visit.Reader.Language), cancellation);
    }

    private async Task<Answer?> AskLinkAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        if (call.Code.Number(0) is not { } id || await resources.FindAsync(new ResourceId(id), cancellation) is not { Link: { } link } entry) return null;
        var record = await round.AskAsync(link, cancellation);
        var phrases = visit.Speech.Of<TruthPhrases>(visit.Reader.Language);
        return await LookAsync(entry, visit, TruthWords.Outcome(record.Last.Outcome, phrases), cancellation);
    }

    private async Task<Answer?> AskAllAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        bell.Ring();
        return await ListAsync(visit, 0, visit.Speech.Of<TruthPhrases>(visit.Reader.Language).AskAllBegun, cancellation);
    }

    private static TruthCase? After(IReadOnlyList<TruthCase> waiting, ResourceId id)
    {
        var others = waiting.Where(one => one.Id != id).ToList();
        var place = waiting.TakeWhile(one => one.Id != id).Count();
        return others.Count == 0 ? null : others[place < others.Count ? place : 0];
    }
}
