using ResourceBot.Chat;
using ResourceBot.People;

namespace ResourceBot.Conversations.Truth;

/// <summary>
/// What keeps the catalogue true: readers' suggestions and reports, the queue of what waits to be checked, files in and out,
/// and the figures. Rights are looked up before every action; for whoever has none, nothing here exists.
/// </summary>
internal sealed class TruthPart(StaffDoor door, IEnumerable<ITruthPages> pages) : IConversationPart
{
    public const char OwnPrefix = 'T';

    private readonly Dictionary<string, TruthAction> _actions =
        pages.SelectMany(each => each.Actions).ToDictionary(action => action.Name, StringComparer.Ordinal);

    public char Prefix => OwnPrefix;

    public IReadOnlyDictionary<string, Right> StaffActions => _actions.Values.Where(action => action.Needs is not null)
        .ToDictionary(action => action.Name, action => action.Needs!.Value, StringComparer.Ordinal);

    public async Task<Answer?> AnswerAsync(Moment moment, CancellationToken cancellation)
    {
        if (Read(moment) is not { } code || !_actions.TryGetValue(code.Action, out var action) || !Fits(moment.Incoming, action)) return null;
        var call = new TruthCall(moment, code);
        if (action.Needs is not { } right) return await action.Answer(call, null, cancellation);
        return await door.EnterAsync(moment with { Reader = code.Reader }, right, cancellation) is { } visit
            ? await action.Answer(call, visit, cancellation)
            : null;
    }

    private PartCode? Read(Moment moment) => moment.Incoming switch
    {
        ButtonPress press => Own(press.Code),
        TypedText typed when IsCommand(typed) => new PartCode(moment.Reader, Commands.Split(typed.Text).Name, []),
        TypedText when moment.OpenCode is { } open => Own(open),
        // On whatever page she sends it: a file of hers is an import. For anybody else it is something that we do not read.
        SentFile => moment.OpenCode is { } open && Own(open) is { } at && _actions.TryGetValue(at.Action, out var action) && action.Takes == Takes.Files
            ? at
            : new PartCode(moment.Reader, ImportPages.Action, []),
        _ => null,
    };

    private static bool Fits(Incoming incoming, TruthAction action) => incoming switch
    {
        TypedText typed => IsCommand(typed) ? action.IsCommand : action.Takes == Takes.Text,
        SentFile => action.Takes == Takes.Files,
        _ => true,
    };

    private static bool IsCommand(TypedText typed) => typed.Text.StartsWith('/');

    private static PartCode? Own(string code) => code.Length > 0 && code[0] == OwnPrefix ? PartCode.Read(code) : null;
}
