using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Links;

/// <summary>What a round found.</summary>
/// <param name="Kept">False: so little answered that our own connection must be at fault; nothing was written.</param>
public sealed record LinkRoundReport(int Asked, int Answered, int Barred, int Failed, bool Kept);

/// <summary>Asks for every link of the catalogue once.</summary>
public sealed class LinkRound(LinkStore links, ILinkProbe probe, TimeProvider clock)
{
    // Hosts at a time; each host one link at a time, so that nobody feels us.
    private const int HostsAtOnce = 8;

    // With fewer links than this nothing can be said about our own connection.
    private const int EnoughToJudge = 5;

    public async Task<LinkRoundReport> RunAsync(CancellationToken cancellation)
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

    /// <summary>One link, asked now because somebody on the staff looks at it.</summary>
    public async Task<LinkRecord> AskAsync(Uri link, CancellationToken cancellation)
    {
        var before = await links.FindAsync(link, cancellation);
        var record = LinkRecord.After(before, link, await probe.AskAsync(link, cancellation), KabulTime.Today(clock));
        await links.WriteAsync([record], cancellation);
        return record;
    }

    private static LinkRoundReport Report(List<LinkRecord> found)
    {
        var answered = found.Count(record => record.Last.Outcome == LinkOutcome.Answered);
        var barred = found.Count(record => record.Last.Outcome == LinkOutcome.Barred);
        var kept = found.Count < EnoughToJudge || (answered + barred) * 2 >= found.Count;
        return new LinkRoundReport(found.Count, answered, barred, found.Count - answered - barred, kept);
    }
}
