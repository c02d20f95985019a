namespace ResourceBot.Conversations.Visitors;

/// <summary>Says that she can simply type, with examples.</summary>
public sealed class SearchPage : IPage<SearchView>
{
    public Task<bool> DrawAsync(Page page, SearchView view, CancellationToken cancellation)
    {
        page.Heading(page.Phrases.Search);
        page.Text(page.Phrases.SearchPrompt);
        foreach (var example in page.Phrases.SearchExamples.Split('\n')) page.Text("• " + example);
        page.Gap();
        page.Text(page.Phrases.TypedIsDeleted);
        page.WayRow(new HomeView());
        return Task.FromResult(true);
    }
}
