using System.Text.RegularExpressions;

namespace ResourceBot.Languages;

/// <summary>Puts values into a phrase.</summary>
public static partial class Phrase
{
    /// <summary>Replaces each <c>{name}</c>. Values stand as they are given: isolate what may run the other way.</summary>
    /// <exception cref="ArgumentException">The phrase has a name without a value, or the other way round.</exception>
    public static string Fill(string phrase, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = phrase;
        foreach (var (name, value) in values)
        {
            var hole = $"{{{name}}}";
            if (!phrase.Contains(hole, StringComparison.Ordinal))
                throw new ArgumentException($"The phrase has no place for {hole}.", nameof(values));
            filled = filled.Replace(hole, value, StringComparison.Ordinal);
        }

        return values.Length == Holes(phrase).Count
            ? filled
            : throw new ArgumentException("A place of the phrase stays empty.", nameof(values));
    }

    /// <summary>The names in braces, each once, in alphabetical order.</summary>
    public static IReadOnlyList<string> Holes(string phrase) =>
        [.. Hole().Matches(phrase).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();
}
