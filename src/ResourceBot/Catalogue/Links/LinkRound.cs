using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Links;

/// <summary>What a round found.</summary>
/// <param name="Kept">False: so little answered that our own connection must be at fault; nothing was written.</param>
public sealed record LinkRoundReport(int Asked, int Answered, int Barred, int Failed, bool Kept);

/// <summary>A round that is over.</summary>
/// <param name="Report">Null when it broke off.</param>
public sealed record LastRound(DateTimeOffset EndedAt, LinkRoundReport? Report);

/// <summary>Asks for every link of the catalogue once.</summary>
public sealed class LinkRound(LinkStore links, ILinkProbe probe, TimeProvider clock)
{
    // Hosts at a time; each host one link at a time, so that nobody feels us.
    private const int HostsAtOnce = 8;

    // With fewer links than this nothing can be said about our own connection.
    private const int EnoughToJudge = 5;

    private volatile bool _isRunning;
    private volatile LastRound? _last;

    /// <summary>A round is going on.</summary>
    public bool IsRunning => _isRunning;

    /// <summary>The last round since the program started; staff who asked for one want to know what came of it.</summary>
    public LastRound? Last => _last;

    public async Task<LinkRoundReport> RunAsync(CancellationToken cancellation)
    {
        LinkRoundReport? report = null;
        _isRunning = true;
        try
        {
            return report = await AskAllAsync(cancellation);
        }
        finally
        {
            _last = new LastRound(clock.GetUtcNow(), report);
            _isRunning = false;
        }
    }

    /// <summary>One link, asked now because somebody on the staff looks at it.</summary>
    public async Task<LinkRecord> AskAsync(Uri link, CancellationToken cancellation)
    {
        var before = await links.FindAsync(link, cancellation);
        var record = LinkRecord.After(before, link, await probe.AskAsync(link, cancellation), KabulTime.Today(clock));
        await links.WriteAsync([record], cancellation);
        return record;
    }

    private async Task<LinkRoundReport> AskAllAsync(CancellationToken cancellation)
    {
        var known = await links.AllAsync(cancellation);
        var today = KabulTime.Today(clock);
        var hosts = (await links.LinksAsync(cancellation)).GroupBy(link => link.IdnHost, StringComparer.OrdinalIgnoreCase);
        var found = new List<LinkRecord>();
        await Parallel.ForEachAsync(
            hosts, new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancellation },
            async (host, token) =>
            {
                foreach (var link in host)
                {
                    var answer = await probe.AskAsync(link, token);
                    lock (found) found.Add(LinkRecord.After(known.GetValueOrDefault(link.OriginalString), link, answer, today));
                }
            });

        var report = Report(found);
        if (report.Kept) await links.WriteAsync(found, cancellation);
        return report;
    }

    private static LinkRoundReport Report(List<LinkRecord> found)
    {
        var answered = found.Count(record => record.Last.Outcome == LinkOutcome.Answered);
        var barred = found.Count(record => record.Last.Outcome == LinkOutcome.Barred);
        var kept = found.Count < EnoughToJudge || (answered + barred) * 2 >= found.Count;
        return new LinkRoundReport(found.Count, answered, barred, found.Count - answered - barred, kept);
    }
}
