using System.Globalization;

namespace ResourceBot.Conversations;

/// <summary>
/// The code of a button of a part: the header of <see cref="ScreenCode"/>, then a word for what it does, then what it is
/// about, with dots between. Anybody can forge one, so whoever reads it trusts nothing in it.
/// </summary>
/// <param name="Action">Lower-case letters.</param>
public sealed record PartCode(Reader Reader, string Action, IReadOnlyList<string> Parts)
{
    private const char Dot = '.';

    /// <exception cref="ArgumentException">It would be over 64 bytes; a mistake of ours.</exception>
    public static string Write(char prefix, Reader reader, string action, params IEnumerable<object> parts)
    {
        var rest = string.Join(Dot, parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)).Prepend(action));
        var code = ScreenCode.Header(prefix, reader) + rest;
        return code.Length <= ScreenCode.MaxBytes ? code : throw new ArgumentException("A button holds 64 bytes.", nameof(parts));
    }

    /// <returns>Null when it is not of this form.</returns>
    public static PartCode? Read(string code)
    {
        if (ScreenCode.ReadHeader(code) is not { } reader || code.Length == ScreenCode.HeaderLength) return null;
        var words = code[ScreenCode.HeaderLength..].Split(Dot);
        return words[0].Length > 0 ? new PartCode(reader, words[0], words[1..]) : null;
    }

    /// <summary>The part at this place; empty when there is none.</summary>
    public string Text(int place) => place < Parts.Count ? Parts[place] : "";

    /// <summary>The part at this place as a number from 0 on; null when it is none.</summary>
    public long? Number(int place) =>
        long.TryParse(Text(place), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A page number, from 0; a forged one is cut to what lists can have.</summary>
    public int Page(int place) => (int)Math.Min(Number(place) ?? 0, 9999);
}
