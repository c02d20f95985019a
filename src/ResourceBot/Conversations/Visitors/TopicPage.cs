using ResourceBot.Catalogue;

namespace ResourceBot.Conversations.Visitors;

/// <summary>The entries of a topic, six to a page.</summary>
public sealed class TopicPage(ResourceStore resources) : IPage<TopicView>
{
    public async Task<bool> DrawAsync(Page page, TopicView view, CancellationToken cancellation)
    {
        var list = await ListAsync(page.Reader, view, cancellation);
        if (ListLines.Within(view.Page, list.Total) is var last && last != view.Page)
        {
            view = view with { Page = last };
            list = await ListAsync(page.Reader, view, cancellation);
        }

        page.Heading(TopicNames.Name(view.Topic, page.Phrases));
        page.Text(string.Join(" · ", new[]
        {
            page.PlaceName(page.Reader.Place),
            ListLines.Count(list.Total, page),
            ListLines.PageOf(view.Page, list.Total, page),
        }.OfType<string>()));
        if (list.Total == 0)
            page.Text(Languages.Phrase.Fill(page.Phrases.EmptyList, ("all", page.Phrases.PlaceAnywhere)));

        page.PlaceRow(view with { Page = 0 });
        foreach (var line in list.Lines) page.Row(page.To(ListLines.Label(line, page.Phrases), new CardView(line.Slug, view)));
        ListLines.PagingRow(page, view.Page, list.Total, number => view with { Page = number });
        page.WayRow(new TopicsView());
        return true;
    }

    private Task<ResourceList> ListAsync(Reader reader, TopicView view, CancellationToken cancellation) => resources.ListAsync(
        view.Topic, reader.Place, reader.Language, view.Page * ListLines.PageSize, ListLines.PageSize, cancellation);
}
