using ResourceBot.Figures;

namespace ResourceBot.Host.Upkeep;

/// <summary>Writes the week's counts every few minutes, and once more at the end.</summary>
internal sealed class CountsWriting(WeeklyCounts counts, TimeProvider clock, ILogger<CountsWriting> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last counts are written in StopAsync.
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await counts.WriteAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            UpkeepLog.CountsNotWritten(log, failure.GetType().Name);
        }
    }
}
