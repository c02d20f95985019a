using System.Globalization;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>Who did what, and whether anybody changed that afterwards.</summary>
public sealed class AuditPages(AuditTrail audit) : IStaffPages
{
    internal const string ListAction = "audit";
    private const string CheckAction = "chain";
    private const int PageSize = 10;

    public IReadOnlyList<StaffAction> Actions =>
    [
        StaffAction.Page(ListAction, Right.SeeAudit, ListAsync),
        StaffAction.Page(CheckAction, Right.SeeAudit, CheckAsync),
    ];

    private async Task<StaffPage> ListAsync(StaffCall call, CancellationToken cancellation)
    {
        var number = call.Code.Page(0);
        var (lines, total) = await audit.ListAsync(number * PageSize, PageSize, cancellation);
        if (ListLines.Within(number, total, PageSize) is var last && last != number)
            (number, (lines, total)) = (last, await audit.ListAsync(last * PageSize, PageSize, cancellation));
        var page = call.Page(ListAction, number);
        page.Heading(page.Staff.Audit);
        page.Text(lines.Count == 0 ? page.Staff.AuditEmpty : page.Staff.KabulTimes);
        string? day = null;
        foreach (var line in lines)
        {
            var (on, time) = When(line, page.Reader.Language);
            if (on != day)
            {
                page.Gap();
                page.Heading(day = on);
            }

            page.Text(Line(line, time, page));
        }

        StaffLists.PagingRow(page, ListAction, number, total, PageSize);
        page.Row(page.To(page.Staff.AuditCheck, CheckAction));
        page.StaffRow(back: null);
        return page;
    }

    private async Task<StaffPage> CheckAsync(StaffCall call, CancellationToken cancellation)
    {
        var check = await audit.CheckAsync(cancellation);
        var page = call.Page(CheckAction);
        page.Heading(page.Staff.AuditCheck);
        page.Text(check.FirstBroken is { } broken
            ? "⛔ " + Phrase.Fill(page.Staff.AuditBroken, ("number", Digits.Show((int)broken, page.Reader.Language)))
            : "✅ " + Phrase.Fill(page.Staff.AuditFits, ("count", Digits.Show((int)check.Lines, page.Reader.Language))));
        if (check.Head.Length > 0) page.Line($"<code>{check.Head}</code>");
        page.StaffRow(page.To("", ListAction));
        return page;
    }

    // In Kabul. A line that somebody tampered with may hold anything, and is shown all the same.
    private static (string Day, string Time) When(AuditLine line, Language language)
    {
        if (!DateTimeOffset.TryParseExact(line.At, AuditTrail.TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return (Direction.LeftToRight("?"), Direction.LeftToRight(line.At));
        var kabul = at.ToOffset(KabulTime.Offset).DateTime;
        var time = Digits.Show(kabul.ToString("HH:mm", CultureInfo.InvariantCulture), language);
        return (DateText.Show(DateOnly.FromDateTime(kabul), language), Direction.LeftToRight(time));
    }

    private static string Line(AuditLine line, string time, StaffPage page)
    {
        var deed = page.Staff.Deeds.GetValueOrDefault(line.Deed, line.Deed);
        var hash = line.ContentHash.Length >= 8 ? Direction.LeftToRight(line.ContentHash[..8]) : "";
        string[] parts = [$"{Direction.Isolate(StaffWords.Who(line.Who, page.Staff))} {deed}", .. AuditWords.Subject(line, page), hash];
        return $"{time} · {string.Join(" · ", parts.Where(part => part.Length > 0))}";
    }
}
