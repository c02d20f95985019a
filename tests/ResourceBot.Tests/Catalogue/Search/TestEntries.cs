using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Catalogue.Search;

/// <summary>Entries for tests of the search: plain ones made here, and those of this repository.</summary>
internal static class TestEntries
{
    public static SearchWords OurWords { get; } = SearchWords.Load(Repository.PathOf("seeds"));

    public static IReadOnlyList<Resource> OurEntries { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => SeedFile.Read(file).Seeds).Select((seed, index) => seed.Resource with { Id = new ResourceId(index + 1) }),
    ];

    public static SearchIndex SeededIndex { get; } = Index([.. OurEntries]);

    public static SearchIndex Index(params IReadOnlyList<Resource> entries) => SearchIndex.Build(entries, OurWords, new Spelling(OurWords.Asked.Words));

    public static Resource Scholarship(long id, string title, Func<Resource, Resource>? but = null)
    {
        var text = new ResourceText(TranslationState.Original, 1, title, "Study money.", "Women and girls", "Write to them.", null);
        var entry = new Resource
        {
            Id = new ResourceId(id),
            Slug = Slug.Parse($"entry-{id}"),
            Aliases = [],
            Kind = ResourceKind.Scholarship,
            Topics = [Topic.Scholarships],
            Provider = "Somebody",
            Link = null,
            Levels = [],
            Fields = [],
            Funding = "unknown",
            Delivery = [],
            Countries = [],
            Languages = [],
            Audience = new Audience(Known.Unknown, Known.Unknown, [], Known.Unknown, null, null),
            Cost = "unknown",
            Deadline = Occasion.Unknown,
            Opens = Occasion.Unknown,
            Documents = [],
            Eligibility = new LivedEligibility(default, default, default, default, default, default),
            Channels = new Channels([], [], [], [], [], []),
            Hours = null,
            Status = ResourceStatus.Open,
            Evidence = [new Evidence("test", "Nothing.", "2025")],
            Texts = LanguageCodes.All.ToDictionary(language => language, _ => text),
        };
        return but is null ? entry : but(entry);
    }

    public static DateOnly Today { get; } = new(2026, 11, 29);

    public static SearchAnswer Ask(this SearchIndex index, SearchQuestion question) => index.Ask(question, Today);

    public static IReadOnlyList<long> Ask(
        this SearchIndex index, string words, Place place = Place.Anywhere, int without = 0, Language reader = Language.English) =>
        [.. index.Ask(new SearchQuestion(words, reader, place, without)).Hits.Select(hit => hit.Id.Value)];
}
