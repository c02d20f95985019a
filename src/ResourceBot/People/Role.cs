namespace ResourceBot.People;

/// <summary>What somebody on the staff is. What each may do stands in <see cref="Rights"/>.</summary>
public enum Role
{
    Owner,
    Admin,
    Volunteer,
}

public static class Roles
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>The word in the database and in the codes of buttons.</summary>
    public static string Code(this Role role) => role.ToString().ToLowerInvariant();

    public static Role? FromCode(string code) =>
        All.Select(role => (Role?)role).FirstOrDefault(role => role!.Value.Code() == code);
}
