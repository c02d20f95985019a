using System.Globalization;
using System.Text.Json;

namespace ResourceBot.Catalogue.Seeds;

/// <summary>
/// Reads one JSON object field by field and notes every mistake with its path, instead of stopping at the first. A value
/// that was wrong comes back as a harmless stand-in; the caller looks at the mistakes before it uses anything.
/// </summary>
internal sealed class EntryReader(JsonElement element, string path, Action<string, Mistake> mistake)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wrong = new(StringComparer.Ordinal);

    /// <param name="lines">It may go over several lines.</param>
    public string Text(string field, int maxLength, bool lines = false) => OptionalText(field, maxLength, lines) ?? Missing(field, "");

    public string? OptionalText(string field, int maxLength, bool lines = false)
    {
        if (Value(field) is not { } value || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) return Wrong<string?>(field, Mistake.NotText, null);
        var text = value.GetString()!;
        if (text.Trim().Length == 0) return Wrong<string?>(field, Mistake.EmptyText, null);
        if (text.Length > maxLength) return Wrong(field, Mistake.TooLong(text.Length, maxLength), text);
        var hidden = text.FirstOrDefault(c => IsForbidden(c) && !(lines && c == '\n'));
        return hidden == default ? text : Wrong(field, Mistake.HiddenLetter(hidden), text);
    }

    /// <param name="otherwise">The mistake that another word is; else it is answered with those that are allowed.</param>
    public string Code(string field, IReadOnlyList<string> allowed, Func<string, Mistake>? otherwise = null)
    {
        var code = Text(field, maxLength: 64);
        if (allowed.Contains(code)) return code;
        // Nothing at all, or something much too long, is told already.
        return _wrong.Contains(field) ? allowed[0] : Wrong(field, otherwise?.Invoke(code) ?? Mistake.NotAllowed(code, allowed), allowed[0]);
    }

    public T Enum<T>(string field) where T : struct, Enum =>
        System.Enum.Parse<T>(Code(field, [.. System.Enum.GetNames<T>().Select(name => name.ToLowerInvariant())]), ignoreCase: true);

    public IReadOnlyList<string> Texts(string field, int maxLength)
    {
        if (Value(field) is not { ValueKind: JsonValueKind.Array } array) return Wrong<IReadOnlyList<string>>(field, Mistake.NotList, []);
        var texts = new List<string>();
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String) Wrong(field, Mistake.NotTexts, texts);
            else if (item.GetString() is { Length: > 0 } text && text.Length <= maxLength) texts.Add(text);
            else Wrong(field, Mistake.ItemLength(maxLength), texts);
        }

        if (texts.Distinct(StringComparer.Ordinal).Count() < texts.Count) Wrong(field, Mistake.Twice, texts);
        return texts;
    }

    /// <summary>Texts without spaces inside, because lists are stored with spaces between.</summary>
    public IReadOnlyList<string> Texts(string field, Func<string, bool> fits, Func<string, Mistake> otherwise, int maxLength = 300)
    {
        var texts = Texts(field, maxLength);
        foreach (var text in texts)
        {
            if (text.Any(char.IsWhiteSpace) || !fits(text)) Wrong(field, otherwise(text), texts);
        }

        return texts;
    }

    public IReadOnlyList<string> Codes(string field, IReadOnlyList<string> allowed)
    {
        var codes = Texts(field, maxLength: 64);
        foreach (var code in codes)
        {
            if (!allowed.Contains(code)) Wrong(field, Mistake.NotAllowed(code, allowed), codes);
        }

        return codes;
    }

    public IReadOnlyList<string> Countries(string field) =>
        Texts(field, Catalogue.Codes.Countries.Contains, Mistake.NotCountry);

    public int? OptionalNumber(string field, int from, int to)
    {
        if (Value(field) is not { } value || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= from && number <= to
            ? number
            : Wrong<int?>(field, Mistake.NotNumber(from, to), null);
    }

    public int Number(string field, int from, int to) => OptionalNumber(field, from, to) ?? Missing(field, from);

    public float Decimal(string field, float from, float to) =>
        Value(field) is { } value ? Decimal(field, value, from, to) : from;

    /// <summary>Names with a number each.</summary>
    public IReadOnlyDictionary<string, float> Decimals(string field, float from, float to) =>
        Value(field) is { ValueKind: JsonValueKind.Object } value
            ? value.EnumerateObject().DistinctBy(item => item.Name)
                .ToDictionary(item => item.Name, item => Decimal(field, item.Value, from, to), StringComparer.Ordinal)
            : Wrong(field, Mistake.NotObject, new Dictionary<string, float>(StringComparer.Ordinal));

    public DateOnly? OptionalDate(string field) =>
        OptionalText(field, maxLength: 10) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : Wrong<DateOnly?>(field, Mistake.NotDate(text), null);

    public Uri? OptionalWebAddress(string field) =>
        OptionalText(field, WebAddress.MaxLength) is not { } text ? null : WebAddress.Read(text) ?? Wrong<Uri?>(field, Mistake.NotAddress(text), null);

    /// <summary>Whether the field is there and says that there is nothing.</summary>
    public bool IsNull(string field)
    {
        if (!element.TryGetProperty(field, out var value) || value.ValueKind != JsonValueKind.Null) return false;
        _read.Add(field);
        return true;
    }

    public EntryReader Object(string field)
    {
        if (Value(field) is { ValueKind: JsonValueKind.Object } value) return new EntryReader(value, Path(field), mistake);
        Wrong(field, Mistake.NotObject, field);
        return new EntryReader(EmptyObject(), Path(field), (_, _) => { });
    }

    public IReadOnlyList<EntryReader> Objects(string field)
    {
        if (Value(field) is not { ValueKind: JsonValueKind.Array } array) return Wrong<IReadOnlyList<EntryReader>>(field, Mistake.NotList, []);
        return [.. array.EnumerateArray().Select((item, index) => item.ValueKind == JsonValueKind.Object
            ? new EntryReader(item, $"{Path(field)}[{index}]", mistake)
            : Wrong(field, Mistake.NotObjects, new EntryReader(EmptyObject(), Path(field), (_, _) => { })))];
    }

    public T Wrong<T>(string field, Mistake problem, T standIn)
    {
        _wrong.Add(field);
        mistake(Path(field), problem);
        return standIn;
    }

    /// <summary>A misspelt field would otherwise be lost in silence. Call it when all fields have been read.</summary>
    public void RefuseUnread()
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!_read.Contains(property.Name)) Wrong(property.Name, Mistake.UnknownField, property);
        }
    }

    private float Decimal(string field, JsonElement value, float from, float to) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out var number) && number >= from && number <= to
            ? number
            : Wrong(field, Mistake.OfWords(string.Create(CultureInfo.InvariantCulture, $"must be a number from {from} to {to}")), from);

    private JsonElement? Value(string field)
    {
        _read.Add(field);
        return element.TryGetProperty(field, out var value) ? value : Missing<JsonElement?>(field, null);
    }

    // One mistake is told once, also where two readers look at the same field.
    private T Missing<T>(string field, T standIn) => _wrong.Contains(field) ? standIn : Wrong(field, Mistake.Missing, standIn);

    private string Path(string field) => path.Length == 0 ? field : $"{path}.{field}";

    private static JsonElement EmptyObject() => JsonDocument.Parse("{}").RootElement;

    private static bool IsForbidden(char c) =>
        char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' or '\uFEFF' or '\u200B';
}
