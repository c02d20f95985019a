using System.Text.Json;
using ResourceBot.LocalTelegram;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class PollingTests
{
    private static string Texts(JsonElement updates) =>
        string.Join(' ', updates.EnumerateArray().Select(update => update.GetProperty("message").GetProperty("text").GetString()));

    private static int IdOf(JsonElement updates, int index) => updates[index].GetProperty("update_id").GetInt32();

    private static void Say(TestBot bot, params string[] texts)
    {
        foreach (var text in texts) bot.Phone.Send(text);
    }

    [Fact]
    public async Task Updates_come_again_until_a_higher_offset_confirms_them()
    {
        await using var bot = await TestBot.StartAsync();
        Say(bot, "a", "b", "c");

        var first = await bot.Ok("getUpdates");
        Assert.Equal("a b c", Texts(first));
        Assert.Equal("a b c", Texts(await bot.Ok("getUpdates")));
        Assert.Equal(IdOf(first, 0) + 2, IdOf(first, 2));
        Assert.Equal("c", Texts(await bot.Ok("getUpdates", new { offset = IdOf(first, 2) })));
        Assert.Equal("c", Texts(await bot.Ok("getUpdates")));
    }

    [Fact]
    public async Task A_negative_offset_keeps_the_newest_and_forgets_the_rest()
    {
        await using var bot = await TestBot.StartAsync();
        Say(bot, "a", "b", "c");

        Assert.Equal("b c", Texts(await bot.Ok("getUpdates", new { offset = -2 })));
        Assert.Equal("b c", Texts(await bot.Ok("getUpdates")));
    }

    [Fact]
    public async Task A_limit_holds_and_odd_limits_are_bent_into_1_to_100()
    {
        await using var bot = await TestBot.StartAsync();
        for (var number = 0; number < 120; number++) Say(bot, $"{number}");

        Assert.Equal(2, (await bot.Ok("getUpdates", new { limit = 2 })).GetArrayLength());
        Assert.Equal(100, (await bot.Ok("getUpdates", new { limit = 1000 })).GetArrayLength());
        Assert.Equal(1, (await bot.Ok("getUpdates", new { limit = 0 })).GetArrayLength());
    }

    [Fact]
    public async Task A_long_poll_ends_as_soon_as_somebody_writes()
    {
        await using var bot = await TestBot.StartAsync();

        var poll = bot.Ok("getUpdates", new { timeout = 50 });
        Say(bot, "a");

        Assert.Equal("a", Texts(await poll.WaitAsync(TimeSpan.FromSeconds(10))));
    }

    [Fact]
    public async Task A_long_poll_ends_empty_when_its_time_is_over_and_never_lasts_more_than_50_seconds()
    {
        var clock = TestBot.Clock();
        await using var bot = await TestBot.StartAsync(new LocalTelegramOptions { Limits = false, Clock = clock });

        var poll = bot.Ok("getUpdates", new { timeout = 500 });
        while (!poll.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal(0, (await poll).GetArrayLength());
    }

    [Fact]
    public async Task The_older_of_two_pollers_is_sent_away()
    {
        await using var bot = await TestBot.StartAsync();
        // Which of the two arrives first is up to the network; one must lose, and the other must go on.
        var one = bot.Call("getUpdates", new { timeout = 50 });
        var other = bot.Call("getUpdates", new { timeout = 50 });

        var loser = await await Task.WhenAny(one, other).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(409, loser.GetProperty("error_code").GetInt32());
        Assert.Equal(
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            loser.GetProperty("description").GetString());
        Say(bot, "a");
        var winner = await (one.IsCompleted ? other : one);
        Assert.Equal("a", Texts(winner.GetProperty("result")));
    }

    [Fact]
    public async Task Allowed_kinds_stay_until_they_are_changed()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Ok("getUpdates", new { allowed_updates = new[] { "callback_query" } });

        Say(bot, "a");
        Assert.Equal(0, (await bot.Ok("getUpdates")).GetArrayLength());
        await bot.Ok("getUpdates", new { allowed_updates = Array.Empty<string>() });
        Say(bot, "b");
        Assert.Equal("b", Texts(await bot.Ok("getUpdates")));
    }

    [Fact]
    public async Task A_message_waits_for_24_hours()
    {
        var clock = TestBot.Clock();
        await using var bot = await TestBot.StartAsync(new LocalTelegramOptions { Limits = false, Clock = clock });
        Say(bot, "a");
        clock.Advance(TimeSpan.FromHours(23));
        Say(bot, "b");
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("b", Texts(await bot.Ok("getUpdates")));
    }

    [Fact]
    public async Task Asking_for_the_same_offset_at_once_gives_one_update()
    {
        var clock = TestBot.Clock();
        await using var bot = await TestBot.StartAsync(new LocalTelegramOptions { Clock = clock });
        Say(bot, "a", "b");
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("a b", Texts(await bot.Ok("getUpdates", new { offset = 1 })));
        Assert.Equal("a", Texts(await bot.Ok("getUpdates", new { offset = 1 })));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("a b", Texts(await bot.Ok("getUpdates", new { offset = 1 })));
    }

    [Fact]
    public async Task Asking_for_the_same_offset_soon_again_waits_for_three_seconds()
    {
        var clock = TestBot.Clock();
        await using var bot = await TestBot.StartAsync(new LocalTelegramOptions { Clock = clock });
        clock.Advance(TimeSpan.FromSeconds(5));
        await bot.Ok("getUpdates", new { offset = 1 });
        var again = bot.Ok("getUpdates", new { offset = 1 });

        while (!again.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(0, (await again).GetArrayLength());
        Assert.True(clock.GetUtcNow() >= TestBot.Clock().GetUtcNow().AddSeconds(8));
    }

    [Fact]
    public async Task Confirmed_updates_can_be_made_to_come_again()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(1, bot.Telegram.UpdateFaults.Redeliver());

        var offset = int.MaxValue;
        Assert.Equal("/start", Texts(await bot.Ok("getUpdates", new { offset })));
        Assert.Equal(0, (await bot.Ok("getUpdates", new { offset })).GetArrayLength());
    }
}
