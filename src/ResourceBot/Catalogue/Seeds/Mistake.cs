using System.Globalization;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Seeds;

/// <summary>
/// Something wrong in a file. Staff read it as a sentence in their language, made from the code and the parts; whoever writes the files
/// of the program reads half a sentence in English.
/// </summary>
public sealed record Mistake
{
    private readonly string _english;

    private Mistake(MistakeCode? code, string english, params IReadOnlyList<(string Name, string Value)> parts) =>
        (Code, _english, Parts) = (code, english, parts);

    /// <summary>Null in the files of words for the search, which nobody sends to the bot.</summary>
    public MistakeCode? Code { get; }

    /// <summary>What stands in the places of the sentence, as it stands in the file.</summary>
    public IReadOnlyList<(string Name, string Value)> Parts { get; }

    /// <summary>What is wrong and what is allowed, to be read behind the name of the field.</summary>
    public string English => Code is null ? _english : Phrase.Fill(_english, [.. Parts]);

    /// <summary>One that only the files of words for the search can have.</summary>
    internal static Mistake OfWords(string english) => new(null, english);

    internal static Mistake Missing { get; } = new(MistakeCode.Missing, "is missing");

    internal static Mistake NotText { get; } = new(MistakeCode.NotText, "must be a text");

    internal static Mistake EmptyText { get; } = new(MistakeCode.EmptyText, "is empty; write null when there is nothing to say");

    internal static Mistake TooLong(int count, int most) =>
        new(MistakeCode.TooLong, "has {count} characters; at most {most} are allowed", ("count", Show(count)), ("most", Show(most)));

    internal static Mistake HiddenLetter(char letter) =>
        new(MistakeCode.HiddenLetter, "holds a control or direction character, {letter}", ("letter", $"U+{(int)letter:X4}"));

    internal static Mistake NotAllowed(string value, IReadOnlyList<string> allowed) =>
        new(MistakeCode.NotAllowed, "\"{value}\" is not one of {allowed}", ("value", value), ("allowed", string.Join(", ", allowed)));

    internal static Mistake NotList { get; } = new(MistakeCode.NotList, "must be a list");

    internal static Mistake NotTexts { get; } = new(MistakeCode.NotTexts, "must hold texts only");

    internal static Mistake ItemLength(int most) =>
        new(MistakeCode.ItemLength, "holds a text that is empty or longer than {most}", ("most", Show(most)));

    internal static Mistake Twice { get; } = new(MistakeCode.Twice, "names something twice");

    internal static Mistake NotCountry(string value) =>
        new(MistakeCode.NotCountry, "\"{value}\" is not the code of a country that the bot can name, such as AF or DE", ("value", value));

    internal static Mistake NotPhone(string value) =>
        new(MistakeCode.NotPhone, "\"{value}\" is not a telephone number such as +35312100489 or 120, or an https address", ("value", value));

    internal static Mistake NotEmail(string value) => new(MistakeCode.NotEmail, "\"{value}\" is not an e-mail address", ("value", value));

    internal static Mistake NotTelegram(string value) =>
        new(MistakeCode.NotTelegram, "\"{value}\" is not an @name or an https address", ("value", value));

    internal static Mistake NotAddress(string value) =>
        new(MistakeCode.NotAddress, "\"{value}\" is not an address of a website that begins with https:// or http://, without spaces", ("value", value));

    internal static Mistake NotNumber(int from, int to) =>
        new(MistakeCode.NotNumber, "must be a whole number from {from} to {to}, or null", ("from", Show(from)), ("to", Show(to)));

    internal static Mistake NotDate(string value) => new(MistakeCode.NotDate, "\"{value}\" is not a date like 2026-12-31", ("value", value));

    internal static Mistake NotOccasion(string value) =>
        new(MistakeCode.NotOccasion, "\"{value}\" is not one of date, yearly, rolling, unknown", ("value", value));

    internal static Mistake NotObject { get; } = new(MistakeCode.NotObject, "must be an object in braces");

    internal static Mistake NotObjects { get; } = new(MistakeCode.NotObjects, "must hold objects only");

    internal static Mistake UnknownField { get; } = new(MistakeCode.UnknownField, "is not a known field");

    internal static Mistake NoSource { get; } = new(MistakeCode.NoSource, "is empty; an entry without a source is not taken");

    internal static Mistake TooManySources(int count, int most) =>
        new(MistakeCode.TooManySources, "has {count} sources; at most {most} are kept", ("count", Show(count)), ("most", Show(most)));

    internal static Mistake NotSlug(string value) =>
        new(MistakeCode.NotSlug, "\"{value}\" is not lower-case letters, digits and single hyphens", ("value", value));

    internal static Mistake NoTopic { get; } = new(MistakeCode.NoTopic, "is empty; nobody would find the entry");

    internal static Mistake AgesTurned { get; } = new(MistakeCode.AgesTurned, "is lower than ageFrom");

    internal static Mistake DateNeeded { get; } = new(MistakeCode.DateNeeded, "is needed for a deadline of type date");

    internal static Mistake NoSuchDay { get; } = new(MistakeCode.NoSuchDay, "does not exist in that month");

    internal static Mistake ChannelsTooLong(int most) =>
        new(MistakeCode.ChannelsTooLong, "and what follows have over {most} characters together", ("most", Show(most)));

    internal static Mistake TooManyChannels(int most) =>
        new(MistakeCode.TooManyChannels, "and what follows are over {most} values together", ("most", Show(most)));

    internal static Mistake NotHours(string value) =>
        new(MistakeCode.NotHours, "\"{value}\" is neither 24/7 nor like Mo-Fr 09:00-16:00", ("value", value));

    internal static Mistake NotSourceDate(string value) =>
        new(MistakeCode.NotSourceDate, "\"{value}\" is not a date like 2025, 2025-09 or 2025-09-15", ("value", value));

    internal static Mistake NoLanguage { get; } = new(MistakeCode.NoLanguage, "is missing in every language");

    internal static Mistake UnevenSafety { get; } = new(MistakeCode.UnevenSafety, "stands in one language and is missing in another");

    internal static Mistake BrokenTable { get; } = new(MistakeCode.BrokenTable, "is not a row of a table: a quote is missing or stands where none may, or the row is far too long; nothing after it was read");

    internal static Mistake TooManyColumns(int count, int most) =>
        new(MistakeCode.TooManyColumns, "has {count} columns; at most {most} are read", ("count", Show(count)), ("most", Show(most)));

    internal static Mistake UnknownColumn { get; } = new(MistakeCode.UnknownColumn, "is not a known column");

    internal static Mistake ColumnTwice { get; } = new(MistakeCode.ColumnTwice, "stands twice among the columns");

    internal static Mistake NoSlugColumn { get; } = new(MistakeCode.NoSlugColumn, "is missing; the first line must name the columns, and this one tells the entries apart");

    internal static Mistake CellCount(int count, int columns) =>
        new(MistakeCode.CellCount, "has {count} cells, the heading {columns}", ("count", Show(count)), ("columns", Show(columns)));

    internal static Mistake NotListOfEntries { get; } = new(MistakeCode.NotListOfEntries, "must be a list of entries in square brackets");

    internal static Mistake AfterList { get; } = new(MistakeCode.AfterList, "is followed by something after the list");

    internal static Mistake NotJson { get; } = new(MistakeCode.NotJson, "is not JSON here: look for a missing comma, quote or bracket");

    internal static Mistake FieldTwice { get; } = new(MistakeCode.FieldTwice, "names a field twice, or is nested too deep");

    internal static Mistake SlugTwice(int line) => new(MistakeCode.SlugTwice, "stands in line {line} already", ("line", Show(line)));

    internal static Mistake NameTaken(string value, string owner) =>
        new(MistakeCode.NameTaken, "\"{value}\" is taken by {owner}", ("value", value), ("owner", owner));

    internal static Mistake MoreMistakes(int count) => new(MistakeCode.MoreMistakes, "has {count} more mistakes", ("count", Show(count)));

    public override string ToString() => English;

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
