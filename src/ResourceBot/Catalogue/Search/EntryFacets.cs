namespace ResourceBot.Catalogue.Search;

/// <summary>The facts of an entry as facets.</summary>
public static class EntryFacets
{
    private static readonly HashSet<string> Europe = new(
        ["AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HU", "IE", "IT", "NL", "NO", "PL", "PT", "RO", "SE"], StringComparer.Ordinal);

    // Endings that are sold to everybody, such as .tv, .io or .me, tell nothing.
    private static readonly HashSet<string> Homes = new(
        ["AF", "AT", "AU", "AZ", "BD", "BE", "BN", "CA", "CH", "CN", "CZ", "DE", "DK", "ES", "FI", "FR", "GR", "HU", "ID", "IE", "IN", "IR", "IT",
         "JP", "KG", "KR", "KZ", "MY", "NL", "NO", "NZ", "PK", "PL", "PT", "QA", "RO", "RU", "SA", "SE", "TJ", "TR", "UZ"], StringComparer.Ordinal);

    private const float OfProvider = 0.6f;

    // The strength of each of k codes is 1 / k to this power.
    private const float Shared = 0.2f;
    private const float SharedLittle = 0.08f;

    /// <summary>How strongly an entry has each facet, from 0 to 1: an entry for one level is more about it than one for six.</summary>
    public static IReadOnlyDictionary<string, float> Strengths(Resource resource)
    {
        var found = new Dictionary<string, float>(StringComparer.Ordinal);
        Put("kind", resource.Kind.ToString().ToLowerInvariant(), 1);
        for (var i = 0; i < resource.Topics.Count; i++) Put("topic", resource.Topics[i].Code(), i == 0 ? 1f : 0.75f);
        Share("level", resource.Levels, SharedLittle);
        Share("field", resource.Fields, Shared);
        Share("delivery", resource.Delivery, SharedLittle);
        Share("country", resource.Countries.Concat(resource.Audience.Countries).Distinct(StringComparer.Ordinal).ToList(), SharedLittle);
        if (resource.Link is { } link && HomeOf(link.Host) is { } home) Put("country", home, OfProvider);
        if (resource.Countries.Any(Europe.Contains)) Put("region", "europe", 0.9f);
        Share("language", resource.Languages, SharedLittle);
        Put("funding", resource.Funding, 1);
        Put("cost", resource.Cost, 1);
        foreach (var document in resource.Documents) Put("document", document, 0.6f);
        Yes("women", resource.Audience.WomenOnly);
        Yes("inside", resource.Audience.Inside);
        Yes("outside", resource.Audience.Outside);
        var lived = resource.Eligibility;
        if (lived.NoPassport == Known.Yes) Put("flag", "no-passport", 1);
        if (lived.NoGrade12 == Known.Yes) Put("flag", "no-grade12", 1);
        if (lived.NoLanguageTest == Known.Yes) Put("flag", "no-language-test", 1);
        if (lived.Remote == Known.Yes) Put("flag", "remote", 1);
        if (lived.LittleData == Known.Yes) Put("flag", "little-data", 1);
        if (lived.Free == Known.Yes) Put("flag", "free", 1);
        return found;

        void Share(string family, IReadOnlyList<string> codes, float much)
        {
            var each = 1 / MathF.Pow(Math.Max(codes.Count, 1), much);
            foreach (var code in codes) Put(family, code, each);
        }

        void Yes(string family, Known state)
        {
            if (state != Known.Unknown) Put(family, state == Known.Yes ? "yes" : "no", 1);
        }

        void Put(string family, string code, float strength)
        {
            var key = $"{family}={code}";
            found[key] = Math.Max(strength, found.GetValueOrDefault(key));
        }
    }

    // A university abroad that teaches online is still asked for by its country; the address is the only fact that tells it.
    private static string? HomeOf(string host)
    {
        var ending = host[(host.LastIndexOf('.') + 1)..].ToUpperInvariant();
        return ending == "UK" ? "GB" : Homes.Contains(ending) ? ending : null;
    }

    /// <summary>Whether an entry has what a filter asks for; unknown when no source says.</summary>
    public static Known Has(Resource resource, Facet filter) => filter.Family switch
    {
        "level" => Among(resource.Levels, filter.Code),
        "field" => Among(resource.Fields, filter.Code),
        "delivery" => Among(resource.Delivery, filter.Code),
        "language" => Among(resource.Languages, filter.Code),
        "country" => Among([.. resource.Countries, .. resource.Audience.Countries], filter.Code),
        "topic" => resource.Topics.Any(topic => topic.Code() == filter.Code) ? Known.Yes : Known.No,
        "kind" => string.Equals(resource.Kind.ToString(), filter.Code, StringComparison.OrdinalIgnoreCase) ? Known.Yes : Known.No,
        "cost" => resource.Cost == filter.Code || resource.Eligibility.Free == Known.Yes ? Known.Yes
            : resource.Cost == "unknown" ? Known.Unknown : Known.No,
        "funding" => resource.Funding == filter.Code ? Known.Yes : resource.Funding == "unknown" ? Known.Unknown : Known.No,
        "place" => filter.Code == "inside" ? resource.Audience.Inside : resource.Audience.Outside,
        "flag" => Flag(resource.Eligibility, filter.Code),
        _ => Known.Unknown,
    };

    private static Known Among(IReadOnlyList<string> codes, string code) =>
        codes.Count == 0 ? Known.Unknown : codes.Contains(code) || codes.Contains("any") || codes.Contains("many") ? Known.Yes : Known.No;

    private static Known Flag(LivedEligibility lived, string code) => code switch
    {
        "no-passport" => lived.NoPassport,
        "no-grade12" => lived.NoGrade12,
        "no-language-test" => lived.NoLanguageTest,
        "remote" => lived.Remote,
        "little-data" => lived.LittleData,
        _ => lived.Free,
    };
}
