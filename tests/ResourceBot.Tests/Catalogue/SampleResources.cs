using ResourceBot.Catalogue;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Catalogue;

/// <summary>Entries made up for tests.</summary>
public static class SampleResources
{
    public static Resource Scholarship(string slug) => new()
    {
        Slug = Slug.Parse(slug),
        Aliases = [],
        Kind = ResourceKind.Scholarship,
        Topics = [Topic.Scholarships, Topic.Learning],
        Provider = "Example University <b>",
        Link = new Uri("https://example.org/apply"),
        Levels = ["bachelor"],
        Fields = ["any"],
        Funding = "full",
        Delivery = ["in-person"],
        Countries = ["DE"],
        Languages = ["en", "de"],
        Audience = new Audience(Known.Yes, Known.Unknown, [], Known.Yes, 18, 35),
        Cost = "some-costs",
        Deadline = new OnDate(new DateOnly(2027, 1, 15)),
        Opens = new EveryYear(9, null),
        Documents = ["passport", "cv"],
        Eligibility = new LivedEligibility(Known.No, Known.Unknown, Known.Yes, Known.No, Known.Unknown, Known.Unknown),
        Channels = new Channels(["+35312100489"], ["help@example.org"], [], [], ["@example_help"], []),
        Hours = "Mo-Fr 09:00-16:00",
        Status = ResourceStatus.Open,
        Evidence = [new Evidence("https://example.org", "The page says so.", "2026-05")],
        Texts = LanguageCodes.All.ToDictionary(language => language, language => new ResourceText(
            language == Language.English ? TranslationState.Original : TranslationState.Machine, 1,
            $"{slug} title {language.Code()}", $"summary {language.Code()} & <more>", "who", "how", "safety")),
    };
}
