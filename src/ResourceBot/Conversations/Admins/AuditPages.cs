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
        if (lines.Count == 0) page.Text(page.Staff.AuditEmpty);
        foreach (var line in lines) page.Text(Line(line, page));
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

    private static string Line(AuditLine line, StaffPage page)
    {
        var at = Direction.LeftToRight(line.At.Replace('T', ' ').TrimEnd('Z'));
        var hash = line.ContentHash.Length > 0 ? $" · {Direction.LeftToRight(line.ContentHash[..8])}" : "";
        return $"{at} · {Direction.Isolate(line.Who)} {page.Staff.Deeds.GetValueOrDefault(line.Deed, line.Deed)} · {Direction.LeftToRight(line.Subject)}{hash}";
    }
}
