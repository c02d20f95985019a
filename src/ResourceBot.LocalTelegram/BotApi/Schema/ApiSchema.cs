using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.BotApi.Schema;

/// <summary>
/// The methods and types of <c>bot-api.json</c>, and the check of a call against them. Stricter than Telegram on purpose:
/// Telegram ignores a parameter that it does not know, and so hides a typing mistake for months.
/// </summary>
internal sealed class ApiSchema
{
    private readonly FrozenDictionary<string, ApiMethod> _methods;
    private readonly FrozenDictionary<string, ApiType> _types;

    private ApiSchema(FrozenDictionary<string, ApiMethod> methods, FrozenDictionary<string, ApiType> types)
    {
        _methods = methods;
        _types = types;
    }

    public IEnumerable<string> Methods => _methods.Keys;

    public static ApiSchema Load()
    {
        using var stream = typeof(ApiSchema).Assembly.GetManifestResourceStream(
            "ResourceBot.LocalTelegram.BotApi.Schema.bot-api.json")!;
        using var document = JsonDocument.Parse(stream);
        var methods = document.RootElement.GetProperty("methods").EnumerateObject()
            .Select(method => new ApiMethod(method.Name, ReadFields(method.Value)))
            .ToFrozenDictionary(method => method.Name, StringComparer.OrdinalIgnoreCase);
        var types = document.RootElement.GetProperty("types").EnumerateObject()
            .Select(ReadType)
            .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        return new ApiSchema(methods, types);
    }

    /// <summary>Names of methods are not case sensitive (Bot API, "Making requests").</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out ApiMethod? method) => _methods.TryGetValue(name, out method);

    /// <summary>Looks at every parameter, and parses those that stand for objects or arrays.</summary>
    public Refusal? Check(ApiMethod method, Parameters parameters)
    {
        foreach (var name in parameters.Names)
        {
            if (!method.Fields.TryGetValue(name, out var field)) return Unknown(name, method.Name);
            if (CheckParameter(field, parameters) is { } refusal) return refusal;
        }
        foreach (var name in parameters.Uploads.Keys)
        {
            if (!method.Fields.ContainsKey(name) && !IsAttached(name, parameters)) return Unknown(name, method.Name);
        }
        foreach (var field in method.Required)
        {
            if (!parameters.Has(field.Name)) return Missing(field.Name);
        }
        return null;
    }

    /// <summary>Checks a value inside a parameter, for parameters whose shape has messages of its own.</summary>
    public Refusal? CheckValue(string types, JsonElement value, string path) =>
        CheckValue(FieldTypes.Parse(types), value, path);

    private static Refusal Unknown(string name, string owner) => Refusal.BadRequest(
        $"unknown parameter \"{name}\" of {owner} (Telegram would ignore it in silence)");

    // What Telegram says when one of its most used parameters is empty; the rest is our own wording.
    private static Refusal Missing(string name) => Refusal.BadRequest(name switch
    {
        "chat_id" => "chat_id is empty",
        "text" => "message text is empty",
        "message_id" => "message identifier is not specified",
        "message_ids" => "message identifiers are not specified",
        "photo" => "there is no photo in the request",
        "document" => "there is no document in the request",
        "file_id" => "file_id not specified",
        _ => $"parameter \"{name}\" is required",
    });

    private static bool IsAttached(string upload, Parameters parameters) =>
        parameters.Names.Any(name => parameters.Text(name)!.Contains("attach://" + upload, StringComparison.Ordinal));

    private static ApiType ReadType(JsonProperty type) => type.Value.ValueKind switch
    {
        JsonValueKind.Array => new ApiType(type.Name, ApiType.NoFields, [.. type.Value.EnumerateArray().Select(item => item.GetString()!)]),
        JsonValueKind.String => new ApiType(type.Name, ApiType.NoFields, [], Opaque: true),
        _ => new ApiType(type.Name, ReadFields(type.Value), []),
    };

    private static FrozenDictionary<string, ApiField> ReadFields(JsonElement fields) => fields.EnumerateObject()
        .Select(field => new ApiField(
            field.Name.TrimEnd('!'), FieldTypes.Parse(field.Value.GetString()!), field.Name.EndsWith('!')))
        .ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    private Refusal? CheckParameter(ApiField field, Parameters parameters)
    {
        var types = field.Types;
        // Everything that is not JSON arrives as text, and Telegram takes numbers and booleans in text form anywhere.
        if (types.Scalars && (parameters.IsText(field.Name) || parameters.Json(field.Name)?.ValueKind == JsonValueKind.String))
            return CheckText(field, parameters.Text(field.Name)!);
        if (types.HasStructure && !types.Accepts("String"))
        {
            if (!parameters.TryParse(field.Name))
                return Refusal.BadRequest(field.Name == "reply_markup"
                    ? "can't parse reply keyboard markup JSON object"
                    : $"can't parse {field.Name} JSON object");
            if (field.Name == "reply_markup" && MarkupShape.Check(parameters.Json(field.Name)!.Value) is { } refusal)
                return refusal;
        }
        return parameters.Json(field.Name) is { } value ? CheckValue(types, value, field.Name) : null;
    }

    private static Refusal? CheckText(ApiField field, string text)
    {
        if (field.Types.Accepts("String") || field.Types.Accepts("InputFile")) return null;
        if (field.Types.Accepts("Integer") && long.TryParse(text, out _)) return null;
        if (field.Types.Accepts("Boolean") && text is "true" or "false" or "True" or "False" or "0" or "1" or "yes" or "no") return null;
        if (text.Length == 0) return Missing(field.Name);
        return WrongType(field.Name, field.Types);
    }

    private Refusal? CheckValue(FieldTypes types, JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return types.Accepts("String") || types.Accepts("InputFile") || types.Constant == value.GetString()
                    ? null : WrongType(path, types);
            case JsonValueKind.True or JsonValueKind.False:
                return types.Accepts("Boolean") ? null : WrongType(path, types);
            case JsonValueKind.Number:
                return types.Accepts("Float") || (types.Accepts("Integer") && value.TryGetInt64(out _)) ? null : WrongType(path, types);
            case JsonValueKind.Array when types.ItemsOf is { } items:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    if (CheckValue(items, item, $"{path}[{index++}]") is { } refusal) return refusal;
                }
                return null;
            case JsonValueKind.Object when types.HasObjects:
                return CheckObject(types, value, path);
            default:
                return WrongType(path, types);
        }
    }

    private Refusal? CheckObject(FieldTypes types, JsonElement value, string path)
    {
        Refusal? first = null;
        foreach (var type in types.Objects.SelectMany(Leaves))
        {
            var refusal = type.Opaque ? null : CheckFields(type, value, path);
            if (refusal is null) return null;
            // Of several possible types, the one whose mark fits tells best what is wrong.
            if (first is null || HasMark(type, value)) first = refusal;
        }
        return first ?? WrongType(path, types);
    }

    private Refusal? CheckFields(ApiType type, JsonElement value, string path)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (!type.Fields.TryGetValue(property.Name, out var field))
                return Unknown($"{path}.{property.Name}", type.Name);
            if (property.Value.ValueKind == JsonValueKind.Null) continue;
            if (CheckValue(field.Types, property.Value, $"{path}.{property.Name}") is { } refusal) return refusal;
        }
        foreach (var field in type.Fields.Values)
        {
            if (field.Required && !value.TryGetProperty(field.Name, out _))
                return Refusal.BadRequest($"can't find field \"{path}.{field.Name}\" of {type.Name}");
        }
        return null;
    }

    private static bool HasMark(ApiType type, JsonElement value) => type.Fields.Values.Any(field => field.Types.Constant is { } constant
        ? value.TryGetProperty(field.Name, out var mark) && mark.ValueKind == JsonValueKind.String && mark.GetString() == constant
        : field.Required && value.TryGetProperty(field.Name, out _));

    private IEnumerable<ApiType> Leaves(string name)
    {
        var type = _types[name];
        return type.Subtypes.Count == 0 ? [type] : type.Subtypes.SelectMany(Leaves);
    }

    private static Refusal WrongType(string path, FieldTypes types) =>
        Refusal.BadRequest($"parameter \"{path}\" must be {types}");
}
