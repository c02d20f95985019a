using ResourceBot.Catalogue;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Visitors;

/// <summary>The eight topics, each with the number of entries for the reader's place.</summary>
public sealed class TopicsPage(ResourceStore resources) : IPage<TopicsView>
{
    public async Task<bool> DrawAsync(Page page, TopicsView view, CancellationToken cancellation)
    {
        var counts = await resources.CountAsync(page.Reader.Place, cancellation);
        page.Heading(page.Phrases.ChooseTopic);
        page.PlaceRow(view);
        foreach (var topic in Topics.All)
        {
            page.Row(page.To(
                $"{TopicNames.Name(topic, page.Phrases)} ({Digits.Show(counts[topic], page.Reader.Language)})", new TopicView(topic, 0)));
        }

        page.WayRow(new HomeView());
        return true;
    }
}
