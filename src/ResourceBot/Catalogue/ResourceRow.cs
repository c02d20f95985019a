using System.Globalization;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue;

/// <summary>A row of the table <c>resource</c>, as Dapper fills it: column names without underscores.</summary>
internal sealed class ResourceRow
{
    public long Id { get; init; }
    public string Slug { get; init; } = "";
    public long Revision { get; init; }
    public string Kind { get; init; } = "";
    public string Provider { get; init; } = "";
    public string? Link { get; init; }
    public string Levels { get; init; } = "";
    public string Fields { get; init; } = "";
    public string Funding { get; init; } = "";
    public string Delivery { get; init; } = "";
    public string Countries { get; init; } = "";
    public string Languages { get; init; } = "";
    public string Inside { get; init; } = "";
    public string Outside { get; init; } = "";
    public string AudienceCountries { get; init; } = "";
    public string WomenOnly { get; init; } = "";
    public long? AgeFrom { get; init; }
    public long? AgeTo { get; init; }
    public string Cost { get; init; } = "";
    public string Deadline { get; init; } = "";
    public string Opens { get; init; } = "";
    public string Documents { get; init; } = "";
    public string NoPassport { get; init; } = "";
    public string NoGrade12 { get; init; } = "";
    public string NoLanguageTest { get; init; } = "";
    public string Remote { get; init; } = "";
    public string LittleData { get; init; } = "";
    public string Free { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";
    public string WhatsApp { get; init; } = "";
    public string Signal { get; init; } = "";
    public string Telegram { get; init; } = "";
    public string Form { get; init; } = "";
    public string? Hours { get; init; }
    public string Status { get; init; } = "";
    public string? LinkAnsweredOn { get; init; }
    public string? ComparedOn { get; init; }
    public string? LinkTriedOn { get; init; }
    public string? RestsAfter { get; init; }
    public string? RestsUntil { get; init; }

    /// <summary>Every column that a change of a resource writes, in the order of the table.</summary>
    public const string Columns =
        """
        slug, revision, kind, provider, link, levels, fields, funding, delivery, countries, languages, inside, outside,
        audience_countries, women_only, age_from, age_to, cost, deadline, opens, documents, no_passport, no_grade12,
        no_language_test, remote, little_data, free, phone, email, whatsapp, signal, telegram, form, hours, status,
        link_answered_on, compared_on, rests_after, rests_until
        """;

    /// <summary>What is read beside them from the row of its link, where the day of every try stands.</summary>
    public const string LinkTried = "(SELECT c.checked_on FROM link_check c WHERE c.link = r.link) AS link_tried_on";

    /// <summary>The same columns as Dapper's parameters, named like the properties above.</summary>
    public const string Parameters =
        """
        @Slug, @Revision, @Kind, @Provider, @Link, @Levels, @Fields, @Funding, @Delivery, @Countries, @Languages, @Inside, @Outside,
        @AudienceCountries, @WomenOnly, @AgeFrom, @AgeTo, @Cost, @Deadline, @Opens, @Documents, @NoPassport, @NoGrade12,
        @NoLanguageTest, @Remote, @LittleData, @Free, @Phone, @Email, @WhatsApp, @Signal, @Telegram, @Form, @Hours, @Status,
        @LinkAnsweredOn, @ComparedOn, @RestsAfter, @RestsUntil
        """;

    public static ResourceRow From(Resource resource) => From(resource, Rest.Of(resource.Deadline, resource.Opens));

    private static ResourceRow From(Resource resource, Rest? rest) => new()
    {
        Id = resource.Id.Value,
        Slug = resource.Slug.Value,
        Revision = resource.Revision,
        Kind = Word(resource.Kind),
        Provider = resource.Provider,
        Link = resource.Link?.OriginalString,
        Levels = Join(resource.Levels),
        Fields = Join(resource.Fields),
        Funding = resource.Funding,
        Delivery = Join(resource.Delivery),
        Countries = Join(resource.Countries),
        Languages = Join(resource.Languages),
        Inside = Word(resource.Audience.Inside),
        Outside = Word(resource.Audience.Outside),
        AudienceCountries = Join(resource.Audience.Countries),
        WomenOnly = Word(resource.Audience.WomenOnly),
        AgeFrom = resource.Audience.AgeFrom,
        AgeTo = resource.Audience.AgeTo,
        Cost = resource.Cost,
        Deadline = resource.Deadline.Code,
        Opens = resource.Opens.Code,
        Documents = Join(resource.Documents),
        NoPassport = Word(resource.Eligibility.NoPassport),
        NoGrade12 = Word(resource.Eligibility.NoGrade12),
        NoLanguageTest = Word(resource.Eligibility.NoLanguageTest),
        Remote = Word(resource.Eligibility.Remote),
        LittleData = Word(resource.Eligibility.LittleData),
        Free = Word(resource.Eligibility.Free),
        Phone = Join(resource.Channels.Phone),
        Email = Join(resource.Channels.Email),
        WhatsApp = Join(resource.Channels.WhatsApp),
        Signal = Join(resource.Channels.Signal),
        Telegram = Join(resource.Channels.Telegram),
        Form = Join(resource.Channels.Form),
        Hours = resource.Hours,
        Status = Word(resource.Status),
        LinkAnsweredOn = Iso(resource.LinkAnsweredOn),
        ComparedOn = Iso(resource.ComparedOn),
        RestsAfter = rest?.After,
        RestsUntil = rest?.Until,
    };

    public Resource ToResource(
        IReadOnlyList<Slug> aliases,
        IReadOnlyList<Topic> topics,
        IReadOnlyDictionary<Language, ResourceText> texts,
        IReadOnlyList<Evidence> evidence) => new()
        {
            Id = new ResourceId(Id),
            Revision = (int)Revision,
            Slug = Catalogue.Slug.Parse(Slug),
            Aliases = aliases,
            Kind = Enum.Parse<ResourceKind>(Kind, ignoreCase: true),
            Topics = topics,
            Provider = Provider,
            Link = Link is null ? null : new Uri(Link),
            Levels = Split(Levels),
            Fields = Split(Fields),
            Funding = Funding,
            Delivery = Split(Delivery),
            Countries = Split(Countries),
            Languages = Split(Languages),
            Audience = new Audience(
                ToKnown(Inside), ToKnown(Outside), Split(AudienceCountries), ToKnown(WomenOnly), (int?)AgeFrom, (int?)AgeTo),
            Cost = Cost,
            Deadline = Occasion.Parse(Deadline),
            Opens = Occasion.Parse(Opens),
            Documents = Split(Documents),
            Eligibility = new LivedEligibility(
                ToKnown(NoPassport), ToKnown(NoGrade12), ToKnown(NoLanguageTest), ToKnown(Remote), ToKnown(LittleData), ToKnown(Free)),
            Channels = new Channels(
                Split(Phone), Split(Email), Split(WhatsApp), Split(Signal), Split(Telegram), Split(Form)),
            Hours = Hours,
            Status = Enum.Parse<ResourceStatus>(Status, ignoreCase: true),
            Evidence = evidence,
            LinkAnsweredOn = ToDate(LinkAnsweredOn),
            LinkTriedOn = ToDate(LinkTriedOn),
            ComparedOn = ToDate(ComparedOn),
            Texts = texts,
        };

    internal static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Join(IReadOnlyList<string> codes) => string.Join(' ', codes);

    private static string[] Split(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Known ToKnown(string word) => Enum.Parse<Known>(word, ignoreCase: true);

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? ToDate(string? iso) =>
        iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
