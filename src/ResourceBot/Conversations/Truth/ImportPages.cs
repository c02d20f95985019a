using ResourceBot.Catalogue.Exchange;
using ResourceBot.Chat;
using ResourceBot.Conversations.Admins;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Truth;

/// <summary>A file comes in: a dry run first, then one press by a second person, all or nothing.</summary>
internal sealed class ImportPages(Imports imports, ISentFiles files, SecondFactorPages factor) : ITruthPages
{
    public const string Action = "import";
    private const string PlanAction = "plan";
    private const string ApplyAction = "apply";
    private const string AwayAction = "away";

    // So much of the hash stands in the button; the approval holds the whole.
    private const int HashLetters = 16;

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
        if (plan.CanApply) return Show(visit, await imports.KeepAsync(visit.Member, content, cancellation), plan, isOwn: true, notice: null);
        var page = visit.Page(TruthPart.OwnPrefix, Action);
        ImportReport.Write(page, plan);
        page.StaffRow(page.To("", Action));
        return new Answer(page.ToScreen(), Files: ImportReport.File(plan));
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
        return call.Code.Number(0) is { } id ? await ShowAsync(visit, id, notice: null, cancellation) : null;
    }

    private async Task<Answer?> ShowAsync(StaffVisit visit, long id, string? notice, CancellationToken cancellation)
    {
        var waiting = (await imports.ListAsync(cancellation)).FirstOrDefault(one => one.Id == id);
        if (waiting is null || await imports.PlanAsync(id, cancellation) is not { } plan)
            return await DrawAsync(visit, visit.Speech.Of<ExchangePhrases>(visit.Reader.Language).Gone, cancellation);
        return Show(visit, id, plan, waiting.Sender == visit.Member.Id, notice);
    }

    private static Answer Show(StaffVisit visit, long id, ImportPlan plan, bool isOwn, string? notice)
    {
        var page = visit.Page(TruthPart.OwnPrefix, PlanAction, id);
        var phrases = page.Of<ExchangePhrases>();
        ImportReport.Write(page, plan);
        if (plan.CanApply)
        {
            page.Row(page.To(
                isOwn && !visit.Rules.Solo ? phrases.AskSecond : $"✅ {phrases.Apply}", ApplyAction, id, plan.Hash[..HashLetters]));
        }

        page.Row(page.To(phrases.PutAway, AwayAction, id));
        page.StaffRow(page.To("", Action));
        return new Answer(page.ToScreen(notice), Files: ImportReport.File(plan));
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
            ImportOutcome.Changed => await ShowAsync(visit, id, phrases.Changed, cancellation),
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
