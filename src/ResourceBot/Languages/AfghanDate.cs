using System.Globalization;

namespace ResourceBot.Languages;

/// <summary>
/// A day of the solar hijri calendar of Afghanistan. The arithmetic is that of <see cref="PersianCalendar"/>
/// (astronomical); the month names are Afghan, which .NET's cultures do not give.
/// </summary>
/// <param name="Month">1 Hamal … 12 Hut.</param>
public readonly record struct AfghanDate(int Year, int Month, int Day)
{
    private static readonly PersianCalendar Calendar = new();

    public static AfghanDate From(DateOnly gregorian)
    {
        var day = gregorian.ToDateTime(TimeOnly.MinValue);
        return new AfghanDate(Calendar.GetYear(day), Calendar.GetMonth(day), Calendar.GetDayOfMonth(day));
    }

    /// <summary>29, 30 or 31.</summary>
    public static int DaysInMonth(int year, int month) => Calendar.GetDaysInMonth(year, month);

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public DateOnly ToGregorian() => DateOnly.FromDateTime(Calendar.ToDateTime(Year, Month, Day, 0, 0, 0, 0));
}
