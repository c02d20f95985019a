using System.Globalization;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Editing;

/// <summary>Dates as staff type them: Gregorian or Afghan, in any digits.</summary>
public static class OccasionReading
{
    // Afghan years are in the 1400s now; a year below this is not Gregorian.
    private const int FirstGregorianYear = 1800;

    /// <param name="typed"><c>2026-12-31</c>, <c>1405/10/10</c>, <c>09-15</c> for every year, <c>9</c> for a month.</param>
    /// <returns>Null when it is no date.</returns>
    public static Occasion? Read(string typed)
    {
        var parts = Digits.ToAscii(typed).Split(['-', '/', '.'], StringSplitOptions.TrimEntries);
        var numbers = new int[parts.Length];
        for (var place = 0; place < parts.Length; place++)
        {
            if (parts[place].Length > 4 || !int.TryParse(parts[place], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[place]))
                return null;
        }

        return numbers switch
        {
            [var month] when month is >= 1 and <= 12 => new EveryYear(month, null),
            [var month, var day] when month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month) =>
                new EveryYear(month, day),
            [var year, var month, var day] => ReadDay(year, month, day) is { } date ? new OnDate(date) : null,
            _ => null,
        };
    }

    private static DateOnly? ReadDay(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1) return null;
        if (year >= FirstGregorianYear)
            return year <= 2200 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
        return year is < 1300 or > 1600 || day > AfghanDate.DaysInMonth(year, month)
            ? null
            : new AfghanDate(year, month, day).ToGregorian();
    }
}
