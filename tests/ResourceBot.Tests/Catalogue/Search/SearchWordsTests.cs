using ResourceBot.Catalogue.Search;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Search;

public sealed class SearchWordsTests
{
    private const string Group =
        """{ "id": "tea", "weight": 1, "inText": 1, "asks": "either", "facets": {}, "filter": null, "broader": {}, "en": ["tea"], "prs": ["چای"], "ps": [], "latin": [], "asked": [] }""";

    [Fact]
    public void The_files_of_this_repository_have_no_mistake() => Assert.Empty(OurWords.Errors);

    [Fact]
    public void Every_term_leads_back_to_its_group()
    {
        for (var number = 0; number < OurWords.Asked.Groups.Count; number++)
        {
            foreach (var term in OurWords.Asked.Groups[number].Terms.Concat(OurWords.Asked.Groups[number].Asked))
            {
                var tokens = Tokens.Split(Folding.Fold(term));
                Assert.True(
                    tokens.Count > SynonymPhrases.LongestPhrase || OurWords.Asked.Find(tokens, 0, tokens.Count).Contains(number),
                    $"{term} does not lead to {OurWords.Asked.Groups[number].Id}");
            }
        }
    }

    [Theory]
    [InlineData("[{ \"id\": \"tea\" }]", "tea, weight")]
    [InlineData("[" + Group + ", " + Group + "]", "tea, id")]
    [InlineData("{}", "the file, as a whole")]
    [InlineData("[{,}]", "the file, line 1")]
    public void A_mistake_is_named_with_file_and_entry(string json, string place)
    {
        using var folder = new TemporaryFolder();
        var read = SynonymFile.Read(folder.Write("synonyms-test.json", json));
        Assert.Empty(read.Groups);
        Assert.Contains(read.Errors, error => error.ToString().StartsWith($"synonyms-test.json, {place}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"facets\": {}", "\"facets\": { \"taste=sweet\": 1 }", "facets")]
    [InlineData("\"weight\": 1", "\"weight\": 9", "weight")]
    [InlineData("\"filter\": null", "\"filter\": \"country=Germany\"", "filter")]
    [InlineData("\"asks\": \"either\"", "\"asks\": \"tea\"", "asks")]
    [InlineData("[\"tea\"]", "[\"!\"]", "en")]
    [InlineData("\"latin\": []", "\"latin\": [], \"lattin\": []", "lattin")]
    public void A_wrong_field_is_named(string right, string wrong, string field)
    {
        using var folder = new TemporaryFolder();
        var read = SynonymFile.Read(folder.Write("synonyms-test.json", $"[{Group.Replace(right, wrong, StringComparison.Ordinal)}]"));
        Assert.Contains(read.Errors, error => error.Entry == "tea" && error.Field == field);
    }

    [Fact]
    public void A_group_that_leans_on_none_is_named_and_the_search_goes_on_without_its_files()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("search"));
        folder.Write("search/synonyms-test.json", $"[{Group.Replace("\"broader\": {}", "\"broader\": { \"coffee\": 0.5 }", StringComparison.Ordinal)}]");
        folder.Write("search/crisis.json", "[]");
        folder.Write("search/names.json", "[]");
        var error = Assert.Single(SearchWords.Load(folder.Path).Errors);
        Assert.Equal("synonyms-test.json, tea, broader: there is no group \"coffee\"", error.ToString());
    }

    [Fact]
    public void A_missing_folder_is_an_error_that_is_told()
    {
        using var folder = new TemporaryFolder();
        var words = SearchWords.Load(folder.Path);
        Assert.Same(Assert.Single(words.Errors), words.CrisisProblem);
    }

    [Theory]
    [InlineData("[]", "holds no danger")]
    [InlineData("[{,}]", "crisis.json, the file, line 1")]
    [InlineData("[{}]", "crisis.json")]
    public void Without_the_words_of_danger_it_says_so_apart_from_the_other_mistakes(string json, string problem)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("search"));
        folder.Write("search/crisis.json", json);
        folder.Write("search/names.json", "[]");
        Assert.Contains(problem, SearchWords.Load(folder.Path).CrisisProblem!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_broken_file_is_no_problem_of_the_words_of_danger()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("search"));
        File.Copy(Repository.PathOf("seeds", "search", "crisis.json"), folder.File("search/crisis.json"));
        folder.Write("search/names.json", "[]");
        folder.Write("search/synonyms-test.json", "[{,}]");
        var words = SearchWords.Load(folder.Path);
        Assert.Single(words.Errors);
        Assert.Null(words.CrisisProblem);
    }
}
