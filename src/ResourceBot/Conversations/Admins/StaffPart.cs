using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Conversations.Admins;

/// <summary>
/// The staff's own part: who is staff, and the way of an entry from a draft to what visitors see. The right is looked up
/// before every action; for anybody else nothing here exists.
/// </summary>
public sealed class StaffPart : IConversationPart
{
    // What a typed command opens.
    private static readonly Dictionary<string, string> Opens = new(StringComparer.Ordinal)
    {
        ["staff"] = StaffDoor.HomeAction,
        ["add"] = AddPages.AddAction,
        ["edit"] = EntryPages.FindAction,
        ["drafts"] = DraftPages.ListAction,
        ["review"] = ReviewPages.ListAction,
        ["translations"] = TranslationPages.ListAction,
        ["audit"] = AuditPages.ListAction,
        ["team"] = TeamPages.ListAction,
    };

    private readonly StaffDoor _door;
    private readonly SecondFactorPages _factor;
    private readonly Database _database;
    private readonly Invitations _invitations;
    private readonly IStaffMenus _menus;
    private readonly Dictionary<string, StaffAction> _actions;

    public StaffPart(
        StaffDoor door, SecondFactorPages factor, Database database, Invitations invitations, IStaffMenus menus,
        IEnumerable<IStaffPages> pages)
    {
        (_door, _factor, _database, _invitations, _menus) = (door, factor, database, invitations, menus);
        _actions = pages.SelectMany(each => each.Actions).ToDictionary(action => action.Name, StringComparer.Ordinal);
    }

    public char Prefix => StaffDoor.Prefix;

    public IReadOnlyDictionary<string, Right> StaffActions =>
        _actions.ToDictionary(action => action.Key, action => action.Value.Needs, StringComparer.Ordinal);

    public Task<Answer?> AnswerAsync(Moment moment, CancellationToken cancellation) => moment.Incoming switch
    {
        ButtonPress press => ActAsync(moment, press.Code, typed: null, cancellation),
        TypedText typed when typed.Text.StartsWith('/') => CommandAsync(moment, typed.Text, cancellation),
        TypedText typed when moment.OpenCode is { } open => ActAsync(moment, open, typed.Text, cancellation),
        _ => Task.FromResult<Answer?>(null),
    };

    private async Task<Answer?> CommandAsync(Moment moment, string text, CancellationToken cancellation)
    {
        var (name, after) = Commands.Split(text);
        if (name == "start" && after.StartsWith(Commands.InvitePayload, StringComparison.Ordinal))
            return await WelcomeAsync(moment, after[Commands.InvitePayload.Length..], cancellation);
        if (!Opens.TryGetValue(name, out var action)) return null;
        var code = PartCode.Write(Prefix, moment.Reader, action);
        var answer = await ActAsync(moment, code, after.Length > 0 && _actions[action].TakesText ? after : null, cancellation);
        if (answer is not null && action == StaffDoor.HomeAction && await _door.EnterAsync(moment, Right.BeStaff, cancellation) is { } visit)
            _menus.Changed(moment.Incoming.Chat, visit.Member.Role);
        return answer;
    }

    private async Task<Answer?> ActAsync(Moment moment, string code, string? typed, CancellationToken cancellation)
    {
        if (code.Length == 0 || code[0] != Prefix || PartCode.Read(code) is not { } read) return null;
        if (!_actions.TryGetValue(read.Action, out var action) || (typed is not null && !action.TakesText)) return null;
        if (await _door.EnterAsync(moment with { Reader = read.Reader }, action.Needs, cancellation) is not { } visit) return null;
        if (action.Guarded && await _factor.AskAsync(visit, code, cancellation) is { } ask) return ask;
        return await action.Answer(new StaffCall(visit, read, moment.Incoming.Chat, typed), cancellation);
    }

    // A code that is not one (any more) is answered like garbled text.
    private async Task<Answer?> WelcomeAsync(Moment moment, string code, CancellationToken cancellation)
    {
        if (!Invitations.LooksLikeCode(code)) return null;
        var chat = moment.Incoming.Chat;
        var welcomed = await _database.WriteAsync(transaction => _invitations.UseAsync(transaction, chat, code, cancellation), cancellation);
        if (welcomed is null || await _door.EnterAsync(moment, Right.BeStaff, cancellation) is not { } visit) return null;
        _menus.Changed(chat, welcomed.Member.Role);
        var page = visit.Page(Prefix, StaffDoor.HomeAction);
        page.Heading(Phrase.Fill(
            page.Staff.YouAre, ("alias", Direction.Isolate(visit.Member.Alias)), ("role", StaffWords.Role(visit.Member.Role, page.Staff))));
        page.Gap();
        page.Text(Phrase.Fill(Direction.Examples(page.Staff.WelcomeStaff, moment.Reader.Language), ("alias", Direction.Isolate(visit.Member.Alias))));
        page.Gap();
        page.Say(page.Staff.Hygiene);
        page.StaffRow(back: null);
        return new Answer(page.ToScreen(), FreshPanel: true);
    }
}
