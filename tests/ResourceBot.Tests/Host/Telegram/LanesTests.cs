using System.Collections.Concurrent;
using ResourceBot.Chat;
using ResourceBot.Host.Telegram;

namespace ResourceBot.Tests.Host.Telegram;

public sealed class LanesTests
{
    [Fact]
    public async Task Within_a_chat_everything_keeps_its_order_and_no_two_turns_overlap()
    {
        var seen = new ConcurrentDictionary<long, ConcurrentQueue<long>>();
        var busy = new ConcurrentDictionary<ChatId, bool>();
        using var lanes = new Lanes(width: 8, capacity: 10_000, async (chat, turn, _) =>
        {
            Assert.True(busy.TryAdd(chat, true));
            await Task.Yield();
            foreach (var waiting in turn) seen.GetOrAdd(chat.Value, _ => []).Enqueue(waiting.UpdateId);
            Assert.True(busy.TryRemove(chat, out var _));
        });

        var running = lanes.RunAsync(CancellationToken.None);
        for (var id = 0; id < 2_000; id++) await lanes.AddAsync(Typed(id, chat: id % 7), CancellationToken.None);
        lanes.Complete();
        await running;

        Assert.Equal(2_000, seen.Values.Sum(ids => ids.Count));
        Assert.All(seen.Values, ids => Assert.Equal(ids.Order(), ids));
        Assert.Equal(0, lanes.Held);
    }

    [Fact]
    public async Task A_stuck_chat_does_not_hold_up_another()
    {
        var release = new TaskCompletionSource();
        var answered = new TaskCompletionSource();
        using var lanes = new Lanes(width: 2, capacity: 100, async (chat, _, _) =>
        {
            if (chat.Value == 1) await release.Task;
            else answered.SetResult();
        });
        var running = lanes.RunAsync(CancellationToken.None);

        await lanes.AddAsync(Typed(1, chat: 1), CancellationToken.None);
        await lanes.AddAsync(Typed(2, chat: 2), CancellationToken.None);
        await answered.Task;

        release.SetResult();
        lanes.Complete();
        await running;
    }

    [Fact]
    public async Task What_waits_behind_something_else_of_its_chat_is_told_so()
    {
        var release = new TaskCompletionSource();
        var turns = new ConcurrentQueue<IReadOnlyList<Waiting>>();
        using var lanes = new Lanes(width: 2, capacity: 10, async (_, turn, _) =>
        {
            turns.Enqueue(turn);
            await release.Task;
        }, behind: waiting => waiting with { IsSuspect = true });
        var running = lanes.RunAsync(CancellationToken.None);
        await lanes.AddAsync(Typed(1, chat: 1), CancellationToken.None);
        while (turns.IsEmpty) await Task.Yield();
        await lanes.AddAsync(Typed(2, chat: 1), CancellationToken.None);
        await lanes.AddAsync(Typed(3, chat: 2), CancellationToken.None);
        release.SetResult();
        lanes.Complete();
        await running;

        Assert.Equal([(1, false), (2, true), (3, false)], turns.SelectMany(turn => turn).OrderBy(waiting => waiting.UpdateId)
            .Select(waiting => ((int)waiting.UpdateId, waiting.IsSuspect)));
    }

    [Fact]
    public async Task When_all_room_is_taken_adding_waits_until_something_is_answered()
    {
        var release = new TaskCompletionSource();
        using var lanes = new Lanes(width: 1, capacity: 2, (_, _, _) => release.Task);
        var running = lanes.RunAsync(CancellationToken.None);
        await lanes.AddAsync(Typed(1, chat: 1), CancellationToken.None);
        await lanes.AddAsync(Typed(2, chat: 2), CancellationToken.None);

        var third = lanes.AddAsync(Typed(3, chat: 3), CancellationToken.None);
        Assert.False(third.IsCompleted);
        Assert.Equal(0, lanes.Room);
        release.SetResult();
        await third;

        lanes.Complete();
        await running;
    }

    private static Waiting Typed(long id, long chat) => new(id, new TypedText(new ChatId(chat), new MessageId((int)id), "سلام"));
}
