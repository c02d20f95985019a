using ResourceBot.Broadcasts;
using ResourceBot.Chat;
using ResourceBot.Conversations.Admins;
using ResourceBot.People;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>
/// Writing, approving, watching and taking back broadcasts. Who asks is looked up again for each answer, and for anybody who
/// is not staff nothing of this exists.
/// </summary>
public sealed class BroadcastPart(
    StaffDoor door, SecondFactorPages factor, BroadcastWriting writing, BroadcastWatching watching, StoppingPages stopping) : IConversationPart
{
    public const char Code = 'B';

    public const string List = "list";
    public const string New = "new";
    public const string Entry = "entry";
    public const string FromEntry = "from";
    public const string Free = "free";
    public const string Show = "show";
    public const string Text = "text";
    public const string ClearText = "clear";
    public const string SetMissing = "miss";
    public const string Audience = "aud";
    public const string ToggleLanguage = "al";
    public const string ToggleTopic = "at";
    public const string SetPlace = "ap";
    public const string When = "when";
    public const string Hours = "hours";
    public const string SetTime = "time";
    public const string Preview = "prev";
    public const string Test = "test";
    public const string Ask = "ask";
    public const string Discard = "disc";
    public const string DiscardSure = "discy";
    public const string Approve = "ok";
    public const string Reject = "no";
    public const string Pause = "pause";
    public const string Resume = "go";
    public const string Cancel = "end";
    public const string CancelSure = "endy";
    public const string Withdraw = "back";
    public const string WithdrawSure = "backy";
    public const string Picture = "pic";
    public const string Table = "csv";
    public const string StopNow = "stop";
    public const string StopPage = "halt";
    public const string Restart = "start";
    public const string RestartAgree = "starty";

    /// <summary>What <see cref="SetMissing"/> is about.</summary>
    public const char MissingFallback = 'f';

    /// <inheritdoc cref="MissingFallback"/>
    public const char MissingSkip = 's';

    // Each word above, so that none is forgotten where all are asked for.
    private static readonly Dictionary<string, Right> Needed = typeof(BroadcastPart).GetFields()
        .Where(field => field.IsLiteral && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!)
        .ToDictionary(action => action, RightFor, StringComparer.Ordinal);

    public char Prefix => Code;

    public IReadOnlyDictionary<string, Right> StaffActions => Needed;

    public async Task<Answer?> AnswerAsync(Moment moment, CancellationToken cancellation) => moment.Incoming switch
    {
        TypedText typed when typed.Text.StartsWith('/') => await AnswerCommandAsync(moment, typed, cancellation),
        TypedText typed when moment.OpenCode is { Length: > 0 } open && open[0] == Code && PartCode.Read(open) is { } at =>
            await door.EnterAsync(moment, Right.WriteBroadcasts, cancellation) is { } visit
                ? await writing.TypedAsync(visit, at, typed.Text, cancellation)
                : null,
        ButtonPress press when PartCode.Read(press.Code) is { } code =>
            await door.EnterAsync(moment, RightFor(code.Action), cancellation) is { } visit
                ? await AnswerPressAsync(visit, press, code, cancellation)
                : null,
        _ => null,
    };

    private async Task<Answer?> AnswerCommandAsync(Moment moment, TypedText typed, CancellationToken cancellation)
    {
        switch (Commands.Split(typed.Text).Name)
        {
            case "broadcast" when await door.EnterAsync(moment, Right.WriteBroadcasts, cancellation) is { } visit:
                // Below a report that came meanwhile, not above it.
                return (await watching.ListAsync(visit, 0, notice: null, cancellation)) with { FreshPanel = true };
            case "stop" when await door.EnterAsync(moment, Right.StopBroadcasts, cancellation) is { } visit:
                return (await stopping.StopAsync(visit, cancellation)) with { FreshPanel = true };
            default:
                return null;
        }
    }

    private async Task<Answer?> AnswerPressAsync(StaffVisit visit, ButtonPress press, PartCode code, CancellationToken cancellation)
    {
        // What a stolen account must not be enough for, when the team requires a second factor.
        if (code.Action is Approve or RestartAgree && await factor.AskAsync(visit, press.Code, cancellation) is { } ask) return ask;
        return code.Action switch
        {
            List => await watching.ListAsync(visit, code.Page(0), notice: null, cancellation),
            StopNow => await stopping.StopAsync(visit, cancellation),
            StopPage => await stopping.ShowAsync(visit, notice: null, cancellation),
            Restart => await stopping.AskRestartAsync(visit, cancellation),
            RestartAgree => await stopping.RestartAsync(visit, cancellation),
            New or Entry or FromEntry or Free => await writing.BeginAsync(visit, code, cancellation),
            _ when code.Number(0) is { } id => await AnswerAboutAsync(visit, press, code, new BroadcastId(id), cancellation),
            _ => null,
        };
    }

    private async Task<Answer?> AnswerAboutAsync(
        StaffVisit visit, ButtonPress press, PartCode code, BroadcastId id, CancellationToken cancellation) =>
        code.Action is Show or Approve or Reject or Pause or Resume or Cancel or CancelSure or Withdraw or WithdrawSure or Picture or Table
            ? await watching.AnswerAsync(visit, code, id, cancellation)
            : await writing.AnswerAsync(visit, press, code, id, cancellation);

    private static Right RightFor(string action) => action switch
    {
        Approve or Reject or RestartAgree => Right.ApproveBroadcasts,
        StopNow or StopPage or Restart or Pause or Cancel or CancelSure or Withdraw or WithdrawSure => Right.StopBroadcasts,
        _ => Right.WriteBroadcasts,
    };
}
