using ResourceBot.Languages;

namespace ResourceBot.Conversations.Visitors;

/// <summary>Opening hours in the reader's words.</summary>
internal static class HoursText
{
    /// <param name="hours"><c>24/7</c> or like <c>Mo-Fr 09:00-16:00</c>.</param>
    public static string Show(string hours, Page page)
    {
        if (hours == "24/7") return page.Phrases.HoursAlways;
        var parts = hours.Split(' ');
        var days = string.Join(" – ", parts[0].Split('-').Select(day => page.Words.Days[day]));
        return $"{days}{page.Comma}{Direction.LeftToRight(parts[1].Replace('-', '–'))} ({page.Phrases.HoursLocal})";
    }
}
