namespace ResourceBot.Catalogue.Search;

/// <summary>Finds resources for words as people type them.</summary>
public interface IResourceSearch
{
    /// <summary>Any text gives an ordinary answer, never an error.</summary>
    Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken cancellation);
}
