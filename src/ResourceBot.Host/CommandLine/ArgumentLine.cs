using System.Text.RegularExpressions;

namespace ResourceBot.Host.CommandLine;

/// <summary>
/// The arguments, parted into settings (<c>--Section:Key=value</c>, which may stand anywhere and mean the same with and without
/// a verb) and the words of a verb.
/// </summary>
internal sealed partial record ArgumentLine(IReadOnlyList<string> Settings, IReadOnlyList<string> Words)
{
    private static readonly string[] AskingForHelp = ["--help", "-h", "-?", "--version"];

    /// <summary>
    /// Whether this calls a verb, or asks for help, rather than the bot. A lone word calls one too, also a misspelt one: it must
    /// not start a bot that nobody meant. What begins with a dash or names a value is for the host, as always.
    /// </summary>
    public bool CallsVerb => Words.Count > 0
        && (AskingForHelp.Contains(Words[0]) || !(Words[0].StartsWith('-') || Words[0].StartsWith('/') || Words[0].Contains('=', StringComparison.Ordinal)));

    public static ArgumentLine Split(IReadOnlyList<string> arguments)
    {
        List<string> settings = [], words = [];
        for (var place = 0; place < arguments.Count; place++)
        {
            if (!Setting().IsMatch(arguments[place]))
            {
                words.Add(arguments[place]);
                continue;
            }

            settings.Add(arguments[place]);
            // The value may also be the next argument.
            if (!arguments[place].Contains('=', StringComparison.Ordinal) && place + 1 < arguments.Count) settings.Add(arguments[++place]);
        }

        return new ArgumentLine(settings, words);
    }

    [GeneratedRegex(@"^--[A-Za-z]\w*(:\w+)+(=|$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
