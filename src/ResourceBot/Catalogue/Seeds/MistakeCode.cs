namespace ResourceBot.Catalogue.Seeds;

/// <summary>
/// What can be wrong with an entry that a file brings. Each has a sentence in <c>Texts/exchange.*.json</c>, in the words of somebody who
/// fills in a spreadsheet (tested).
/// </summary>
public enum MistakeCode
{
    /// <summary>Nothing stands where something must.</summary>
    Missing,
    NotText,
    EmptyText,
    TooLong,

    /// <summary>A letter that cannot be seen, or that turns the direction of a text.</summary>
    HiddenLetter,
    NotAllowed,
    NotList,
    NotTexts,

    /// <summary>Of a value in a list.</summary>
    ItemLength,
    Twice,
    NotCountry,
    NotPhone,
    NotEmail,
    NotTelegram,
    NotAddress,
    NotNumber,
    NotDate,

    /// <summary>Of a deadline or an opening.</summary>
    NotOccasion,
    NotObject,
    NotObjects,
    UnknownField,
    NoSource,
    TooManySources,
    NotSlug,
    NoTopic,

    /// <summary>The highest age is below the lowest.</summary>
    AgesTurned,
    DateNeeded,
    NoSuchDay,
    ChannelsTooLong,
    TooManyChannels,
    NotHours,
    NotSourceDate,

    /// <summary>The texts are missing in every language.</summary>
    NoLanguage,

    /// <summary>A safety note in one language that others lack.</summary>
    UnevenSafety,
    BrokenTable,
    TooManyColumns,
    UnknownColumn,
    ColumnTwice,
    NoSlugColumn,

    /// <summary>A row with more or fewer cells than its table has columns: every value behind could be another's.</summary>
    CellCount,
    NotListOfEntries,
    AfterList,
    NotJson,

    /// <summary>In one JSON entry; or it is nested too deep.</summary>
    FieldTwice,

    /// <summary>In one file.</summary>
    SlugTwice,

    /// <summary>By another entry of the catalogue or of the file.</summary>
    NameTaken,

    /// <summary>Those of one row that are not told one by one.</summary>
    MoreMistakes,
}
