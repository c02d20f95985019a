namespace ResourceBot.Catalogue.Search;

/// <summary>Finds entries in whose texts every typed word stands.</summary>
public sealed class WordSearch(ResourceStore resources) : IResourceSearch
{
    public async Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken cancellation)
    {
        var words = question.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = (await resources.AllAsync(cancellation)).Where(resource => words.Length > 0 && words.All(word => Holds(resource, word)));
        return new SearchAnswer([.. found.Select(resource => new SearchHit(resource.Id, 1))], Confident: true, Crisis: false, [], Topics.All);
    }

    private static bool Holds(Resource resource, string word) =>
        resource.Provider.Contains(word, StringComparison.OrdinalIgnoreCase)
        || resource.Texts.Values.Any(text => $"{text.Title} {text.Summary}".Contains(word, StringComparison.OrdinalIgnoreCase));
}
