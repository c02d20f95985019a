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
        foreach (var count in Counts(plan, phrases, page.Reader.Language)) page.Text(count);
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

    /// <summary>How much is new, changes, stays and is wrong.</summary>
    public static IEnumerable<string> Counts(ImportPlan plan, ExchangePhrases phrases, Language language)
    {
        yield return Count(phrases.CountNew, plan.New.Count, language);
        yield return Count(phrases.CountChanged, plan.Changed.Count, language);
        yield return Count(phrases.CountUnchanged, plan.Unchanged, language);
        if (plan.Problems.Count > 0) yield return Count(phrases.CountBad, plan.Problems.Count, language);
    }

    /// <summary>Why a file was not even read.</summary>
    public static string Words(ImportRefusal refusal, ExchangePhrases phrases) => refusal switch
    {
        ImportRefusal.Empty => phrases.RefusedEmpty,
        ImportRefusal.TooBig => phrases.RefusedTooBig,
        ImportRefusal.Spreadsheet => phrases.RefusedSpreadsheet,
        ImportRefusal.Archive => phrases.RefusedArchive,
        ImportRefusal.NotUtf8 => phrases.RefusedNotUtf8,
        _ => phrases.RefusedTooManyRows,
    };

    private static string Count(string phrase, int count, Language language) =>
        Phrase.Fill(phrase, ("count", Digits.Show(count, language)));

    private static string Cut(string line) => line.Length <= LongestLine ? line : line[..LongestLine] + "…";
}
