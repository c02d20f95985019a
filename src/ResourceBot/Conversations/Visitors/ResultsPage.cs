using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;

namespace ResourceBot.Conversations.Visitors;

/// <summary>What was found for typed words. The words themselves are not repeated: somebody may look over her shoulder.</summary>
public sealed class ResultsPage(IResourceSearch search, ResourceStore resources) : IPage<ResultsView>
{
    public async Task<bool> DrawAsync(Page page, ResultsView view, CancellationToken cancellation)
    {
        var answer = await search.AskAsync(
            new SearchQuestion(view.Words, page.Reader.Language, page.Reader.Place, view.Without), cancellation);
        if (answer.Hits.Count == 0 && answer.HelpLines.Count == 0) DrawNothing(page, answer);
        else await DrawHitsAsync(page, view, answer, cancellation);
        page.WayRow(new SearchView());
        return true;
    }

    private async Task DrawHitsAsync(Page page, ResultsView view, SearchAnswer answer, CancellationToken cancellation)
    {
        page.Heading(answer.Confident ? page.Phrases.Results : page.Phrases.Closest);
        page.Text(string.Join(" · ", new[]
        {
            page.PlaceName(page.Reader.Place),
            ListLines.Count(answer.Hits.Count, page),
            ListLines.PageOf(view.Page, answer.Hits.Count, page),
        }.OfType<string>()));
        page.PlaceRow(view with { Page = 0 });
        var shown = answer.HelpLines.Select(id => new SearchHit(id, 1, true)).Concat(answer.Hits).Skip(view.Page * ListLines.PageSize).Take(ListLines.PageSize).Select(hit => hit.Id).ToList();
        foreach (var (id, line) in await resources.LinesAsync(shown, page.Reader.Language, cancellation))
            page.Row(page.To(ListLines.Label(line, page.Phrases), new FoundCardView(id, view)));
        ListLines.PagingRow(page, view.Page, answer.Hits.Count, number => view with { Page = number });
    }

    private static void DrawNothing(Page page, SearchAnswer answer)
    {
        page.Text(page.Phrases.NoResults);
        foreach (var topic in answer.Nearest) page.Row(page.To(TopicNames.Name(topic, page.Phrases), new TopicView(topic, 0)));
    }
}
