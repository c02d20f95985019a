using System.Threading.Channels;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Catalogue.Links;
using ResourceBot.Catalogue.Suggestions;
using ResourceBot.Languages;

namespace ResourceBot.Host.Upkeep;

/// <summary>
/// Every night at half past two in Kabul: asks for all links and forgets suggestions and files that nobody looked at. Rung for, it asks
/// for the links at once.
/// </summary>
internal sealed class NightWork(LinkRound links, SuggestionStore suggestions, Imports imports, TimeProvider clock, ILogger<NightWork> log)
    : BackgroundService, ILinkBell
{
    private static readonly TimeOnly Hour = new(2, 30);

    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _bell.Writer.TryWrite(true);

    /// <summary>How long it is until the next night's work.</summary>
    public static TimeSpan UntilNight(DateTimeOffset now)
    {
        var kabul = now.ToOffset(KabulTime.Offset);
        var tonight = new DateTimeOffset(kabul.Date + Hour.ToTimeSpan(), KabulTime.Offset);
        return (tonight > kabul ? tonight : tonight.AddDays(1)) - kabul;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var isNight = !await RungAsync(stoppingToken);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                if (isNight)
                {
                    await suggestions.ForgetOldAsync(stoppingToken);
                    await imports.PutOldAwayAsync(stoppingToken);
                }

                var report = await links.RunAsync(stoppingToken);
                UpkeepLog.LinksAsked(log, report);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // A night without it harms nobody; the next one tries again.
                UpkeepLog.NightFailed(log, failure.GetType().Name);
            }
        }
    }

    // True when somebody rang before the night came.
    private async Task<bool> RungAsync(CancellationToken cancellation)
    {
        using var night = new CancellationTokenSource(UntilNight(clock.GetUtcNow()), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(night.Token, cancellation);
        try
        {
            return await _bell.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
