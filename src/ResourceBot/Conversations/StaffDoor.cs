using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations;

/// <summary>Somebody on the staff, let in for one answer.</summary>
public sealed record StaffVisit(StaffMember Member, StaffRules Rules, Reader Reader, Speech Speech)
{
    public StaffPhrases Phrases { get; } = Speech.Of<StaffPhrases>(Reader.Language);

    public StaffPage Page(char prefix, string action, params object[] parts) =>
        new(Speech, Reader, Rules, PartCode.Write(prefix, Reader, action, parts));
}

/// <summary>Lets staff in, and nobody else: the one question that every part asks before anything that only staff may do.</summary>
public sealed class StaffDoor(StaffStore staff, StaffRulesStore rules, Speech speech)
{
    /// <summary>Of the codes of the staff's own part.</summary>
    public const char Prefix = 'A';

    /// <summary>The action of its first page.</summary>
    public const string HomeAction = "home";

    /// <returns>
    /// Null when this person has not the right: then the part answers null too, so that nobody learns that there was something.
    /// </returns>
    public async Task<StaffVisit?> EnterAsync(Moment moment, Right right, CancellationToken cancellation)
    {
        if (await staff.FindAsync(moment.Incoming.Chat, cancellation) is not { } member || !member.May(right)) return null;
        return new StaffVisit(member, await rules.ReadAsync(cancellation), moment.Reader, speech);
    }
}
