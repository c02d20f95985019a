using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>One press, or one typed text, of somebody on the staff.</summary>
/// <param name="Code">Of the pressed button, or of the page on which she typed. It can be forged; every number in it is looked up.</param>
/// <param name="Typed">What she typed; null for a press, and wherever no text is taken.</param>
public sealed record StaffCall(StaffVisit Visit, PartCode Code, ChatId Chat, string? Typed)
{
    public StaffMember Member => Visit.Member;

    public StaffPhrases Phrases => Visit.Phrases;

    /// <summary>A page of the staff's own part; its code leads to it again.</summary>
    public StaffPage Page(string action, params object[] parts) => Visit.Page(StaffDoor.Prefix, action, parts);
}

/// <summary>Something that staff can do in the chat.</summary>
/// <param name="Name">The action in the code of its button.</param>
/// <param name="Needs">Looked up again before each call.</param>
/// <param name="Guarded">Asks for the second factor where the team requires it.</param>
/// <param name="TakesText">Its page waits for typed text; what is typed on any other page is answered as everybody's text is.</param>
public sealed record StaffAction(
    string Name, Right Needs, Func<StaffCall, CancellationToken, Task<Answer>> Answer, bool Guarded = false, bool TakesText = false)
{
    /// <summary>An action that only draws a page.</summary>
    public static StaffAction Page(string name, Right needs, Func<StaffCall, CancellationToken, Task<StaffPage>> draw) =>
        new(name, needs, async (call, cancellation) => new Answer((await draw(call, cancellation)).ToScreen()));
}

/// <summary>Pages that belong together.</summary>
public interface IStaffPages
{
    IReadOnlyList<StaffAction> Actions { get; }
}
