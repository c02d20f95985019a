using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;

namespace ResourceBot.Benchmarks.Search;

/// <summary>The other design: FTS5 finds candidates, which are then ranked like everywhere.</summary>
internal sealed class LadderSearch : IDisposable
{
    private readonly SearchIndex _index;
    private readonly Fts5Index _fts5;

    public LadderSearch(IReadOnlyList<Resource> resources, SearchWords words)
    {
        _index = SearchIndex.Build(resources, words, new Spelling(words.Asked.Words));
        _fts5 = new Fts5Index(resources, _index);
    }

    public (IReadOnlyList<string> Ranked, bool Confident) Ask(string typed, Language reader, Dictionary<ResourceId, string> slugs)
    {
        var essence = _index.Essence(typed);
        var candidates = _fts5.AskLadder(_index.Understand(essence));
        var answer = _index.Ask(new SearchQuestion(essence, reader, Place.Anywhere), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var ranked = answer.HelpLines.Concat(answer.Hits.Select(hit => hit.Id).Where(id => candidates.Contains(id.Value))).Select(id => slugs[id]).ToList();
        return (ranked, answer.Confident && ranked.Count > 0);
    }

    public void Dispose() => _fts5.Dispose();
}
