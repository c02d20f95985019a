using System.Text;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Truth;

/// <summary>A dry run line by line: on a terminal, in a file, and the mistakes on the panel.</summary>
internal static class ImportReport
{
    private const int MostLines = 8;

    // A message holds 4096 letters.
    private const int MostLetters = 3000;

    /// <summary>The mistakes, as many as the panel has room for; the file has all of them.</summary>
    public static void WriteProblems(StaffPage page, ImportPlan plan)
    {
        var phrases = page.Of<ExchangePhrases>();
        var letters = 0;
        foreach (var line in Lines(plan, phrases, page.Reader.Language).Take(MostLines).TakeWhile(line => (letters += line.Length) <= MostLetters))
            page.Text($"• {line}");
        if (HasMore(plan, phrases, page.Reader.Language)) page.Text($"… {phrases.MoreInFile}");
    }

    /// <summary>The mistakes as a file; none when the panel has room for them.</summary>
    public static IReadOnlyList<OutgoingFile>? ProblemFile(ImportPlan plan, ExchangePhrases phrases, Language language) =>
        HasMore(plan, phrases, language) ? [File(plan, phrases, language)] : null;

    /// <summary>All lines as a file.</summary>
    public static OutgoingFile File(ImportPlan plan, ExchangePhrases phrases, Language language) =>
        new("import.txt", Encoding.UTF8.GetBytes("\uFEFF" + string.Join("\r\n", Lines(plan, phrases, language)) + "\r\n"));

    /// <summary>A line for each mistake; without any, one for each entry that would be written, and below it one for each of its columns.</summary>
    public static IEnumerable<string> Lines(ImportPlan plan, ExchangePhrases phrases, Language language) => plan.Problems.Count > 0
        ? plan.Problems.Select(problem => MistakeText.Line(problem, phrases, language))
        : plan.Entries.SelectMany(Lines);

    /// <summary>A line without the marks that keep directions apart: a terminal does not know them.</summary>
    public static string Plain(string line) => string.Concat(line.Where(c => c is not ('\u200E' or '\u200F' or (>= '\u2066' and <= '\u2069'))));

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

    // Names of columns and codes are the same in every language, as they stand in the file.
    private static IEnumerable<string> Lines(PlannedEntry entry)
    {
        yield return entry.Before is null ? $"+ {entry.After.Slug}" : $"* {entry.After.Slug}: {string.Join(", ", entry.Fields)}";
        var after = EntryJson.Write(entry.After);
        var before = entry.Before is null ? null : EntryJson.Write(entry.Before);
        foreach (var column in EntryColumns.All.Where(column => column.Name != EntryColumns.Slug))
        {
            var now = column.Show(column.In(after));
            var old = before is null ? "" : column.Show(column.In(before));
            if (before is null ? now.Length > 0 : now != old)
                yield return $"    {column.Name}: {(before is null ? "" : Value(old) + " → ")}{Value(now)}";
        }
    }

    private static string Value(string text) => Direction.Isolate(ReviewWarnings.Reveal(text));

    private static bool HasMore(ImportPlan plan, ExchangePhrases phrases, Language language) =>
        plan.Problems.Count > MostLines || Lines(plan, phrases, language).Sum(line => line.Length) > MostLetters;

    private static string Count(string phrase, int count, Language language) =>
        Phrase.Fill(phrase, ("count", Digits.Show(count, language)));
}
