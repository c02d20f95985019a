using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Search;

/// <summary>What moves an entry up or down beside how well it answers: always as a factor, so that it never hides anything.</summary>
internal static class Standing
{
    /// <summary>For each filter that a source says the entry does not meet.</summary>
    public const float AgainstFilter = 0.75f;

    private const float ContactForStudy = 0.5f;
    private const float StudyForSupport = 0.7f;
    private const float OfAnotherCountry = 0.85f;

    private const float ComparedLately = 1.02f;
    private const float AtRest = 0.995f;

    private const float NotForHerPlace = 0.5f;
    private const float NotHerLanguage = 0.985f;

    /// <summary>Open before unknown before suspended before closed.</summary>
    public static float Of(Resource resource)
    {
        var status = resource.Status switch
        {
            ResourceStatus.Open => 1f,
            ResourceStatus.Unknown => 0.94f,
            ResourceStatus.Suspended => 0.62f,
            _ => 0.5f,
        };
        var newest = resource.Evidence.Max(evidence => evidence.Date) is { Length: >= 4 } date
            ? Math.Clamp(int.Parse(date[..4], System.Globalization.CultureInfo.InvariantCulture) - 2020, 0, 10) / 10f
            : 0;
        // Most readers are women inside the country.
        var inside = resource.Audience.Inside switch { Known.Yes => 0.03f, Known.No => -0.06f, _ => 0f };
        var women = resource.Audience.WomenOnly == Known.Yes ? 0.01f : 0;
        var funded = resource.Funding == "full" ? 0.01f : 0;
        // What is for many people comes before what is for few, as long as the question does not say which few.
        var broad = (resource.Levels.Count is 0 or > 1 || !resource.Levels.All(level => level is "research" or "doctorate" or "literacy") ? 0.02f : 0)
            + (resource.Fields.Count is 0 || resource.Fields.Contains("any") ? 0.035f : 0)
            + (resource.Funding == "fee-waiver" ? -0.05f : 0);
        return status * (0.885f + 0.02f * newest + inside + broad + women + funded);
    }

    /// <summary>Compared by a person lately before all others; what cannot be applied for today comes a little later.</summary>
    /// <param name="rest">Of the entry.</param>
    public static float On(DateOnly today, Resource resource, Rest? rest) =>
        (resource.ComparedOn >= today.AddDays(-Freshness.DownAfterDays) ? ComparedLately : 1) * (rest?.IsOn(today) == true ? AtRest : 1);

    /// <summary>When she looks for something to learn, a help line comes later.</summary>
    public static float ForStudy(Resource resource) => resource.Kind == ResourceKind.Contact ? ContactForStudy : 1;

    /// <summary>When she looks for somebody to turn to, a course or a scholarship comes later.</summary>
    public static float ForSupport(Resource resource) => resource.Kind == ResourceKind.Contact ? 1 : StudyForSupport;

    /// <summary>When the question names no country, a help line of another country comes later.</summary>
    public static float WithoutCountry(Resource resource) =>
        resource.Kind == ResourceKind.Contact && resource.Countries.Count > 0 && !resource.Countries.Contains("AF") ? OfAnotherCountry : 1;

    public static Known IsForPlace(Resource resource, Place place) => place switch
    {
        Place.Inside => resource.Audience.Inside,
        Place.Outside => resource.Audience.Outside,
        _ => Known.Yes,
    };

    /// <summary>For this reader: what is surely not for her place comes last, other languages come a little later.</summary>
    public static float For(Resource resource, Language reader, Place place)
    {
        var audience = IsForPlace(resource, place);
        var spoken = resource.Languages.Contains(reader.Code()) || (reader == Language.Dari && resource.Languages.Contains("fa")) || resource.Languages.Count == 0;
        return (audience == Known.No ? NotForHerPlace : audience == Known.Unknown ? 0.97f : 1) * (spoken ? 1 : NotHerLanguage);
    }
}
