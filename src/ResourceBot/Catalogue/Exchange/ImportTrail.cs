namespace ResourceBot.Catalogue.Exchange;

/// <summary>
/// What an import leaves behind for whoever asks later. Every entry that it writes has a line of its own in the audit trail, with
/// its own hash; above them stands one line for the file as a whole.
/// </summary>
internal static class ImportTrail
{
    // Ten lines of the trail are one message; the entries that are not named here have lines of their own.
    private const int MostNames = 3;

    /// <summary>A file in one line, with the marks of the dry run: <c>+ new-one, * changed-one … 12</c>.</summary>
    public static string Summary(ImportPlan plan)
    {
        var names = plan.New.Select(entry => $"+ {entry.After.Slug}").Concat(plan.Changed.Select(entry => $"* {entry.After.Slug}")).ToList();
        return string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" … {names.Count}" : "");
    }

    /// <summary>Who stands in the history of an entry: both pairs of eyes, whoever asked first.</summary>
    public static string Who(string askedBy, string appliedBy) => askedBy == appliedBy ? appliedBy : $"{askedBy}, {appliedBy}";
}
