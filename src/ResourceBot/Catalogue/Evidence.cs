using System.Globalization;

namespace ResourceBot.Catalogue;

/// <summary>What a source said, and when; the reason why we believe a fact.</summary>
/// <param name="Source">An address, or the name of a source that has none.</param>
/// <param name="Says">One short sentence of our own.</param>
/// <param name="Date">As exact as it is known: <c>2025</c>, <c>2025-09</c> or <c>2025-09-15</c>; null when undated.</param>
public sealed record Evidence(string Source, string Says, string? Date)
{
    private static readonly string[] DateForms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>Whether a text can be the date of a source: of that form, and a year, month or day that there is.</summary>
    public static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
