using ResourceBot.Chat;
using ResourceBot.People;

namespace ResourceBot.Conversations.Truth;

/// <summary>One press, or one text or file sent while a page of this part is open.</summary>
/// <param name="Code">Of the button, of the open page, or made of the typed command. It can be forged; all in it is looked up.</param>
internal sealed record TruthCall(Moment Moment, PartCode Code)
{
    public ChatId Chat => Moment.Incoming.Chat;

    public Reader Reader => Code.Reader;

    /// <summary>What was typed on the page; null for a press and for a command.</summary>
    public string? Typed => Moment.Incoming is TypedText typed && !typed.Text.StartsWith('/') ? typed.Text : null;

    public SentFile? File => Moment.Incoming as SentFile;
}

/// <summary>Something that can be done in this part.</summary>
/// <param name="Name">The action in the code of its button, and the name of its command if it has one.</param>
/// <param name="Needs">Null: for everybody. Else looked up before each call.</param>
/// <param name="Answer">The visit is there whenever a right is needed.</param>
/// <param name="IsCommand">Can be typed.</param>
/// <param name="Takes">What its page takes beside presses.</param>
internal sealed record TruthAction(
    string Name, Right? Needs, Func<TruthCall, StaffVisit?, CancellationToken, Task<Answer?>> Answer, bool IsCommand, Takes Takes)
{
    public static TruthAction ForAll(
        string name, Func<TruthCall, CancellationToken, Task<Answer?>> answer, bool isCommand = false, Takes takes = Takes.Presses) =>
        new(name, Needs: null, (call, _, cancellation) => answer(call, cancellation), isCommand, takes);

    public static TruthAction ForStaff(
        string name, Right needs, Func<TruthCall, StaffVisit, CancellationToken, Task<Answer?>> answer,
        bool isCommand = false, Takes takes = Takes.Presses) =>
        new(name, needs, (call, visit, cancellation) => answer(call, visit!, cancellation), isCommand, takes);
}

/// <summary>What a page takes beside presses; anything else sent there is answered as on any page.</summary>
internal enum Takes
{
    Presses,
    Text,
    Files,
}

/// <summary>Pages that belong together.</summary>
internal interface ITruthPages
{
    IReadOnlyList<TruthAction> Actions { get; }
}
