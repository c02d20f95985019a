namespace ResourceBot.Catalogue.Search;

/// <summary>The whole catalogue in memory, at most about a second old.</summary>
public interface ICatalogueCopy
{
    Task<IReadOnlyList<Resource>> EntriesAsync(CancellationToken cancellation);
}
