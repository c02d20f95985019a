namespace ResourceBot.Broadcasts;

/// <summary>
/// A figure about people as it may be shown: under ten only as that, and from ten on in tens, rounded down, so that no
/// subtraction of one figure from another finds what is hidden.
/// </summary>
/// <param name="Shown">Zero when it is small.</param>
public readonly record struct PeopleCount(long Shown, bool IsSmall)
{
    /// <summary>Smaller figures are shown as less than this: a count of one would point at a person.</summary>
    public const int Least = Figures.SmallCounts.Least;

    /// <param name="of">The group that the figure is a part of: of a handful of people even a zero says something about each.</param>
    public static PeopleCount Of(long count, long of) =>
        of < Least || count is > 0 and < Least ? new(0, IsSmall: true) : new(count - count % Least, IsSmall: false);

    /// <summary>A group by itself.</summary>
    public static PeopleCount Of(long count) => Of(count, count);
}
