using System.Globalization;

namespace ResourceBot.Host.CommandLine;

/// <summary>What a verb says to a person at a terminal.</summary>
/// <param name="output">The result.</param>
/// <param name="error">Why there is none.</param>
internal sealed class Printed(TextWriter output, TextWriter error)
{
    public TextWriter Output => output;

    public TextWriter Error => error;

    public void Say(string line) => output.WriteLine(Visible(line));

    public void Complain(string line) => error.WriteLine(Visible(line));

    /// <summary>
    /// A line without the characters that steer a terminal or turn the direction of a text: what a file from anywhere says
    /// stands in some of these lines.
    /// </summary>
    public static string Visible(string line) => string.Concat(line.Select(c => Steers(c) ? '\uFFFD' : c));

    private static bool Steers(char c) =>
        char.IsControl(c) || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D'));
}
