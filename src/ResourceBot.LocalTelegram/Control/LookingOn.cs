using System.Text.Json;
using System.Threading.Channels;
using ResourceBot.LocalTelegram.BotApi;
using ResourceBot.LocalTelegram.Ledgers;

namespace ResourceBot.LocalTelegram.Control;

/// <summary>The ledger, and everything that happens as server-sent events.</summary>
internal static class LookingOn
{
    private const int MostWaiting = 10_000;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void Map(RouteGroupBuilder local, Network network, Ledger ledger)
    {
        local.MapGet("/ledger", (string? method, long? chat, long? since) => Results.Json(
            new { Counts = ledger.Counts, Calls = ledger.Snapshot(method, chat, since ?? 0) }, ControlApi.Json));
        local.MapGet("/events", (HttpContext http) => FollowAsync(http, network));
    }

    private static async Task FollowAsync(HttpContext http, Network network)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        // A page that does not keep up loses the oldest events rather than memory; it reloads chats when it connects again.
        var waiting = Channel.CreateBounded<Happening>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        using var watching = network.Happenings.Watch(happening => waiting.Writer.TryWrite(happening));
        var gone = http.RequestAborted;
        try
        {
            await http.Response.WriteAsync(": here\n\n", gone);
            while (true)
            {
                await http.Response.Body.FlushAsync(gone);
                using var beat = CancellationTokenSource.CreateLinkedTokenSource(gone);
                beat.CancelAfter(Heartbeat);
                try
                {
                    await waiting.Reader.WaitToReadAsync(beat.Token);
                }
                catch (OperationCanceledException) when (!gone.IsCancellationRequested)
                {
                    await http.Response.WriteAsync(": still here\n\n", gone);
                }
                while (waiting.Reader.TryRead(out var happening))
                {
                    if (Event(happening) is var (name, body)) await http.Response.WriteAsync($"event: {name}\ndata: {body}\n\n", gone);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
    }

    private static (string Name, string Body)? Event(Happening happening) => happening switch
    {
        MessageShown { Message.Cleared: false } shown => ("message", Text(new { Person = shown.Chat.Id, Message = MessageView.Of(shown.Message, shown.Chat.Bot.Files) })),
        MessageGone gone => ("deleted", Text(new { Person = gone.Chat.Id, gone.MessageId })),
        NoticeShown notice => ("notice", Text(new { Person = notice.Chat.Id, notice.Notice.QueryId, notice.Notice.Text, notice.Notice.Alert, notice.Notice.Url, notice.Notice.At })),
        NotificationShown rung => ("notification", Text(new { Person = rung.Chat.Id, rung.Notification.Text, rung.Notification.Silent, rung.Notification.At })),
        BotChanged changed => ("commands", Text(new { Bot = changed.Bot.Id })),
        PeopleChanged changed => ("people", Text(new { Person = changed.PersonId })),
        _ => null,
    };

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, ControlApi.Json);
}
