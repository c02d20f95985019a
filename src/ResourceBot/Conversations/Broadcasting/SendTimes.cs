using ResourceBot.Languages;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>The times that a writer may choose: full hours of the day in Kabul that have not come yet. A button carries the number of the day times 24 and the hour.</summary>
internal static class SendTimes
{
    private const int DaysOffered = 8;
    private const int FirstHour = 6;
    private const int LastHour = 21;

    // A time further ahead was not offered, so the button is forged or very old.
    private const int FurthestDays = 31;

    public static IEnumerable<DateOnly> Days(DateTimeOffset now) => Enumerable.Range(0, DaysOffered)
        .Select(DateOnly.FromDateTime(now.ToOffset(KabulTime.Offset).DateTime).AddDays)
        .Where(day => Hours(day, now).Any());

    public static IEnumerable<long> Hours(DateOnly day, DateTimeOffset now) => Enumerable.Range(FirstHour, LastHour - FirstHour + 1)
        .Select(hour => day.DayNumber * 24L + hour).Where(hour => MomentOf(hour) > now);

    public static DateTimeOffset MomentOf(long hour) => new(
        DateOnly.FromDayNumber((int)(hour / 24)).ToDateTime(new TimeOnly((int)(hour % 24), 0)), KabulTime.Offset);

    /// <summary>Whether a day is one of those that there is any sense in asking about.</summary>
    public static bool IsNear(long day, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.ToOffset(KabulTime.Offset).DateTime).DayNumber;
        return day >= today - FurthestDays && day <= today + FurthestDays;
    }
}
