using System.Collections.Frozen;

namespace ResourceBot.LocalTelegram.BotApi.Schema;

/// <summary>A method and its parameters.</summary>
internal sealed record ApiMethod(string Name, FrozenDictionary<string, ApiField> Fields)
{
    public IReadOnlyList<ApiField> Required { get; } = [.. Fields.Values.Where(field => field.Required)];
}

/// <summary>A parameter of a method or a field of a type.</summary>
internal sealed record ApiField(string Name, FieldTypes Types, bool Required);

/// <summary>A type that a caller may send: its fields, or the subtypes it stands for.</summary>
/// <param name="Opaque">Its fields are not checked.</param>
internal sealed record ApiType(
    string Name, FrozenDictionary<string, ApiField> Fields, IReadOnlyList<string> Subtypes, bool Opaque = false)
{
    public static FrozenDictionary<string, ApiField> NoFields { get; } = FrozenDictionary<string, ApiField>.Empty;
}
