using ResourceBot.Broadcasts.Sending;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Host.Telegram;

namespace ResourceBot.Host.Broadcasting;

/// <summary>Keeps the loops of broadcasts going while the program runs: sending, taking back, progress, and tidying up.</summary>
internal sealed class BroadcastLoops(
    BroadcastRun run, TakingBack takingBack, ProgressBoard board, Reduction reduction, Expiry expiry, OutgoingGate gate, TimeProvider clock,
    ILogger<BroadcastLoops> log)
    : BackgroundService
{
    private static readonly TimeSpan TidyEvery = TimeSpan.FromHours(1);

    // The rest is left for writing down what was not answered.
    private static readonly TimeSpan AnswerWithin = Gateway.FinishWithin - TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WriteWithin = Gateway.FinishWithin - TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the first message: Telegram may have asked for a pause that is not over.
        await gate.ResumePauseAsync(stoppingToken);
        using var hangUp = new CancellationTokenSource();
        using var abandon = new CancellationTokenSource();
        using var _ = stoppingToken.Register(() =>
        {
            hangUp.CancelAfter(AnswerWithin);
            abandon.CancelAfter(WriteWithin);
        });
        await Task.WhenAll(
            run.RunAsync(stoppingToken, hangUp.Token, abandon.Token), takingBack.RunAsync(stoppingToken), board.RunAsync(stoppingToken), TidyAsync(stoppingToken));
    }

    private async Task TidyAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await expiry.SweepAsync(stopping);
                await reduction.RunAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                BroadcastLog.TidyingFailed(log, trouble.GetType().Name);
            }

            await Task.Delay(TidyEvery, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
