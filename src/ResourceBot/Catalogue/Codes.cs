namespace ResourceBot.Catalogue;

/// <summary>
/// The closed vocabularies of a resource's facts. Facts are stored as codes and shown in the reader's words, so a deadline
/// or a level can never differ between two languages.
/// </summary>
public static class Codes
{
    public static IReadOnlyList<string> Levels { get; } =
        ["literacy", "primary", "secondary", "preparatory", "diploma", "bachelor", "master", "doctorate", "research", "course", "any"];

    public static IReadOnlyList<string> Fields { get; } =
    [
        "any", "agriculture", "arts", "business", "computing", "education", "engineering", "english", "health", "humanities",
        "journalism", "languages", "law", "mathematics", "science", "social-sciences",
    ];

    public static IReadOnlyList<string> Funding { get; } = ["full", "tuition", "partial", "free", "fee-waiver", "unknown"];

    public static IReadOnlyList<string> Delivery { get; } = ["online", "in-person", "tv", "radio", "offline", "phone", "messaging"];

    public static IReadOnlyList<string> Costs { get; } = ["free", "some-costs", "paid", "unknown"];

    public static IReadOnlyList<string> Documents { get; } =
    [
        "application-form", "tazkira", "passport", "identity-document", "photo", "school-certificate", "degree", "transcripts",
        "enrolment-proof", "admission-letter", "cv", "motivation-letter", "essays", "references", "research-plan",
        "publications", "language-proof", "income-proof", "refugee-document", "risk-statement", "medical-report",
        "police-clearance", "interview", "test", "nomination", "portfolio", "funding-plan",
    ];

    /// <summary>ISO 639 codes of languages of teaching or of a helpline; "many" where there are too many to name.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [
        "prs", "ps", "en", "fa", "ar", "ur", "de", "fr", "es", "ru", "tr", "uz", "hu", "it", "ja", "ko", "zh", "pt", "az", "ms",
        "id", "ro", "kk", "ku", "haz", "nl", "pa", "tk", "many",
    ];

    /// <summary>ISO 3166-1 codes of the countries that the bot can name in each language.</summary>
    public static IReadOnlyList<string> Countries { get; } =
    [
        "AE", "AF", "AT", "AU", "AZ", "BD", "BE", "BN", "BR", "CA", "CH", "CN", "CZ", "DE", "DK", "EG", "ES", "FI", "FR", "GB", "GR",
        "HU", "ID", "IE", "IN", "IQ", "IR", "IT", "JO", "JP", "KE", "KG", "KR", "KZ", "LB", "LK", "MW", "MY", "NL", "NO", "NP", "NZ",
        "OM", "PH", "PK", "PL", "PT", "QA", "RO", "RU", "RW", "SA", "SE", "SG", "TH", "TJ", "TM", "TR", "TZ", "UA", "UG", "US", "UZ",
    ];
}
