using ResourceBot.Languages;

namespace ResourceBot.Catalogue;

public enum ResourceKind
{
    Scholarship,
    Programme,
    Contact,
}

/// <summary>Whether the offer itself exists today. Suspended and closed ones are kept and shown as such: they save people from scams.</summary>
public enum ResourceStatus
{
    Open,
    Suspended,
    Closed,
    Unknown,
}

/// <summary>
/// A scholarship, a distance-learning programme or a support contact: its facts, which stand here once for all languages.
/// </summary>
public sealed record Resource
{
    public ResourceId Id { get; init; }

    /// <summary>Counts the changes of the original text; a translation made from an older one says so. Facts are no part of a translation.</summary>
    public int Revision { get; init; } = 1;

    public required Slug Slug { get; init; }

    /// <summary>Other slugs under which it is asked for.</summary>
    public required IReadOnlyList<Slug> Aliases { get; init; }

    public required ResourceKind Kind { get; init; }

    /// <summary>The best one first.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    public required string Provider { get; init; }

    /// <summary>The official page; http or https.</summary>
    public required Uri? Link { get; init; }

    /// <summary><see cref="Codes.Levels"/>.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary><see cref="Codes.Fields"/>.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>One of <see cref="Codes.Funding"/>.</summary>
    public required string Funding { get; init; }

    /// <summary><see cref="Codes.Delivery"/>.</summary>
    public required IReadOnlyList<string> Delivery { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes of where one studies, or where a contact works; none when anywhere or online.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary><see cref="Codes.Languages"/>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>What it costs her; one of <see cref="Codes.Costs"/>.</summary>
    public required string Cost { get; init; }

    public required Occasion Deadline { get; init; }

    public required Occasion Opens { get; init; }

    /// <summary><see cref="Codes.Documents"/>; none when no source names them.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    public required LivedEligibility Eligibility { get; init; }

    public required Channels Channels { get; init; }

    /// <summary><c>24/7</c> or days and hours as OpenStreetMap's opening_hours writes them (<c>Mo-Fr 09:00-16:00</c>), local time.</summary>
    public required string? Hours { get; init; }

    public required ResourceStatus Status { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>The day on which the link last answered our checker.</summary>
    public DateOnly? LinkAnsweredOn { get; init; }

    /// <summary>The day on which our checker last tried the link, whatever came of it.</summary>
    public DateOnly? LinkTriedOn { get; init; }

    /// <summary>The day on which a person last compared the entry with its source. Another fact than the link answering.</summary>
    public DateOnly? ComparedOn { get; init; }

    public required IReadOnlyDictionary<Language, ResourceText> Texts { get; init; }

    /// <summary>The text in the reader's language, else the English one, else the original.</summary>
    public ResourceText TextFor(Language language) => Texts[TextLanguage(language)];

    /// <summary>In which language <see cref="TextFor"/> answers.</summary>
    public Language TextLanguage(Language language) =>
        Texts.ContainsKey(language) ? language
        : Texts.ContainsKey(Language.English) ? Language.English
        : Original;

    /// <summary>The language in which it was written.</summary>
    public Language Original => Texts.OrderBy(text => text.Value.State).First().Key;
}
