using System.Globalization;
using ResourceBot.Broadcasts.Subscribers;

namespace ResourceBot.Conversations.Bells;

/// <summary>Wishes inside the code of a button: until she turns the bell on, what she has chosen stands nowhere else.</summary>
internal static class BellCode
{
    /// <summary>Of the bell's codes.</summary>
    public const char Prefix = 'S';

    public const string Page = "bell";
    public const string On = "on";
    public const string Set = "set";
    public const string Off = "off";
    public const string News = "news";
    public const string Earlier = "old";

    /// <summary>What somebody gets who changes nothing.</summary>
    public static Wishes Default(Reader reader) => new(reader.Language, TopicSet.All, reader.Place, BellForm.Bell, BellHours.Day);

    /// <summary>In the language in which she reads: it is that of her bell too, whatever the wishes were before.</summary>
    public static string Write(Reader reader, string action, Wishes wishes) => PartCode.Write(
        Prefix, reader with { Place = wishes.Place }, action,
        wishes.Topics.Bits.ToString("x", CultureInfo.InvariantCulture), (int)wishes.Form, (int)wishes.Hours);

    /// <summary>What the button says; for one that is not of this form, the default.</summary>
    public static Wishes Read(PartCode code) =>
        int.TryParse(code.Text(0), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
        && TopicSet.FromBits(bits) is { } topics && code.Number(1) is 0 or 1 && code.Number(2) is 0 or 1
            ? new Wishes(code.Reader.Language, topics, code.Reader.Place, (BellForm)code.Number(1)!.Value, (BellHours)code.Number(2)!.Value)
            : Default(code.Reader);
}
