using ResourceBot.Broadcasts;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>Stopping all sending, which takes one, and starting it again, which takes two.</summary>
public sealed class StoppingPages(SendingStop stop, Approvals approvals, Speech speech)
{
    public async Task<Answer> StopAsync(StaffVisit visit, CancellationToken cancellation)
    {
        await stop.PullAsync(visit.Member, cancellation);
        return await ShowAsync(visit, speech.Of<BroadcastPhrases>(visit.Reader.Language).StopDone, cancellation);
    }

    public async Task<Answer> AskRestartAsync(StaffVisit visit, CancellationToken cancellation)
    {
        await stop.AskRestartAsync(visit.Member, cancellation);
        return await ShowAsync(visit, notice: null, cancellation);
    }

    public async Task<Answer> RestartAsync(StaffVisit visit, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(visit.Reader.Language);
        return await ShowAsync(visit, await stop.RestartAsync(visit.Member, cancellation) switch
        {
            // The page itself says it.
            ApprovalOutcome.Approved => null,
            ApprovalOutcome.OwnRequest => phrases.RestartOwn,
            ApprovalOutcome.Expired => visit.Phrases.OutcomeExpired,
            _ => visit.Phrases.OutcomeNotOpen,
        }, cancellation);
    }

    public async Task<Answer> ShowAsync(StaffVisit visit, string? notice, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(visit.Reader.Language);
        var page = visit.Page(BroadcastPart.Code, BroadcastPart.StopPage);
        if (await stop.FindAsync(cancellation) is not { } stopped)
        {
            page.Text(phrases.Restarted);
        }
        else
        {
            page.Text(Names.Stop(stopped, phrases, visit.Reader.Language));
            await RestartRowAsync(page, visit, phrases, cancellation);
        }

        page.StaffRow(page.To("", BroadcastPart.List, 0));
        return new Answer(page.ToScreen(notice));
    }

    private async Task RestartRowAsync(StaffPage page, StaffVisit visit, BroadcastPhrases phrases, CancellationToken cancellation)
    {
        var asked = await approvals.FindOpenAsync(SendingStop.ApprovalKind, SendingStop.Subject, cancellation);
        if (asked is not null) page.Text(Phrase.Fill(phrases.RestartAsked, ("alias", Direction.Isolate(asked.Requester))));
        if (asked is null) page.Row(page.To($"▶ {phrases.Restart}", BroadcastPart.Restart));
        else if (asked.RequestedBy != visit.Member.Id || visit.Rules.Solo) page.Row(page.To($"▶ {phrases.RestartAgree}", BroadcastPart.RestartAgree));
    }
}
