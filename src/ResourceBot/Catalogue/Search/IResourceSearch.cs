namespace ResourceBot.Catalogue.Search;

/// <summary>Finds resources for words as people type them.</summary>
public interface IResourceSearch
{
    /// <summary>Any text gives an ordinary answer, never an error.</summary>
    Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken cancellation);

    /// <summary>
    /// The words of a message that matter, short enough for a button: all of them when they fit, else words of danger, names,
    /// and what it asks for.
    /// </summary>
    Task<string> EssenceAsync(string typed, CancellationToken cancellation);

    /// <summary>Whether a message speaks of danger to whoever wrote it.</summary>
    bool SpeaksOfDanger(string typed);
}
