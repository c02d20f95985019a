using System.Text.RegularExpressions;

namespace ResourceBot.Catalogue;

/// <summary>
/// The name of a resource in links and buttons; it never changes and outlives the database. Lower-case letters, digits
/// and hyphens, at most 48, so that it fits a button (64 bytes) and a deep link (64 characters of A-Z a-z 0-9 _ -).
/// </summary>
public sealed partial record Slug
{
    public const int MaxLength = 48;

    private Slug(string value) => Value = value;

    public string Value { get; }

    public static Slug? TryParse(string? text) =>
        text is not null && text.Length <= MaxLength && Form().IsMatch(text) ? new Slug(text) : null;

    /// <exception cref="FormatException">Not of the form of a slug.</exception>
    public static Slug Parse(string text) =>
        TryParse(text) ?? throw new FormatException("A slug is lower-case letters, digits and single hyphens, at most 48.");

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
