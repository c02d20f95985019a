namespace ResourceBot.People;

/// <summary>The number of a staff row; stays when somebody is revoked, because the audit trail speaks of her.</summary>
public readonly record struct StaffId(long Value);

/// <summary>Somebody on the staff, without anything that leads to a person.</summary>
/// <param name="Alias">Made up by the program when she joined, such as "Cedar"; the one name by which others know her here.</param>
public sealed record StaffMember(StaffId Id, string Alias, Role Role)
{
    public bool May(Right right) => Role.May(right);
}

/// <summary>A line of the staff list.</summary>
/// <param name="Fixed">Named by the setting Staff:Owners, so not to be revoked in the chat.</param>
/// <param name="HasSecondFactor">She can confirm with a code.</param>
public sealed record StaffLine(StaffMember Member, DateOnly JoinedOn, bool Fixed, bool HasSecondFactor);
