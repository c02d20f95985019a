using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Links;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Visitors;

/// <summary>Whether a link belongs to a provider that the catalogue knows. Nothing is fetched: the link is only read.</summary>
public sealed class CheckPage(ICatalogueCopy catalogue, TimeProvider clock) : IPage<CheckView>
{
    private const int MostEntries = 4;

    public async Task<bool> DrawAsync(Page page, CheckView view, CancellationToken cancellation)
    {
        page.Heading(page.Phrases.Check);
        if (view.Host.Length == 0) page.Text(page.Phrases.CheckHow);
        else Draw(page, view, new KnownHosts(await catalogue.EntriesAsync(cancellation)));
        page.Gap();
        page.Heading(page.Phrases.CheckNever);
        foreach (var line in page.Phrases.CheckNeverList.Split('\n')) page.Text("• " + line);
        page.WayRow(new HomeView());
        return true;
    }

    private void Draw(Page page, CheckView view, KnownHosts hosts)
    {
        page.Text(Direction.LeftToRight(view.Host));
        var entries = hosts.Find(view.Host, view.Path);
        if (entries.Count > 0) DrawKnown(page, entries);
        else page.Text("❔ " + page.Phrases.CheckUnknown);
        page.Gap();
        DrawSigns(page, view, hosts.ImitatedBy(view.Host), everybodys: entries.Count == 0 && KnownHosts.IsShared(view.Host));
        foreach (var entry in entries.Take(MostEntries))
        {
            page.Row(page.To(
                ListLines.Label(ResourceLine.Of(entry, page.Reader.Language, KabulTime.Today(clock)), page.Phrases),
                new CardView(entry.Slug, From: null)));
        }
    }

    private static void DrawKnown(Page page, IReadOnlyList<Resource> entries)
    {
        page.Text("✅ " + page.Phrases.CheckKnown);
        foreach (var provider in entries.Select(entry => entry.Provider).Distinct(StringComparer.Ordinal).Take(MostEntries))
            page.Text(Direction.Isolate(provider));
        var compared = entries.Max(entry => entry.ComparedOn);
        page.Text(compared is { } on
            ? Phrase.Fill(page.Phrases.Compared, ("date", DateText.Show(on, page.Reader.Language)))
            : page.Phrases.NeverCompared);
        if (entries.SelectMany(entry => entry.Evidence).Max(evidence => evidence.Date) is { } newest)
            page.Text(Phrase.Fill(page.Phrases.NewestSource, ("date", Direction.LeftToRight(newest.Replace('-', '/')))));
    }

    private static void DrawSigns(Page page, CheckView view, string? imitated, bool everybodys)
    {
        var lines = Signs(page.Phrases, view.Signs).ToList();
        if (imitated is not null) lines.Insert(0, $"{page.Phrases.SignLookAlike} {Direction.LeftToRight(imitated)}");
        if (everybodys) lines.Add(page.Phrases.SignShared);
        if (lines.Count == 0)
        {
            page.Text(page.Phrases.CheckNoSigns);
            return;
        }

        page.Heading("⚠️ " + page.Phrases.CheckSigns);
        foreach (var line in lines) page.Text("• " + line);
    }

    private static IEnumerable<string> Signs(Phrases phrases, LinkSigns signs)
    {
        if (signs.HasFlag(LinkSigns.ForeignLetters)) yield return phrases.SignForeignLetters;
        if (signs.HasFlag(LinkSigns.HiddenHost)) yield return phrases.SignHidden;
        if (signs.HasFlag(LinkSigns.NumberForName)) yield return phrases.SignNumber;
        if (signs.HasFlag(LinkSigns.Shortener)) yield return phrases.SignShortener;
        if (signs.HasFlag(LinkSigns.Plain)) yield return phrases.SignPlain;
        if (signs.HasFlag(LinkSigns.Fee)) yield return phrases.SignFee;
    }
}
