using Microsoft.Extensions.Logging;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Chat;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>
/// Takes withdrawn messages out of the chats: deleted where Telegram still deletes, else rewritten to a neutral line. A bell
/// that she opened has become her page: it is rewritten only while it shows the withdrawn text.
/// </summary>
public sealed class TakingBack(
    BroadcastStore broadcasts, DeliveryStore deliveries, IPost post, IBroadcastScreens screens, OpenPanels panels, TimeProvider clock,
    ILogger<TakingBack> log)
{
    private const int MostAtOnce = 64;
    private const int Parallel = 8;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(10);

    private readonly HashSet<BroadcastId> _done = [];

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var wait = Idle;
            try
            {
                await StepAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                SendingLog.Trouble(log, trouble.GetType().Name, Environment.NewLine + trouble.StackTrace);
                wait = AfterTrouble;
            }

            await Task.Delay(wait, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task StepAsync(CancellationToken stopping)
    {
        foreach (var broadcast in await broadcasts.ListToTakeBackAsync(stopping))
        {
            if (_done.Contains(broadcast.Id)) continue;
            var stillSending = broadcast.Counts.Left > 0 && await deliveries.IsAnyOnItsWayAsync(broadcast.Id, stopping);
            await TakeBackAsync(broadcast, stopping);
            // What was on its way when it was withdrawn may have arrived a moment later.
            if (!stillSending) _done.Add(broadcast.Id);
        }
    }

    private async Task TakeBackAsync(Broadcast broadcast, CancellationToken stopping)
    {
        var after = new SubscriberId(0);
        while (await deliveries.StandingAsync(broadcast.Id, after, MostAtOnce, stopping) is { Count: > 0 } standing)
        {
            await System.Threading.Tasks.Parallel.ForEachAsync(
                standing, new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = stopping },
                async (message, cancellation) => await TakeBackAsync(broadcast, message, cancellation));
            // Also those that resisted: she has closed the door, or the message is gone already.
            await deliveries.TakenBackAsync(broadcast.Id, [.. standing.Select(message => message.Id)], stopping);
            after = standing[^1].Id;
        }
    }

    private async Task TakeBackAsync(Broadcast broadcast, StandingMessage message, CancellationToken cancellation)
    {
        var neutral = screens.TakenBack(message.Language, message.Place);
        if (!message.Opened)
        {
            if (!await post.DeleteAsync(message.Chat, message.Message, cancellation))
                await post.RewriteAsync(message.Chat, message.Message, neutral, cancellation);
            return;
        }

        var panel = panels.Find(message.Chat);
        if (panel is not null && (panel.Message != message.Message || !screens.Shows(panel.Code, broadcast.Id))) return;
        if (await post.RewriteAsync(message.Chat, message.Message, neutral, cancellation) && panel is not null)
            panels.Remember(message.Chat, panel with { Code = neutral.Code });
    }
}
