using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Conversations.Truth;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Visitors;

/// <summary>One entry, whether from a list, from a search or through a link.</summary>
public sealed class CardPage(ResourceStore resources, IShareLinks links, Speech speech, TimeProvider clock)
    : IPage<CardView>, IPage<FoundCardView>, IPage<FinderCardView>
{
    // The most that one entry of the catalogue has is three; more would bury the row with the way out.
    private const int MostCopyButtons = 6;

    public async Task<bool> DrawAsync(Page page, CardView view, CancellationToken cancellation)
    {
        if (await resources.FindAsync(view.Slug, cancellation) is not { } resource) return false;
        Draw(page, resource, view.From);
        return true;
    }

    public async Task<bool> DrawAsync(Page page, FoundCardView view, CancellationToken cancellation)
    {
        if (await resources.FindAsync(view.Resource, cancellation) is not { } resource) return false;
        Draw(page, resource, view.From);
        return true;
    }

    public async Task<bool> DrawAsync(Page page, FinderCardView view, CancellationToken cancellation)
    {
        if (await resources.FindAsync(view.Resource, cancellation) is not { } resource) return false;
        Draw(page, resource, view.From);
        return true;
    }

    /// <summary>The card as every visitor sees it, without the rows that lead on; also what staff see before it is published.</summary>
    public void Preview(Page page, Resource resource)
    {
        new CardText(page, resource, KabulTime.Today(clock)).Write();
        OpenRow(page, resource);
        CopyRows(page, resource.Channels);
    }

    private void Draw(Page page, Resource resource, View? back)
    {
        Preview(page, resource);
        ShareRow(page, resource);
        // She came through a link and may never have chosen a language.
        if (back is null) LanguageRow(page, resource);
        page.WayRow(back ?? new HomeView());
    }

    private static void OpenRow(Page page, Resource resource)
    {
        if (resource.Link is { } link) page.Row(new LinkButton($"🔗 {page.Phrases.OpenPage}", link));
        foreach (var form in resource.Channels.Form.Where(form => form != resource.Link?.OriginalString))
            page.Row(new LinkButton($"📝 {page.Phrases.OpenForm}", new Uri(form)));
    }

    private static void CopyRows(Page page, Channels channels)
    {
        var values = channels.Phone.Concat(channels.WhatsApp).Concat(channels.Signal).Concat(channels.Email).Concat(channels.Telegram)
            .Distinct(StringComparer.Ordinal).Take(MostCopyButtons);
        foreach (var value in values)
            page.Row(new CopyButton($"📋 {Phrase.Fill(page.Phrases.Copy, ("value", Direction.LeftToRight(value)))}", value));
    }

    private void ShareRow(Page page, Resource resource)
    {
        var row = new List<Button>();
        if (links.To(Commands.Payload(resource.Slug)) is { } own)
        {
            row.Add(new LinkButton(
                page.Phrases.Share, new Uri($"https://t.me/share/url?url={Uri.EscapeDataString(own.AbsoluteUri)}")));
        }

        row.Add(ReportPages.Button(page, resource.Slug));
        page.Row(row);
    }

    private void LanguageRow(Page page, Resource resource) =>
        page.Row([.. LanguageCodes.All.Where(language => language != page.Reader.Language).Select(language => Page.To(
            speech.Phrases(language).LanguageName,
            page.Reader with { Language = language },
            new CardView(resource.Slug, From: null)))]);
}
