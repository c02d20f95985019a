namespace ResourceBot.Languages;

/// <summary>Afghanistan is four and a half hours ahead of UTC all year round; no time zone database is needed.</summary>
public static class KabulTime
{
    public static readonly TimeSpan Offset = new(4, 30, 0);

    public static DateOnly Today(TimeProvider clock) =>
        DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);
}
