using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ResourceBot.Catalogue.Search;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Editing;

/// <summary>What somebody typed for a field, turned into the value of that field.</summary>
/// <param name="Fits">False: it is none for this field, and <paramref name="Value"/> means nothing.</param>
/// <param name="TooLong">How many letters it has, when it has too many.</param>
/// <param name="Misfit">Which part of it does not fit, when that can be said.</param>
public sealed partial record TypedValue(bool Fits, JsonNode? Value = null, int? TooLong = null, string? Misfit = null)
{
    private static readonly TypedValue No = new(Fits: false);

    // No entry names more; a longer list would bury the buttons of the card.
    private const int MostValues = 12;

    /// <param name="words">Names of countries in each language.</param>
    public static TypedValue Of(EntryField field, string typed, DraftBody body, IReadOnlyCollection<Words> words)
    {
        var text = Clean(typed);
        if (text.Length == 0) return No;
        var read = field.Input switch
        {
            FieldInput.Text => OfText(field, text),
            FieldInput.Address => OfAddress(text),
            FieldInput.Age => int.TryParse(Digits.ToAscii(text), NumberStyles.None, CultureInfo.InvariantCulture, out var age)
                ? new TypedValue(Fits: true, age) : No,
            FieldInput.Occasion => OccasionReading.Read(text) is { } occasion ? new TypedValue(Fits: true, EntryJson.Write(occasion)) : No,
            FieldInput.Countries => OfCountries(text, words),
            FieldInput.Values => OfValues(field, text, body),
            FieldInput.Evidence => OfEvidence(text, body),
            _ => No,
        };
        return read.Fits && !Judges(field, read.Value, body) ? new TypedValue(Fits: false, Misfit: field.Input == FieldInput.Age ? text : null) : read;
    }

    /// <summary>
    /// A typed text as it may stand in an entry: one line, without control characters and without marks of direction, which
    /// keyboards and copied pages bring along and which could show a text other than it is.
    /// </summary>
    public static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var c in typed.Normalize(NormalizationForm.FormC))
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            // The joiners are spelling in Dari and Pashto; everything else that cannot be seen goes.
            else if (c is '\u200C' or '\u200D' || char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Trim();
    }

    // The reader of the seed files has the last word on every value.
    private static bool Judges(EntryField field, JsonNode? value, DraftBody body)
    {
        var tried = DraftBody.Parse(body.Text);
        tried.Set(field.Path, value?.DeepClone());
        return tried.Read().Wrong.All(path => path != field.Path && !path.StartsWith(field.Path + ".", StringComparison.Ordinal));
    }

    private static TypedValue OfText(EntryField field, string text) =>
        text.Length > field.MaxLength ? new TypedValue(Fits: false, TooLong: text.Length) : new TypedValue(Fits: true, text);

    private static TypedValue OfAddress(string text) => Address(text) is { } address ? new TypedValue(Fits: true, address) : No;

    /// <summary>A web address as people send it, also without <c>https://</c>; null when it is none.</summary>
    public static string? Address(string text)
    {
        if (text.Contains(' ', StringComparison.Ordinal) || !text.Contains('.', StringComparison.Ordinal)) return null;
        var whole = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return WebAddress.Read(whole) is null ? null : whole;
    }

    private static TypedValue OfCountries(string text, IReadOnlyCollection<Words> words)
    {
        var codes = new List<string>();
        foreach (var name in text.Split([',', '،', ';', '؛'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = Folding.Fold(name);
            var code = words.SelectMany(each => each.Countries)
                .FirstOrDefault(country => Folding.Fold(country.Key) == folded || Folding.Fold(country.Value) == folded).Key;
            if (code is null) return new TypedValue(Fits: false, Misfit: name);
            if (!codes.Contains(code)) codes.Add(code);
        }

        return codes.Count is > 0 and <= MostValues ? new TypedValue(Fits: true, EntryJson.Texts(codes)) : No;
    }

    private static TypedValue OfValues(EntryField field, string text, DraftBody body)
    {
        var values = new List<string>();
        foreach (var part in text.Split([',', '،', ';', '؛'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!NumbersForm().IsMatch(part)) values.AddRange(part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            // Spaces stand between the groups of a long number and between two short ones alike. A wrong guess would send somebody in
            // need to a wrong number, so only what begins like a long number may have spaces in it.
            else if (part.AsSpan().IndexOfAny(' ', '-') >= 0 && Digits.ToAscii(part)[0] is not ('+' or '0' or '(')) return new TypedValue(Fits: false, Misfit: part);
            else values.AddRange(part.Replace(" +", ",+", StringComparison.Ordinal).Split(',').Select(number => string.Concat(Digits.ToAscii(number).Where(c => char.IsAsciiDigit(c) || c == '+'))));
        }

        values = [.. values.Distinct(StringComparer.Ordinal)];
        if (values.Count is 0 or > MostValues) return No;
        return values.Find(value => !Judges(field, EntryJson.Texts([value]), body)) is { } misfit
            ? new TypedValue(Fits: false, Misfit: misfit)
            : new TypedValue(Fits: true, EntryJson.Texts(values));
    }

    private static TypedValue OfEvidence(string text, DraftBody body)
    {
        var words = text.Split(' ', 2);
        if (words.Length < 2 || Address(words[0]) is not { } source) return No;
        var says = words[1];
        string? date = null;
        if (EvidenceDateForm().Match(says) is { Success: true } match)
        {
            date = Digits.ToAscii(match.Groups["date"].Value);
            says = says[..match.Index].TrimEnd();
        }

        if (says.Length == 0) return No;
        var sources = (JsonArray)body.Get("evidence")!.DeepClone();
        if (sources.Count >= MostValues) return No;
        sources.Add(EntryJson.Write(new Evidence(source, says, date)));
        return new TypedValue(Fits: true, sources);
    }

    [GeneratedRegex(@"^[+0-9۰-۹٠-٩() -]{2,100}$", RegexOptions.NonBacktracking)]
    private static partial Regex NumbersForm();

    [GeneratedRegex(@"[ (](?<date>[0-9۰-۹]{4}(-[0-9۰-۹]{2}){0,2})\)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EvidenceDateForm();
}
