using System.Text.RegularExpressions;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Seeds;

/// <summary>How one entry of a seed file becomes a resource. docs/seeds.md describes the form for people who write them.</summary>
internal static partial class SeedEntry
{
    public const int MaxTitle = 70;
    public const int MaxSentence = 220;
    public const int MaxName = 160;

    private const int MaxSources = 12;

    // A card is one message of at most 4096 characters (Bot API, sendMessage), and one keyboard.
    private const int MaxChannels = 1000;
    private const int MaxChannelValues = 20;

    /// <param name="allLanguages">False: one language is enough, as in a draft; the others are asked for later.</param>
    public static Resource Read(EntryReader entry, bool allLanguages = true)
    {
        var resource = new Resource
        {
            Slug = ReadSlug(entry.Text("slug", Slug.MaxLength), "slug", entry),
            Aliases = [.. entry.Texts("aliases", Slug.MaxLength).Select(alias => ReadSlug(alias, "aliases", entry))],
            Kind = entry.Enum<ResourceKind>("kind"),
            Topics = ReadTopics(entry),
            Provider = entry.Text("provider", MaxName),
            Link = entry.OptionalWebAddress("link"),
            Levels = entry.Codes("levels", Codes.Levels),
            Fields = entry.Codes("fields", Codes.Fields),
            Funding = entry.Code("funding", Codes.Funding),
            Delivery = entry.Codes("delivery", Codes.Delivery),
            Countries = entry.Countries("countries"),
            Languages = entry.Codes("languages", Codes.Languages),
            Audience = ReadAudience(entry.Object("audience")),
            Cost = entry.Code("cost", Codes.Costs),
            Deadline = ReadOccasion(entry.Object("deadline")),
            Opens = ReadOccasion(entry.Object("opens")),
            Documents = entry.Codes("documents", Codes.Documents),
            Eligibility = ReadEligibility(entry.Object("flags")),
            Channels = ReadChannels(entry.Object("channels")),
            Hours = ReadHours(entry),
            Status = entry.Enum<ResourceStatus>("status"),
            Evidence = [.. entry.Objects("evidence").Select(ReadEvidence)],
            LinkAnsweredOn = entry.OptionalDate("linkAnsweredOn"),
            ComparedOn = entry.OptionalDate("comparedOn"),
            Revision = entry.Number("revision", 1, 1_000_000),
            Texts = ReadTexts(entry.Object("texts"), allLanguages),
        };
        if (resource.Evidence.Count == 0) entry.Wrong("evidence", Mistake.NoSource, 0);
        if (resource.Evidence.Count > MaxSources) entry.Wrong("evidence", Mistake.TooManySources(resource.Evidence.Count, MaxSources), 0);
        entry.RefuseUnread();
        return resource;
    }

    private static Slug ReadSlug(string text, string field, EntryReader entry) =>
        Slug.TryParse(text) ?? entry.Wrong(field, Mistake.NotSlug(text), Slug.Parse("none"));

    private static IReadOnlyList<Topic> ReadTopics(EntryReader entry)
    {
        var codes = entry.Codes("topics", [.. Topics.All.Select(topic => topic.Code())]);
        if (codes.Count == 0) entry.Wrong("topics", Mistake.NoTopic, 0);
        return [.. codes.Select(Topics.FromCode).OfType<Topic>()];
    }

    private static Audience ReadAudience(EntryReader audience)
    {
        var read = new Audience(
            audience.Enum<Known>("inside"),
            audience.Enum<Known>("outside"),
            audience.Countries("countries"),
            audience.Enum<Known>("womenOnly"),
            audience.OptionalNumber("ageFrom", 1, 120),
            audience.OptionalNumber("ageTo", 1, 120));
        if (read.AgeFrom > read.AgeTo) audience.Wrong("ageTo", Mistake.AgesTurned, 0);
        audience.RefuseUnread();
        return read;
    }

    private static Occasion ReadOccasion(EntryReader occasion)
    {
        var read = occasion.Code("type", ["date", "yearly", "rolling", "unknown"], Mistake.NotOccasion) switch
        {
            "date" when occasion.OptionalDate("date") is { } date => new OnDate(date),
            "date" => occasion.Wrong("date", Mistake.DateNeeded, Occasion.Unknown),
            "yearly" => new EveryYear(occasion.Number("month", 1, 12), occasion.OptionalNumber("day", 1, 31)),
            "rolling" => Occasion.Rolling,
            _ => Occasion.Unknown,
        };
        if (read is EveryYear { Day: { } day } yearly && day > DateTime.DaysInMonth(2024, yearly.Month))
            occasion.Wrong("day", Mistake.NoSuchDay, 0);
        occasion.RefuseUnread();
        return read;
    }

    private static LivedEligibility ReadEligibility(EntryReader flags)
    {
        var read = new LivedEligibility(
            flags.Enum<Known>("noPassport"), flags.Enum<Known>("noGrade12"), flags.Enum<Known>("noLanguageTest"),
            flags.Enum<Known>("remote"), flags.Enum<Known>("littleData"), flags.Enum<Known>("free"));
        flags.RefuseUnread();
        return read;
    }

    private static Channels ReadChannels(EntryReader channels)
    {
        var read = new Channels(
            Copied("phone", IsNumber, Mistake.NotPhone),
            Copied("email", EmailForm().IsMatch, Mistake.NotEmail),
            Copied("whatsapp", IsNumber, Mistake.NotPhone),
            Copied("signal", IsNumber, Mistake.NotPhone),
            Copied("telegram", text => TelegramForm().IsMatch(text) || IsSecureAddress(text), Mistake.NotTelegram),
            channels.Texts("form", text => WebAddress.Read(text) is not null, Mistake.NotAddress));
        channels.RefuseUnread();
        string[] shown = [.. read.Phone, .. read.Email, .. read.WhatsApp, .. read.Signal, .. read.Telegram];
        if (shown.Sum(value => value.Length) > MaxChannels) channels.Wrong("phone", Mistake.ChannelsTooLong(MaxChannels), 0);
        if (shown.Length + read.Form.Count > MaxChannelValues) channels.Wrong("phone", Mistake.TooManyChannels(MaxChannelValues), 0);
        return read;

        IReadOnlyList<string> Copied(string field, Func<string, bool> fits, Func<string, Mistake> otherwise) =>
            channels.Texts(field, fits, otherwise, CopyButton.MaxLength);
    }

    private static bool IsNumber(string text) => NumberForm().IsMatch(text) || IsSecureAddress(text);

    private static bool IsSecureAddress(string text) => WebAddress.Read(text) is { } address && address.Scheme == Uri.UriSchemeHttps;

    private static string? ReadHours(EntryReader entry) =>
        entry.OptionalText("hours", maxLength: 40) is not { } hours || HoursForm().IsMatch(hours)
            ? entry.OptionalText("hours", maxLength: 40)
            : entry.Wrong<string?>("hours", Mistake.NotHours(hours), null);

    private static Evidence ReadEvidence(EntryReader evidence)
    {
        var read = new Evidence(
            evidence.Text("source", maxLength: 500), evidence.Text("says", maxLength: 400), evidence.OptionalText("date", maxLength: 10));
        if (read.Date is { } date && !Evidence.IsDate(date))
            evidence.Wrong("date", Mistake.NotSourceDate(date), 0);
        evidence.RefuseUnread();
        return read;
    }

    private static Dictionary<Language, ResourceText> ReadTexts(EntryReader texts, bool all)
    {
        var read = new Dictionary<Language, ResourceText>();
        foreach (var language in LanguageCodes.All)
        {
            if (all || !texts.IsNull(language.Code())) read[language] = ReadText(texts.Object(language.Code()));
        }

        if (read.Count == 0) texts.Wrong("title", Mistake.NoLanguage, 0);
        if (all && read.Values.Select(text => text.Safety is null).Distinct().Count() > 1)
            texts.Wrong("safety", Mistake.UnevenSafety, 0);
        texts.RefuseUnread();
        return read;
    }

    private static ResourceText ReadText(EntryReader text)
    {
        var read = new ResourceText(
            text.Enum<TranslationState>("state"), text.Number("from", 1, 1_000_000), text.Text("title", MaxTitle),
            text.Text("summary", MaxSentence, lines: true), text.Text("who", MaxSentence, lines: true), text.Text("how", MaxSentence, lines: true),
            text.OptionalText("safety", MaxSentence, lines: true));
        text.RefuseUnread();
        return read;
    }

    [GeneratedRegex(@"^\+?[0-9]{2,15}$", RegexOptions.NonBacktracking)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.NonBacktracking)]
    private static partial Regex EmailForm();

    [GeneratedRegex("^@[A-Za-z0-9_]{4,32}$", RegexOptions.NonBacktracking)]
    private static partial Regex TelegramForm();

    [GeneratedRegex(@"^(24/7|(Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))? [0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9])$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HoursForm();
}
