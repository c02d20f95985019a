using Microsoft.Extensions.Logging;
using ResourceBot.Chat;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>
/// Keeps the writer up to date in one message that is rewritten every few seconds, which costs next to nothing of the pace.
/// What she must not miss (the start, a pause by itself, the end) comes as a new message in its place.
/// </summary>
public sealed class ProgressBoard(
    BroadcastStore broadcasts, StaffStore staff, Database database, IPost post, IBroadcastScreens screens, OpenPanels panels,
    TimeProvider clock, ILogger<ProgressBoard> log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Dictionary<BroadcastId, string> _shown = [];
    private readonly HashSet<BroadcastId> _toldPause = [];

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
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
            }

            await Task.Delay(Every, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task StepAsync(CancellationToken stopping)
    {
        foreach (var broadcast in await broadcasts.ListReportDueAsync(stopping)) await ShowAsync(broadcast, stopping);
    }

    private async Task ShowAsync(Broadcast broadcast, CancellationToken stopping)
    {
        var isLast = broadcast.State is BroadcastState.Finished or BroadcastState.Cancelled;
        var byItself = broadcast is { State: BroadcastState.Paused, PausedBecause: PauseReason.Errors };
        var isNew = isLast || broadcast.Progress is null || (byItself && _toldPause.Add(broadcast.Id));
        if (broadcast.State == BroadcastState.Sending) _toldPause.Remove(broadcast.Id);

        var screen = await screens.ProgressAsync(broadcast, stopping);
        if (!isNew && _shown.GetValueOrDefault(broadcast.Id) == screen.Html) return;
        var chat = await database.WriteAsync(transaction => staff.ChatOfAsync(transaction, broadcast.Writer, stopping), stopping);
        if (chat is not { } writer)
        {
            // She is not on the staff any more: there is nobody to tell.
            await broadcasts.SaveProgressAsync(broadcast.Id, null, isLast: true, stopping);
            return;
        }

        if (isNew) await PostAsync(broadcast, writer, screen, isLast, stopping);
        else await RewriteAsync(broadcast, writer, screen, stopping);
        _shown[broadcast.Id] = screen.Html;
        if (isLast) _shown.Remove(broadcast.Id);
    }

    private async Task PostAsync(Broadcast broadcast, ChatId writer, Screen screen, bool isLast, CancellationToken stopping)
    {
        await post.TurnAsync(writer, stopping);
        var result = await post.SendAsync(writer, screen, stopping);
        if (result is not (Posted or Unreachable or NotTaken)) return;
        await broadcasts.SaveProgressAsync(broadcast.Id, (result as Posted)?.Message, isLast, stopping);
        if (broadcast.Progress is { } old && panels.Find(writer)?.Message != old) await post.DeleteAsync(writer, old, stopping);
    }

    private async Task RewriteAsync(Broadcast broadcast, ChatId writer, Screen screen, CancellationToken stopping)
    {
        // She may have gone on from it to other pages: then it is hers, and the page of the broadcast shows the progress.
        var panel = panels.Find(writer);
        if (panel?.Message == broadcast.Progress && panel?.Code != screen.Code) return;
        if (!await post.RewriteAsync(writer, broadcast.Progress!.Value, screen, stopping))
            await broadcasts.SaveProgressAsync(broadcast.Id, null, isLast: false, stopping);
    }
}
