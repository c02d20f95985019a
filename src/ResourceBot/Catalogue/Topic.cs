namespace ResourceBot.Catalogue;

/// <summary>What a person can open in the bot; the map of the catalogue.</summary>
public enum Topic
{
    Scholarships,
    Learning,
    Teachers,
    Defenders,
    Counselling,
    Work,
    Justice,
    Safety,
}

public static class Topics
{
    public static IReadOnlyList<Topic> All { get; } = Enum.GetValues<Topic>();

    public static string Code(this Topic topic) => topic.ToString().ToLowerInvariant();

    public static Topic? FromCode(string code) =>
        All.Select(topic => (Topic?)topic).FirstOrDefault(topic => topic!.Value.Code() == code);
}
