using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Search;

/// <summary>
/// Answers from an index in memory, and follows the catalogue by its revision: when that has moved, one caller reads the
/// catalogue anew while the others go on with what there is. Without an index (at the start) the question waits for it.
/// </summary>
public sealed class ResourceSearch(ResourceStore resources, SearchWords words, TimeProvider clock) : IResourceSearch, ICatalogueCopy, IDisposable
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _building = new(1, 1);
    private readonly Spelling _synonymSpelling = new(words.Asked.Words);
    private volatile Standed? _current;
    private long _checkedAt;

    private sealed record Standed(SearchIndex Index, long Revision);

    public async Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken cancellation) =>
        (await IndexAsync(cancellation)).Ask(question, KabulTime.Today(clock));

    public async Task<IReadOnlyList<Resource>> EntriesAsync(CancellationToken cancellation) => (await IndexAsync(cancellation)).Entries;

    public async Task<string> EssenceAsync(string typed, CancellationToken cancellation) => (await IndexAsync(cancellation)).Essence(typed);

    public bool SpeaksOfDanger(string typed) => words.Crisis.Find(PackedQuestion.Read(typed)).Count > 0;

    public void Dispose() => _building.Dispose();

    private async Task<SearchIndex> IndexAsync(CancellationToken cancellation)
    {
        if (_current is { } current)
        {
            if (clock.GetElapsedTime(Interlocked.Read(ref _checkedAt)) < CheckEvery) return current.Index;
            // Somebody is at it: the answer of a second ago will do.
            if (!await _building.WaitAsync(TimeSpan.Zero, cancellation)) return current.Index;
        }
        else
        {
            await _building.WaitAsync(cancellation);
        }

        try
        {
            // Whoever waited for the first index finds it made.
            if (_current is { } made && clock.GetElapsedTime(Interlocked.Read(ref _checkedAt)) < CheckEvery) return made.Index;
            // The revision first: what changes while we read the catalogue is seen as a change the next time.
            var revision = await resources.RevisionAsync(cancellation);
            if (_current is not { } known || known.Revision != revision)
                _current = new Standed(SearchIndex.Build(await resources.AllAsync(cancellation), words, _synonymSpelling), revision);
            Interlocked.Exchange(ref _checkedAt, clock.GetTimestamp());
            return _current!.Index;
        }
        finally
        {
            _building.Release();
        }
    }
}
