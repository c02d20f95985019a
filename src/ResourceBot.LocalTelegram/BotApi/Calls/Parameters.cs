using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace ResourceBot.LocalTelegram.BotApi.Calls;

/// <summary>A file that came in a multipart body.</summary>
internal sealed record Upload(string FileName, string? ContentType, byte[] Bytes);

/// <summary>
/// The parameters of one call, whichever of the four ways they came (query, form, multipart, JSON). Text that stands for
/// an object or an array is parsed when the <see cref="Schema.ApiSchema"/> has said that it must be one.
/// </summary>
internal sealed class Parameters : IDisposable
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _json = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Upload> _uploads = new(StringComparer.Ordinal);
    private readonly List<JsonDocument> _documents = [];

    public IEnumerable<string> Names => _texts.Keys.Concat(_json.Keys.Where(name => !_texts.ContainsKey(name)));

    public IReadOnlyDictionary<string, Upload> Uploads => _uploads;

    public bool Has(string name) => _texts.ContainsKey(name) || _json.ContainsKey(name) || _uploads.ContainsKey(name);

    public void Add(string name, string text) => _texts[name] = text;

    public void Remove(string name)
    {
        _texts.Remove(name);
        _json.Remove(name);
    }

    public void Add(string name, Upload upload) => _uploads[name] = upload;

    /// <summary>Takes a parsed body and disposes of it in the end.</summary>
    public void AddBody(JsonDocument body)
    {
        _documents.Add(body);
        foreach (var property in body.RootElement.EnumerateObject())
            AddJson(property.Name, property.Value);
    }

    /// <summary>Makes <see cref="Json"/> of a parameter that came as text, also inside a JSON body.</summary>
    /// <returns>False when the text is no JSON.</returns>
    public bool TryParse(string name)
    {
        if (_json.TryGetValue(name, out var known) && known.ValueKind != JsonValueKind.String) return true;
        try
        {
            var document = JsonDocument.Parse(Text(name)!);
            _documents.Add(document);
            _json[name] = document.RootElement;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public string? Text(string name) =>
        _texts.TryGetValue(name, out var text) ? text
        : _json.TryGetValue(name, out var element) ? TextOf(element)
        : null;

    public long? Integer(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => Text(name) is "true" or "True" or "1" or "yes";

    public JsonElement? Json(string name) => _json.TryGetValue(name, out var element) ? element : null;

    public bool IsText(string name) => _texts.ContainsKey(name);

    public bool TryUpload(string name, [NotNullWhen(true)] out Upload? upload)
    {
        const string Attached = "attach://";
        if (_uploads.TryGetValue(name, out upload)) return true;
        return Text(name) is { } text
            && text.StartsWith(Attached, StringComparison.Ordinal)
            && _uploads.TryGetValue(text[Attached.Length..], out upload);
    }

    public void Dispose()
    {
        foreach (var document in _documents) document.Dispose();
    }

    private static string TextOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();

    private void AddJson(string name, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)) _json[name] = value;
    }
}
