using System.Text;

namespace ResourceBot.Catalogue.Editing;

/// <summary>A short name for an entry whose writer gave it none.</summary>
internal static class ShortName
{
    public static Slug For(DraftBody body) =>
        Of(body.GetText("texts.en.title")) ?? Of(body.GetText("provider")) ?? Of(Host(body.GetText("link"))) ?? Slug.Parse("entry");

    public static Slug Numbered(Slug name, int number)
    {
        var end = $"-{number}";
        return Slug.Parse(name.Value[..Math.Min(name.Value.Length, Slug.MaxLength - end.Length)].TrimEnd('-') + end);
    }

    private static string? Host(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var address) ? address.Host : null;

    private static Slug? Of(string? text)
    {
        var name = new StringBuilder();
        foreach (var c in (text ?? "").ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) name.Append(c);
            else if (c < 0x300 && name.Length > 0 && name[^1] != '-') name.Append('-');
            if (name.Length == Slug.MaxLength) break;
        }

        // Two letters of a Dari title are no name.
        var slug = name.ToString().Trim('-');
        return slug.Length < 3 ? null : Slug.TryParse(slug);
    }
}
