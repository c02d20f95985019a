using System.Globalization;

namespace ResourceBot.Languages;

/// <summary>
/// Dates for reading: in the reader's own calendar first, then the Gregorian one, which is what a foreign form asks for.
/// Never through a culture: <c>fa-AF</c> gives Iranian month names and <c>ps</c> puts Latin letters inside.
/// </summary>
public static class DateText
{
    public static string Show(DateOnly date, Language language)
    {
        var afghan = AfghanDate.From(date);
        var gregorian = Gregorian(date);
        return language switch
        {
            Language.Dari => $"{Afghan(afghan, language)} ({Direction.LeftToRight(gregorian)})",
            Language.Pashto => $"{Afghan(afghan, language)} ({Direction.LeftToRight(gregorian)})",
            _ => $"{gregorian} ({Afghan(afghan, language)})",
        };
    }

    /// <summary>A day and a month that come back every year, for example a yearly deadline: «۲۴ سنبله (15 September)».</summary>
    /// <param name="day">Null when only the month is known.</param>
    /// <param name="year">The year in which to place it, because the two calendars drift by a day.</param>
    public static string ShowYearly(int month, int? day, int year, Language language)
    {
        if (day is not { } known) return ShowMonth(month, year, language);
        var date = new DateOnly(year, month, Math.Min(known, DateTime.DaysInMonth(year, month)));
        var afghan = AfghanDate.From(date);
        var gregorian = $"{known} {MonthNames.Gregorian(month, Language.English)}";
        return language switch
        {
            Language.Dari => $"{Digits.Show(afghan.Day, language)} {MonthNames.Afghan(afghan.Month, language)} ({Direction.LeftToRight(gregorian)})",
            Language.Pashto => $"د {MonthNames.AfterDa(afghan.Month)} {Digits.Show(afghan.Day, language)}مه ({Direction.LeftToRight(gregorian)})",
            _ => $"{gregorian} ({afghan.Day} {MonthNames.Afghan(afghan.Month, language)})",
        };
    }

    /// <summary>The day in the reader's own calendar only, where there is little room: «۱ قوس».</summary>
    public static string Brief(DateOnly date, Language language)
    {
        var afghan = AfghanDate.From(date);
        return language switch
        {
            Language.Dari => $"{Digits.Show(afghan.Day, language)} {MonthNames.Afghan(afghan.Month, language)}",
            Language.Pashto => $"د {MonthNames.AfterDa(afghan.Month)} {Digits.Show(afghan.Day, language)}مه",
            _ => date.ToString("d MMM", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The day as a foreign form wants it: 31 December 2026.</summary>
    public static string Gregorian(DateOnly date) =>
        date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Afghan(AfghanDate date, Language language) => language switch
    {
        Language.Pashto =>
            $"د {Digits.Show(date.Year, language)} د {MonthNames.AfterDa(date.Month)} {Digits.Show(date.Day, language)}مه",
        _ => $"{Digits.Show(date.Day, language)} {MonthNames.Afghan(date.Month, language)} {Digits.Show(date.Year, language)}",
    };

    // A Gregorian month lies in two Afghan ones: name both rather than be wrong by weeks.
    private static string ShowMonth(int month, int year, Language language)
    {
        var first = AfghanDate.From(new DateOnly(year, month, 1)).Month;
        var last = AfghanDate.From(new DateOnly(year, month, DateTime.DaysInMonth(year, month))).Month;
        var afghan = first == last
            ? MonthNames.Afghan(first, language)
            : $"{MonthNames.Afghan(first, language)}–{MonthNames.Afghan(last, language)}";
        return language switch
        {
            Language.English => $"{MonthNames.Gregorian(month, language)} ({afghan})",
            _ => $"{afghan} ({MonthNames.Gregorian(month, language)})",
        };
    }
}
