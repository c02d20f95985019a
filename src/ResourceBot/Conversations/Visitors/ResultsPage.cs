using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;

namespace ResourceBot.Conversations.Visitors;

/// <summary>What was found for typed words. The words themselves are not repeated: somebody may look over her shoulder.</summary>
public sealed class ResultsPage(IResourceSearch search, ResourceStore resources) : IPage<ResultsView>
{
    private const int FiltersInRow = 2;

    public async Task<bool> DrawAsync(Page page, ResultsView view, CancellationToken cancellation)
    {
        var answer = await search.AskAsync(
            new SearchQuestion(view.Words, page.Reader.Language, page.Reader.Place, view.Without), cancellation);
        view = view with { Page = ListLines.Within(view.Page, answer.HelpLines.Count + answer.Hits.Count) };
        if (answer.HelpLines.Count > 0) await DrawHelpLinesAsync(page, view, answer, cancellation);
        else if (answer.Hits.Count == 0) DrawNothing(page, view, answer);
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
        DrawFilters(page, view, answer.Filters);
        page.PlaceRow(view with { Page = 0 });
        await DrawLinesAsync(page, view, answer.Hits, cancellation);
    }

    // The same page for everybody, on any part of which nothing tells what she wrote.
    private async Task DrawHelpLinesAsync(Page page, ResultsView view, SearchAnswer answer, CancellationToken cancellation)
    {
        page.Heading(page.Phrases.CrisisFirst);
        page.Text(page.Phrases.CrisisLimit);
        page.PlaceRow(view with { Page = 0 });
        await DrawLinesAsync(page, view, [.. answer.HelpLines.Select(id => new SearchHit(id, 1, Fits: true)), .. answer.Hits], cancellation);
    }

    private async Task DrawLinesAsync(Page page, ResultsView view, IReadOnlyList<SearchHit> hits, CancellationToken cancellation)
    {
        var shown = hits.Skip(view.Page * ListLines.PageSize).Take(ListLines.PageSize).ToList();
        var close = shown.Where(hit => !hit.Fits).Select(hit => hit.Id).ToHashSet();
        if (close.Count > 0) page.Text(page.Phrases.NotEveryPoint);
        foreach (var (id, line) in await resources.LinesAsync([.. shown.Select(hit => hit.Id)], page.Reader.Language, cancellation))
            page.Row(page.To((close.Contains(id) ? "≈ " : "") + ListLines.Label(line, page.Phrases), new FoundCardView(id, view)));
        ListLines.PagingRow(page, view.Page, hits.Count, number => view with { Page = number });
    }

    private static void DrawFilters(Page page, ResultsView view, IReadOnlyList<SearchFilter> filters)
    {
        if (filters.Count == 0) return;
        page.Text(page.Phrases.UnderstoodAs);
        var buttons = filters.Index().Select(filter => page.To(
            (filter.Item.Off ? "＋ " : "✕ ") + FacetNames.Name(filter.Item.Facet, page),
            view with { Page = 0, Without = view.Without ^ (1 << filter.Index) }));
        foreach (var row in buttons.Chunk(FiltersInRow)) page.Row(row);
    }

    private static void DrawNothing(Page page, ResultsView view, SearchAnswer answer)
    {
        page.Text(page.Phrases.NoResults);
        DrawFilters(page, view, answer.Filters);
        foreach (var topic in answer.Nearest) page.Row(page.To(TopicNames.Name(topic, page.Phrases), new TopicView(topic, 0)));
    }
}
