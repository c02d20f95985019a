using System.Globalization;
using System.Text.Json;

namespace ResourceBot.Catalogue.Seeds;

/// <summary>
/// Reads one JSON object field by field and notes every mistake with its path, instead of stopping at the first. A value
/// that was wrong comes back as a harmless stand-in; the caller looks at the mistakes before it uses anything.
/// </summary>
internal sealed class EntryReader(JsonElement element, string path, Action<string, string> mistake)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wrong = new(StringComparer.Ordinal);

    /// <param name="lines">It may go over several lines.</param>
    public string Text(string field, int maxLength, bool lines = false) => OptionalText(field, maxLength, lines) ?? Missing(field, "");

    public string? OptionalText(string field, int maxLength, bool lines = false)
    {
        if (Value(field) is not { } value || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) return Wrong<string?>(field, "must be a text", null);
        var text = value.GetString()!;
        if (text.Trim().Length == 0) return Wrong<string?>(field, "is empty; write null when there is nothing to say", null);
        if (text.Length > maxLength) return Wrong(field, $"has {text.Length} characters; at most {maxLength} are allowed", text);
        if (text.Any(c => IsForbidden(c) && !(lines && c == '\n'))) return Wrong(field, "holds a control or direction character", text);
        return text;
    }

    public string Code(string field, IReadOnlyList<string> allowed)
    {
        var code = Text(field, maxLength: 64);
        return allowed.Contains(code) ? code : Wrong(field, $"\"{code}\" is not one of {string.Join(", ", allowed)}", allowed[0]);
    }

    public T Enum<T>(string field) where T : struct, Enum =>
        System.Enum.Parse<T>(Code(field, [.. System.Enum.GetNames<T>().Select(name => name.ToLowerInvariant())]), ignoreCase: true);

    public IReadOnlyList<string> Texts(string field, int maxLength)
    {
        if (Value(field) is not { ValueKind: JsonValueKind.Array } array) return Wrong<IReadOnlyList<string>>(field, "must be a list", []);
        var texts = new List<string>();
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String) Wrong(field, "must hold texts only", texts);
            else if (item.GetString() is { Length: > 0 } text && text.Length <= maxLength) texts.Add(text);
            else Wrong(field, $"holds a text that is empty or longer than {maxLength}", texts);
        }

        if (texts.Distinct(StringComparer.Ordinal).Count() < texts.Count) Wrong(field, "names something twice", texts);
        return texts;
    }

    /// <summary>Texts without spaces inside, because lists are stored with spaces between.</summary>
    public IReadOnlyList<string> Texts(string field, Func<string, bool> fits, string formInWords, int maxLength = 300)
    {
        var texts = Texts(field, maxLength);
        foreach (var text in texts)
        {
            if (text.Any(char.IsWhiteSpace) || !fits(text)) Wrong(field, $"\"{text}\" is not {formInWords}", texts);
        }

        return texts;
    }

    public IReadOnlyList<string> Codes(string field, IReadOnlyList<string> allowed)
    {
        var codes = Texts(field, maxLength: 64);
        foreach (var code in codes)
        {
            if (!allowed.Contains(code)) Wrong(field, $"\"{code}\" is not one of {string.Join(", ", allowed)}", codes);
        }

        return codes;
    }

    public IReadOnlyList<string> Countries(string field) =>
        Texts(field, Catalogue.Codes.Countries.Contains, "the code of a country that the bot can name, such as AF or DE");

    public int? OptionalNumber(string field, int from, int to)
    {
        if (Value(field) is not { } value || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= from && number <= to
            ? number
            : Wrong<int?>(field, $"must be a whole number from {from} to {to}, or null", null);
    }

    public int Number(string field, int from, int to) => OptionalNumber(field, from, to) ?? Missing(field, from);

    public float Decimal(string field, float from, float to) =>
        Value(field) is { } value ? Decimal(field, value, from, to) : from;

    /// <summary>Names with a number each.</summary>
    public IReadOnlyDictionary<string, float> Decimals(string field, float from, float to) =>
        Value(field) is { ValueKind: JsonValueKind.Object } value
            ? value.EnumerateObject().DistinctBy(item => item.Name)
                .ToDictionary(item => item.Name, item => Decimal(field, item.Value, from, to), StringComparer.Ordinal)
            : Wrong(field, "must be an object in braces", new Dictionary<string, float>(StringComparer.Ordinal));

    public DateOnly? OptionalDate(string field) =>
        OptionalText(field, maxLength: 10) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : Wrong<DateOnly?>(field, $"\"{text}\" is not a date like 2026-12-31", null);

    public Uri? OptionalWebAddress(string field) =>
        OptionalText(field, WebAddress.MaxLength) is not { } text ? null : WebAddress.Read(text) ?? Wrong<Uri?>(field, "is not " + WebAddress.InWords, null);

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
        Wrong(field, "must be an object in braces", field);
        return new EntryReader(EmptyObject(), Path(field), (_, _) => { });
    }

    public IReadOnlyList<EntryReader> Objects(string field)
    {
        if (Value(field) is not { ValueKind: JsonValueKind.Array } array) return Wrong<IReadOnlyList<EntryReader>>(field, "must be a list", []);
        return [.. array.EnumerateArray().Select((item, index) => item.ValueKind == JsonValueKind.Object
            ? new EntryReader(item, $"{Path(field)}[{index}]", mistake)
            : Wrong(field, "must hold objects only", new EntryReader(EmptyObject(), Path(field), (_, _) => { })))];
    }

    public T Wrong<T>(string field, string problem, T standIn)
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
            if (!_read.Contains(property.Name)) Wrong(property.Name, "is not a known field", property);
        }
    }

    private float Decimal(string field, JsonElement value, float from, float to) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out var number) && number >= from && number <= to
            ? number
            : Wrong(field, string.Create(CultureInfo.InvariantCulture, $"must be a number from {from} to {to}"), from);

    private JsonElement? Value(string field)
    {
        _read.Add(field);
        return element.TryGetProperty(field, out var value) ? value : Missing<JsonElement?>(field, null);
    }

    // One mistake is told once, also where two readers look at the same field.
    private T Missing<T>(string field, T standIn) => _wrong.Contains(field) ? standIn : Wrong(field, "is missing", standIn);

    private string Path(string field) => path.Length == 0 ? field : $"{path}.{field}";

    private static JsonElement EmptyObject() => JsonDocument.Parse("{}").RootElement;

    private static bool IsForbidden(char c) =>
        char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' or '\uFEFF' or '\u200B';
}
