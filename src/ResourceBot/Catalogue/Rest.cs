using System.Globalization;

namespace ResourceBot.Catalogue;

/// <summary>
/// When an entry rests: its deadline has passed, so it is out of the lists by itself. A deadline of a single day rests for
/// good; a yearly one comes back for its next round. A resting entry is still found by a link or by its name.
/// </summary>
/// <param name="After">The last day in the lists: <c>2026-12-31</c> once, or <c>12-31</c> each year.</param>
/// <param name="Until">The day of the year on which it is back, <c>MM-dd</c>; null when it rests for good.</param>
public sealed record Rest(string After, string? Until)
{
    // Nobody said when the next round opens: half a year is enough to gather papers, and not so much that the list is full of
    // what nobody can apply for yet.
    private const int MonthsBefore = 6;

    /// <returns>Null when it never rests.</returns>
    public static Rest? Of(Occasion deadline, Occasion opens) => deadline switch
    {
        OnDate on => new Rest(on.Code, null),
        EveryYear yearly => new Rest(LastDay(yearly), Back(yearly, opens)),
        _ => null,
    };

    /// <summary>Whether it is out of the lists on <paramref name="today"/>. <see cref="ResourceStore"/> asks the same in SQL.</summary>
    public bool IsOn(DateOnly today)
    {
        if (Until is null) return string.CompareOrdinal(After, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) < 0;
        var day = today.ToString("MM-dd", CultureInfo.InvariantCulture);
        var passed = string.CompareOrdinal(After, day) < 0;
        var notBack = string.CompareOrdinal(day, Until) < 0;
        // From May to September lies inside a year; from October to March goes over its end.
        return string.CompareOrdinal(After, Until) < 0 ? passed && notBack : passed || notBack;
    }

    private static string Back(EveryYear deadline, Occasion opens) => opens switch
    {
        EveryYear yearly => $"{yearly.Month:00}-{yearly.Day ?? 1:00}",
        OnDate on => on.Date.ToString("MM-dd", CultureInfo.InvariantCulture),
        _ => $"{(deadline.Month + 11 - MonthsBefore) % 12 + 1:00}-01",
    };

    // Only the month is known: the whole of it counts.
    private static string LastDay(EveryYear deadline) => $"{deadline.Month:00}-{deadline.Day ?? 31:00}";
}
