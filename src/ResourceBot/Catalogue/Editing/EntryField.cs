namespace ResourceBot.Catalogue.Editing;

/// <summary>How a field is filled in.</summary>
public enum FieldInput
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>One of some codes, by a button.</summary>
    Choice,

    /// <summary>Any of some codes, by buttons.</summary>
    Many,

    /// <summary>Yes, no or not known, by a button.</summary>
    Known,

    /// <summary>A date, a yearly day, at any time, or not known.</summary>
    Occasion,

    /// <summary>A number of years.</summary>
    Age,

    /// <summary>Countries by their names.</summary>
    Countries,

    /// <summary>A web address.</summary>
    Address,

    /// <summary>Telephone numbers, addresses or handles, several.</summary>
    Values,

    /// <summary>Sources, one at a time.</summary>
    Evidence,
}

/// <summary>One field of an entry, as the form asks for it.</summary>
/// <param name="Path">Where it stands in the JSON form, such as <c>audience.inside</c> or <c>texts.ps.title</c>.</param>
/// <param name="Hint">Key of <c>StaffPhrases.Hints</c>.</param>
/// <param name="Codes">What can be chosen.</param>
/// <param name="MaxLength">Letters.</param>
/// <param name="Optional">It may stay empty.</param>
public sealed record EntryField(
    string Path, FieldInput Input, string Hint, IReadOnlyList<string>? Codes = null, int MaxLength = 0, bool Optional = true)
{
    /// <summary>The path as it stands in the code of a button, where dots have a meaning.</summary>
    public string Code => Path.Replace('.', '-');

    /// <summary>Key of <c>StaffPhrases.Fields</c>: a text is called the same in each language.</summary>
    public string Name => TextLanguage is null ? Path : Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>ISO code of the language of a text; null for facts.</summary>
    public string? TextLanguage => Path.StartsWith("texts.", StringComparison.Ordinal) ? Path.Split('.')[1] : null;
}
