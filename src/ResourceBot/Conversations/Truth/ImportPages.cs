using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Chat;
using ResourceBot.Conversations.Admins;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Truth;

/// <summary>A file comes in: a dry run first, then one press by a second person, all or nothing.</summary>
internal sealed class ImportPages(Imports imports, ISentFiles files, SecondFactorPages factor, LinkNeighbours neighbours) : ITruthPages
{
    public const string Action = "import";
    public const string PlanAction = "plan";
    private const string ApplyAction = "apply";
    private const string AwayAction = "away";

    // So much of the hash stands in the button; the approval holds the whole.
    private const int HashLetters = 16;

    // Three at their longest fill a message.
    private const int PageSize = 3;
    private const int MostNames = 10;

    public IReadOnlyList<TruthAction> Actions =>
    [
        TruthAction.ForStaff(Action, Right.MoveEntries, ReceiveAsync, isCommand: true, Takes.Files),
        TruthAction.ForStaff(PlanAction, Right.MoveEntries, PlanAsync, takes: Takes.Files),
        TruthAction.ForStaff(ApplyAction, Right.MoveEntries, ApplyAsync),
        TruthAction.ForStaff(AwayAction, Right.MoveEntries, PutAwayAsync),
    ];

    private async Task<Answer?> ReceiveAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        if (call.File is not { } sent) return await DrawAsync(visit, notice: null, cancellation);
        var phrases = visit.Speech.Of<ExchangePhrases>(visit.Reader.Language);
        if (sent.Size > ImportFile.MaxBytes) return await DrawAsync(visit, phrases.RefusedTooBig, cancellation);
        if (await files.FetchAsync(sent.FileId, ImportFile.MaxBytes, cancellation) is not { } content)
            return await DrawAsync(visit, sent.Size is null ? phrases.RefusedTooBig : phrases.Gone, cancellation);
        var file = ImportFile.Read(content);
        if (file.Refusal is { } refusal) return await DrawAsync(visit, ImportReport.Words(refusal, phrases), cancellation);

        var plan = await imports.TryAsync(file, cancellation);
        if (plan.CanApply)
        {
            var id = await imports.KeepAsync(visit.Member, content, plan, cancellation);
            var all = plan.Entries.Count > PageSize ? new[] { ImportReport.File(plan, phrases, visit.Reader.Language) } : null;
            return await ShowAsync(visit, id, 0, readHash: "", notice: null, cancellation) is { } shown ? shown with { Files = all } : null;
        }

        var page = visit.Page(TruthPart.OwnPrefix, Action);
        WriteCounts(page, plan);
        page.StaffRow(page.To("", Action));
        return new Answer(page.ToScreen(), Files: ImportReport.ProblemFile(plan, phrases, visit.Reader.Language));
    }

    private async Task<Answer?> DrawAsync(StaffVisit visit, string? notice, CancellationToken cancellation)
    {
        var page = visit.Page(TruthPart.OwnPrefix, Action);
        var phrases = page.Of<ExchangePhrases>();
        page.Heading(phrases.Import);
        page.Say(phrases.ImportPrompt);
        page.Say(phrases.ImportLimits);
        foreach (var waiting in await imports.ListAsync(cancellation))
        {
            // What nobody has asked for yet concerns only who sent it.
            if (!waiting.IsAsked && waiting.Sender != visit.Member.Id) continue;
            page.Row(page.To(
                Phrase.Fill(phrases.WaitingFile, ("alias", waiting.By), ("date", DateText.Brief(waiting.SentOn, page.Reader.Language))),
                PlanAction, waiting.Id));
        }

        page.StaffRow(back: null);
        return new Answer(page.ToScreen(notice is null ? null : Direction.Examples(notice, page.Reader.Language)));
    }

    private async Task<Answer?> PlanAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        if (call.File is not null) return await ReceiveAsync(call, visit, cancellation);
        return call.Code.Number(0) is { } id ? await ShowAsync(visit, id, call.Code.Page(1), call.Code.Text(2), notice: null, cancellation) : null;
    }

    /// <param name="readHash">The first letters of the hash of the page before this one; empty on the first.</param>
    private async Task<Answer?> ShowAsync(
        StaffVisit visit, long id, int number, string readHash, string? notice, CancellationToken cancellation)
    {
        var phrases = visit.Speech.Of<ExchangePhrases>(visit.Reader.Language);
        if (await imports.ReadAsync(id, cancellation) is not { } read) return await DrawAsync(visit, phrases.Gone, cancellation);
        var hash = read.Plan.Hash[..HashLetters];
        // What she leafs through must be one and the same; else she begins again.
        if (readHash.Length > 0 && readHash != hash) (number, notice) = (0, phrases.Changed);
        number = ListLines.Within(number, read.Plan.Entries.Count, PageSize);
        var page = visit.Page(TruthPart.OwnPrefix, PlanAction, id, number, hash);
        WriteCounts(page, read.Plan);
        WriteMoved(page, read);
        if (read.Plan.Problems.Count == 0) await WriteEntriesAsync(page, read, number, cancellation);
        Buttons(page, visit, read);
        return new Answer(page.ToScreen(notice));
    }

    private static void WriteCounts(StaffPage page, ImportPlan plan)
    {
        var phrases = page.Of<ExchangePhrases>();
        page.Heading(phrases.DryRun);
        foreach (var count in ImportReport.Counts(plan, phrases, page.Reader.Language)) page.Text(count);
        page.Gap();
        if (plan.Problems.Count > 0)
        {
            ImportReport.WriteProblems(page, plan);
            page.Gap();
            page.Text(phrases.NothingDone);
        }
        else if (!plan.CanApply)
        {
            page.Text(phrases.NothingToDo);
        }
    }

    private static void WriteMoved(StaffPage page, ReadImport read)
    {
        if (read.Moved.Count == 0) return;
        var names = read.Moved.Take(MostNames).Select(Direction.LeftToRight);
        page.Text("⚠️ " + Phrase.Fill(
            page.Of<ExchangePhrases>().ChangedSince, ("list", string.Join(page.Comma, names) + (read.Moved.Count > MostNames ? " …" : ""))));
        page.Gap();
    }

    // What is not as it was read comes first.
    private async Task WriteEntriesAsync(StaffPage page, ReadImport read, int number, CancellationToken cancellation)
    {
        var moved = read.Moved.ToHashSet(StringComparer.Ordinal);
        var shown = read.Plan.Entries.Index().OrderBy(one => !moved.Contains(one.Item.After.Slug.Value)).Skip(number * PageSize).Take(PageSize).ToList();
        var imitations = await neighbours.FindImitationsAsync(shown.SelectMany(one => ReviewWarnings.Hosts(one.Item.After)), cancellation);
        foreach (var (_, entry) in shown) ImportLines.WriteShort(page, entry, moved.Contains(entry.After.Slug.Value), imitations);
        foreach (var (place, entry) in shown)
            page.Row(page.To(ListLines.Cut("🔎 " + ImportLines.Name(entry)), ImportEntryPages.EntryAction, read.File.Id, place, number, 0));
        var pages = (read.Plan.Entries.Count + PageSize - 1) / PageSize;
        if (pages < 2) return;
        page.Text(Phrase.Fill(
            page.Phrases.Page, ("page", Digits.Show(number + 1, page.Reader.Language)), ("pages", Digits.Show(pages, page.Reader.Language))));
        var hash = read.Plan.Hash[..HashLetters];
        var row = new List<Button>();
        if (number > 0) row.Add(page.To("‹ " + page.Phrases.Previous, PlanAction, read.File.Id, number - 1, hash));
        if (number + 1 < pages) row.Add(page.To(page.Phrases.Next + " ›", PlanAction, read.File.Id, number + 1, hash));
        page.Row(row);
    }

    private static void Buttons(StaffPage page, StaffVisit visit, ReadImport read)
    {
        var phrases = page.Of<ExchangePhrases>();
        var isOwn = read.File.Sender == visit.Member.Id;
        // A request is for what was read then; only its sender can ask anew.
        if (read.Plan.CanApply && !isOwn && read.File.IsAsked && read.File.AskedHash != read.Plan.Hash) page.Text(phrases.AskAgain);
        else if (read.Plan.CanApply)
        {
            page.Row(page.To(
                isOwn && !visit.Rules.Solo ? phrases.AskSecond : $"✅ {phrases.Apply}", ApplyAction, read.File.Id, read.Plan.Hash[..HashLetters]));
        }

        page.Row(page.To(phrases.PutAway, AwayAction, read.File.Id));
        page.StaffRow(page.To("", Action));
    }

    private async Task<Answer?> ApplyAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        if (call.Code.Number(0) is not { } id) return null;
        var again = PartCode.Write(TruthPart.OwnPrefix, visit.Reader, ApplyAction, id, call.Code.Text(1));
        if (await factor.AskAsync(visit, again, cancellation) is { } ask) return ask;
        var phrases = visit.Speech.Of<ExchangePhrases>(visit.Reader.Language);
        var outcome = await imports.ApplyAsync(id, visit.Member, call.Code.Text(1), cancellation);
        return outcome switch
        {
            ImportOutcome.NotAllowed => null,
            ImportOutcome.Changed => await ShowAsync(visit, id, 0, readHash: "", phrases.Changed, cancellation),
            _ => await DrawAsync(visit, Words(outcome, phrases), cancellation),
        };
    }

    private async Task<Answer?> PutAwayAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        if (call.Code.Number(0) is not { } id) return null;
        await imports.PutAwayAsync(id, cancellation);
        return await DrawAsync(visit, visit.Speech.Of<ExchangePhrases>(visit.Reader.Language).PutAwayDone, cancellation);
    }

    private static string Words(ImportOutcome outcome, ExchangePhrases phrases) => outcome switch
    {
        ImportOutcome.Applied => phrases.Applied,
        ImportOutcome.Asked => phrases.Asked,
        ImportOutcome.Own => phrases.Own,
        ImportOutcome.NotOpen => phrases.NotOpen,
        _ => phrases.Gone,
    };
}
