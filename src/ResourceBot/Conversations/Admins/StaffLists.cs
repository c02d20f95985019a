using ResourceBot.Chat;
using ResourceBot.Conversations.Visitors;

namespace ResourceBot.Conversations.Admins;

/// <summary>What the lists of the staff pages share.</summary>
internal static class StaffLists
{
    /// <summary>The row with the pages before and after this one.</summary>
    /// <param name="parts">What stands in the code before the number of the page.</param>
    public static void PagingRow(StaffPage page, string action, int current, int total, int pageSize, params object[] parts)
    {
        var row = new List<Button>();
        if (current > 0) row.Add(page.To("‹ " + page.Phrases.Previous, action, [.. parts, current - 1]));
        if ((current + 1) * pageSize < total) row.Add(page.To(page.Phrases.Next + " ›", action, [.. parts, current + 1]));
        page.Row(row);
    }

    /// <summary>A title as a button shows it.</summary>
    public static string Title(string? title, StaffPage page) =>
        ListLines.Cut(title is { Length: > 0 } ? title : page.Staff.Untitled);
}
