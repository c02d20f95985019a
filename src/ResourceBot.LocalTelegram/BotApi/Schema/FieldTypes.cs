namespace ResourceBot.LocalTelegram.BotApi.Schema;

/// <summary>What a field may hold, read from texts such as <c>Integer|String</c>, <c>Array of String</c> or <c>=chat</c>.</summary>
internal sealed class FieldTypes
{
    private const string ArrayPrefix = "Array of ";
    private readonly string _text;
    private readonly string[] _names;

    private FieldTypes(string text)
    {
        _text = text;
        if (text.StartsWith('='))
        {
            Constant = text[1..];
            _names = [];
        }
        else if (text.StartsWith(ArrayPrefix, StringComparison.Ordinal))
        {
            ItemsOf = new FieldTypes(text[ArrayPrefix.Length..]);
            _names = [];
        }
        else
        {
            _names = text.Split('|');
        }
        Objects = [.. _names.Where(name => name is not ("String" or "Integer" or "Boolean" or "Float" or "InputFile"))];
    }

    /// <summary>The one text that is allowed, the mark of a subtype.</summary>
    public string? Constant { get; }

    public FieldTypes? ItemsOf { get; }

    public IReadOnlyList<string> Objects { get; }

    public bool HasObjects => Objects.Count > 0;

    public bool HasStructure => HasObjects || ItemsOf is not null;

    public bool Scalars => !HasStructure;

    public static FieldTypes Parse(string text) => new(text);

    public bool Accepts(string name) => Array.IndexOf(_names, name) >= 0;

    public override string ToString() => Constant is null ? _text.Replace("|", " or ", StringComparison.Ordinal) : $"\"{Constant}\"";
}
