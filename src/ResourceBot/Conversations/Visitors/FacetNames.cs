using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;

namespace ResourceBot.Conversations.Visitors;

/// <summary>The reader's words for what a question was narrowed to.</summary>
internal static class FacetNames
{
    public static string Name(Facet facet, Page page) => facet.Family switch
    {
        "level" => Word(page.Words.Levels, facet.Code),
        "field" => Word(page.Words.Fields, facet.Code),
        "country" => Word(page.Words.Countries, facet.Code),
        "delivery" => Word(page.Words.Delivery, facet.Code),
        "language" => Word(page.Words.Languages, facet.Code),
        "funding" => Word(page.Words.Funding, facet.Code),
        "cost" => Word(page.Words.Costs, facet.Code),
        "topic" => TopicNames.Name(Topics.FromCode(facet.Code)!.Value, page.Phrases),
        "place" => facet.Code == "inside" ? page.Phrases.PlaceInside : page.Phrases.PlaceOutside,
        "flag" => Flag(facet.Code, page),
        _ => facet.Code,
    };

    private static string Word(IReadOnlyDictionary<string, string> words, string code) => words.GetValueOrDefault(code, code);

    private static string Flag(string code, Page page) => code switch
    {
        "no-passport" => page.Phrases.PassportYes,
        "no-grade12" => page.Phrases.Grade12Yes,
        "no-language-test" => page.Phrases.LanguageTestYes,
        "remote" => page.Phrases.RemoteYes,
        "little-data" => page.Phrases.LittleDataYes,
        _ => page.Phrases.FreeYes,
    };
}
