using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>Setting up one's own second factor, and asking for a code before what is guarded.</summary>
public sealed class SecondFactorPages : IStaffPages
{
    internal const string OwnAction = "factor";
    private const string NewAction = "newfactor";
    private const string GiveUpAction = "nofactor";
    private const string AskAction = "code";
    private readonly SecondFactor _factor;

    public SecondFactorPages(SecondFactor factor)
    {
        _factor = factor;
        Actions =
        [
            new StaffAction(OwnAction, Right.BeStaff, (call, cancellation) => OwnAsync(call, notice: null, cancellation)),
            new StaffAction(NewAction, Right.BeStaff, NewAsync, TakesText: true),
            new StaffAction(GiveUpAction, Right.BeStaff, GiveUpAsync),
            new StaffAction(AskAction, Right.BeStaff, TakeCodeAsync, TakesText: true),
        ];
    }

    public IReadOnlyList<StaffAction> Actions { get; }

    /// <summary>What stands between somebody on the staff and something guarded.</summary>
    /// <param name="code">Of the button that she pressed; after the right code she presses it again.</param>
    /// <returns>Null when nothing does.</returns>
    public async Task<Answer?> AskAsync(StaffVisit visit, string code, CancellationToken cancellation)
    {
        switch (await _factor.StandingAsync(visit.Member, visit.Rules, cancellation))
        {
            case FactorStanding.NotSetUp:
                var page = visit.Page(StaffDoor.Prefix, OwnAction);
                page.Text(page.Staff.FactorNeeded);
                page.Row(page.To(page.Staff.FactorSetUp, NewAction));
                page.StaffRow(back: null);
                return new Answer(page.ToScreen());
            case FactorStanding.NeedsCode:
                return new Answer(AskPage(visit, code[0] + code[ScreenCode.HeaderLength..]).ToScreen());
            default:
                return null;
        }
    }

    private static StaffPage AskPage(StaffVisit visit, string wanted)
    {
        // A code that is too long to come back to leads to the first page; no guarded button of ours is.
        var fits = wanted.Length <= ScreenCode.MaxBytes - ScreenCode.HeaderLength - AskAction.Length - 1;
        var page = fits ? visit.Page(StaffDoor.Prefix, AskAction, wanted) : visit.Page(StaffDoor.Prefix, AskAction);
        page.Text(page.Staff.FactorAsk);
        page.StaffRow(back: null);
        return page;
    }

    private async Task<Answer> TakeCodeAsync(StaffCall call, CancellationToken cancellation)
    {
        var wanted = string.Join('.', call.Code.Parts);
        if (call.Typed is null) return new Answer(AskPage(call.Visit, wanted).ToScreen());
        var answer = await _factor.TryAsync(call.Member, call.Typed, cancellation);
        if (answer != FactorAnswer.Right) return new Answer(AskPage(call.Visit, wanted).ToScreen(Words(answer, call.Phrases)));
        var page = call.Page(AskAction, wanted);
        page.Text(page.Staff.FactorPassed);
        if (wanted.Length > 0)
            page.Row(new CodeButton(page.Staff.Begin, ScreenCode.Header(wanted[0], page.Reader) + wanted[1..]));
        page.StaffRow(back: null);
        return new Answer(page.ToScreen());
    }

    private async Task<Answer> OwnAsync(StaffCall call, string? notice, CancellationToken cancellation)
    {
        var page = call.Page(OwnAction);
        page.Heading(page.Staff.Factor);
        page.Say(page.Staff.FactorAbout);
        page.Gap();
        if (await _factor.HasAsync(call.Member, cancellation)) page.Text(page.Staff.FactorIsOn);
        else page.Row(page.To(page.Staff.FactorSetUp, NewAction));
        page.StaffRow(back: null);
        return new Answer(page.ToScreen(notice));
    }

    // The key stays before her eyes until her app has given a right code: a mistyped one must not cost her a second key.
    private async Task<Answer> NewAsync(StaffCall call, CancellationToken cancellation)
    {
        var answer = call.Typed is { } typed ? await _factor.TryAsync(call.Member, typed, cancellation) : (FactorAnswer?)null;
        var notice = answer is { } given ? Words(given, call.Phrases) : null;
        if (await _factor.BeginAsync(call.Member, cancellation) is not { } key) return await OwnAsync(call, notice, cancellation);
        var page = call.Page(NewAction);
        page.Heading(page.Staff.Factor);
        page.Say(page.Staff.FactorKey);
        page.Gap();
        page.Line($"<tg-spoiler><code>{Direction.LeftToRight(key)}</code></tg-spoiler>");
        page.Row(new CopyButton(page.Staff.CopyLink, key));
        page.Row(page.To(page.Staff.FactorGiveUp, GiveUpAction));
        page.StaffRow(back: null);
        return new Answer(page.ToScreen(notice));
    }

    private async Task<Answer> GiveUpAsync(StaffCall call, CancellationToken cancellation)
    {
        await _factor.GiveUpAsync(call.Member, cancellation);
        return await OwnAsync(call, notice: null, cancellation);
    }

    private static string Words(FactorAnswer answer, StaffPhrases phrases) => answer switch
    {
        FactorAnswer.Right => phrases.FactorReady,
        FactorAnswer.TooMany => phrases.FactorTooMany,
        FactorAnswer.Wrong => phrases.FactorWrong,
        FactorAnswer.NoCode => phrases.FactorNoCode,
        _ => phrases.FactorNeeded,
    };
}
