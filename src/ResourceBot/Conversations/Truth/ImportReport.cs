using System.Text;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Truth;

/// <summary>A dry run as staff read it: counts and the first lines on the panel, all of it in a file when it is long.</summary>
internal static class ImportReport
{
    private const int MostLines = 8;
    private const int LongestLine = 160;

    public static void Write(StaffPage page, ImportPlan plan)
    {
        var phrases = page.Of<ExchangePhrases>();
        page.Heading(phrases.DryRun);
        Count(page, phrases.CountNew, plan.New.Count);
        Count(page, phrases.CountChanged, plan.Changed.Count);
        Count(page, phrases.CountUnchanged, plan.Unchanged);
        if (plan.Problems.Count > 0) Count(page, phrases.CountBad, plan.Problems.Count);
        page.Gap();
        // Names of columns, codes and lines: English in every language, so each is a line of its own that runs left to right.
        foreach (var line in Lines(plan).Take(MostLines)) page.Line($"<code>{Markup.Escape(Direction.LeftToRight(Cut(line)))}</code>");
        if (Lines(plan).Count() > MostLines) page.Text($"… {phrases.MoreInFile}");
        page.Gap();
        if (plan.Problems.Count > 0) page.Text(phrases.NothingDone);
        else if (!plan.CanApply) page.Text(phrases.NothingToDo);
    }

    /// <summary>All lines as a file; none when the panel has room for them.</summary>
    public static IReadOnlyList<OutgoingFile>? File(ImportPlan plan) => Lines(plan).Count() <= MostLines ? null
        : [new OutgoingFile("import.txt", Encoding.UTF8.GetBytes(string.Join("\r\n", Lines(plan)) + "\r\n"))];

    /// <summary>One line for each mistake; without any, one for each entry that would be written.</summary>
    public static IEnumerable<string> Lines(ImportPlan plan) => plan.Problems.Count > 0
        ? plan.Problems.Select(problem => problem.ToString())
        : plan.Changed.Select(entry => $"* {entry.After.Slug}: {string.Join(", ", entry.Fields)}")
            .Concat(plan.New.Select(entry => $"+ {entry.After.Slug}"));

    private static void Count(StaffPage page, string phrase, int count) =>
        page.Text(Phrase.Fill(phrase, ("count", Digits.Show(count, page.Reader.Language))));

    private static string Cut(string line) => line.Length <= LongestLine ? line : line[..LongestLine] + "…";
}
