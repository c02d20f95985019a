using ResourceBot.Chat;

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

    /// <summary>Everything that can be done here.</summary>
    public IReadOnlyCollection<TruthAction> Actions => _actions.Values;

    public async Task<Answer?> AnswerAsync(Moment moment, CancellationToken cancellation)
    {
        if (Read(moment) is not { } code || !_actions.TryGetValue(code.Action, out var action) || !Fits(moment.Incoming, action)) return null;
        var call = new TruthCall(moment, code);
        if (action.Needs is not { } right) return await action.Answer(call, null, cancellation);
        return await door.EnterAsync(moment with { Reader = code.Reader }, right, cancellation) is { } visit
            ? await action.Answer(call, visit, cancellation)
            : null;
    }

    private static PartCode? Read(Moment moment) => moment.Incoming switch
    {
        ButtonPress press => Own(press.Code),
        TypedText typed when IsCommand(typed) => new PartCode(moment.Reader, Commands.Split(typed.Text).Name, []),
        TypedText or SentFile when moment.OpenCode is { } open => Own(open),
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
