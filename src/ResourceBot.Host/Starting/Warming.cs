using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;

namespace ResourceBot.Host.Starting;

/// <summary>
/// Builds the search index before somebody waits for it, and then gives back the memory that the start needed: reading the
/// seeds leaves behind more than the bot keeps.
/// </summary>
internal sealed class Warming(IResourceSearch search, Readiness readiness) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The way to the first answer needs both processors of a small server for itself; whoever searches sooner has it built for her.
        try
        {
            await readiness.WaitAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await search.AskAsync(new SearchQuestion("", Language.Dari, Place.Anywhere), stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
