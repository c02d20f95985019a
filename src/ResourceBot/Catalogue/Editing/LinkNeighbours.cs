using Dapper;
using ResourceBot.Catalogue.Links;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Editing;

/// <summary>What in the catalogue is near a link.</summary>
/// <param name="Same">Entries of the very page.</param>
/// <param name="SameSite">Entries of other pages of the website.</param>
/// <param name="Drafts">Drafts for the very page.</param>
/// <param name="LooksLike">A known host that this one could be mistaken for; null when there is none.</param>
public sealed record LinkNeighbourhood(
    IReadOnlyList<(ResourceId Id, string Title)> Same,
    IReadOnlyList<(ResourceId Id, string Title)> SameSite,
    IReadOnlyList<DraftId> Drafts,
    string? LooksLike)
{
    public bool IsEmpty => Same.Count + SameSite.Count + Drafts.Count == 0 && LooksLike is null;
}

/// <summary>Tells before anything is typed whether an entry is in the catalogue already, or only pretends to be one that is.</summary>
public sealed class LinkNeighbours(Database database, ICatalogueCopy catalogue)
{
    private const int MostShown = 5;

    private sealed class LinkRow
    {
        public long Id { get; init; }
        public string Link { get; init; } = "";
        public string Title { get; init; } = "";
    }

    private sealed record DraftRow(long Id, string Body);

    /// <param name="but">The draft that asks.</param>
    public async Task<LinkNeighbourhood> FindAsync(string link, Language language, DraftId? but, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = (await connection.QueryAsync<LinkRow>(new CommandDefinition(
            $"SELECT r.id, r.link, {ResourceStore.Title} AS title FROM resource r WHERE r.link IS NOT NULL ORDER BY r.id",
            new { language = language.Code() }, cancellationToken: cancellation))).AsList();
        var drafts = await connection.QueryAsync<DraftRow>(new CommandDefinition(
            "SELECT id, body FROM draft WHERE id <> @but AND resource_id IS NULL", new { but = but?.Value ?? 0 }, cancellationToken: cancellation));

        var page = Page(link);
        var site = Site(link);
        var same = rows.Where(row => Page(row.Link) == page).ToList();
        var hosts = new KnownHosts(await catalogue.EntriesAsync(cancellation));
        // The judgement of the link check, where all that one organisation registered is one website.
        var atHome = hosts.Find(site, new Uri(link).PathAndQuery).Select(entry => entry.Id.Value).ToHashSet();
        var sameSite = rows.Where(row => (Site(row.Link) == site || atHome.Contains(row.Id)) && Page(row.Link) != page).ToList();
        return new LinkNeighbourhood(
            [.. same.Take(MostShown).Select(row => (new ResourceId(row.Id), row.Title))],
            [.. sameSite.Take(MostShown).Select(row => (new ResourceId(row.Id), row.Title))],
            [.. drafts.Where(row => DraftBody.Parse(row.Body).GetText("link") is { } other && Page(other) == page).Select(row => new DraftId(row.Id))],
            same.Count + sameSite.Count > 0 ? null : hosts.ImitatedBy(site));
    }

    /// <summary>Those of these hosts that only look like a known one, each with that one.</summary>
    public async Task<IReadOnlyList<(string Host, string Known)>> FindImitationsAsync(IEnumerable<string> hosts, CancellationToken cancellation)
    {
        var known = new KnownHosts(await catalogue.EntriesAsync(cancellation));
        return [.. hosts.Distinct(StringComparer.Ordinal).Select(host => (host, Known: known.ImitatedBy(host))).Where(pair => pair.Known is not null).Select(pair => (pair.host, pair.Known!))];
    }

    /// <summary>The page behind an address, however it was copied: no scheme, no www, no question marks of advertisers.</summary>
    internal static string Page(string link)
    {
        var address = new Uri(link);
        var question = string.Join('&', address.Query.TrimStart('?').Split('&')
            .Where(part => part.Length > 0 && !part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
                && !part.StartsWith("fbclid", StringComparison.OrdinalIgnoreCase)));
        return $"{Site(link)}{address.AbsolutePath.TrimEnd('/')}?{question}".ToLowerInvariant();
    }

    internal static string Site(string link)
    {
        var host = new Uri(link).IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
