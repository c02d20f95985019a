using System.Text.Json;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Truth;

/// <summary>A mistake in a file as somebody who fills in a spreadsheet reads it: the line, the entry, the column as the file calls it, a sentence.</summary>
internal static class MistakeText
{
    // Of a value in the file: enough to find it again.
    private const int MostLetters = 60;

    public static string Line(ImportProblem problem, ExchangePhrases phrases, Language language)
    {
        var comma = language.IsRightToLeft() ? "، " : ", ";
        string[] place =
        [
            Phrase.Fill(phrases.Line, ("number", Digits.Show(problem.Line, language))),
            .. new[] { problem.Entry, problem.Field }.Where(name => name.Length > 0).Select(name => Direction.LeftToRight(Cut(name))),
        ];
        return $"{string.Join(comma, place)}: {Sentence(problem.Mistake, phrases, language)}";
    }

    /// <summary>Under which the sentence of a mistake stands in the files of phrases.</summary>
    public static string Key(MistakeCode code) => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    private static string Sentence(Mistake mistake, ExchangePhrases phrases, Language language) =>
        mistake.Code is { } code
            ? Phrase.Fill(
                Direction.Examples(phrases.Mistakes[Key(code)], language),
                [.. mistake.Parts.Select(part => (part.Name, Part(part.Name, part.Value, language)))])
            : mistake.English;

    private static string Part(string name, string value, Language language) => name switch
    {
        "value" => language.IsRightToLeft() ? $"«{Direction.Isolate(Cut(value))}»" : $"“{Direction.Isolate(Cut(value))}”",
        "allowed" or "owner" or "letter" => Direction.LeftToRight(value),
        _ => Digits.Show(value, language),
    };

    private static string Cut(string value) => ReviewWarnings.Reveal(value.Length <= MostLetters ? value : value[..MostLetters] + "…");
}
