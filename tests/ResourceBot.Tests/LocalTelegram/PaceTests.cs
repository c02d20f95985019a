using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.BotApi.Pace;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class PaceTests : IAsyncLifetime
{
    private const long FirstOfCrowd = 500_000;
    private readonly FakeTimeProvider _clock = TestBot.Clock();
    private TestBot _bot = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync(new LocalTelegramOptions { Clock = _clock });
        _bot.Telegram.AddPeople(FirstOfCrowd, 100_000);
        _clock.Advance(TimeSpan.FromMinutes(10));
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private async Task<int?> RetryAfter(long chat, bool paid = false)
    {
        var envelope = await _bot.Call("sendMessage", new { chat_id = chat, text = "x", allow_paid_broadcast = paid });
        return envelope.GetProperty("ok").GetBoolean() ? null : envelope.GetProperty("parameters").GetProperty("retry_after").GetInt32();
    }

    private async Task<int> SendUntilRefused(long first, int most, bool paid = false)
    {
        for (var sent = 0; sent < most; sent++)
            if (await RetryAfter(first + sent, paid) is not null) return sent;
        return most;
    }

    [Fact]
    public async Task A_bot_sends_30_messages_and_then_30_in_each_second()
    {
        Assert.Equal(30, await SendUntilRefused(FirstOfCrowd, 40));

        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(30, await SendUntilRefused(FirstOfCrowd + 100, 40));
    }

    [Fact]
    public async Task One_chat_takes_a_burst_of_three_and_then_one_a_second()
    {
        for (var number = 0; number < 3; number++) Assert.Null(await RetryAfter(TestBot.Girl));
        Assert.Equal(1, await RetryAfter(TestBot.Girl));
        Assert.Null(await RetryAfter(FirstOfCrowd));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await RetryAfter(TestBot.Girl));
        Assert.Equal(1, await RetryAfter(TestBot.Girl));
    }

    [Fact]
    public async Task Edits_count_like_messages_and_deletions_and_answers_do_not()
    {
        var id = await _bot.Send("0");
        await _bot.Ok("editMessageText", new { chat_id = TestBot.Girl, message_id = id, text = "1" });
        await _bot.Ok("editMessageText", new { chat_id = TestBot.Girl, message_id = id, text = "2" });

        Assert.Equal(
            (429, "Too Many Requests: retry after 1"),
            await _bot.Refused("editMessageText", new { chat_id = TestBot.Girl, message_id = id, text = "3" }));
        await _bot.Ok("deleteMessage", new { chat_id = TestBot.Girl, message_id = id });
        await _bot.Ok("getChat", new { chat_id = TestBot.Girl });
    }

    [Fact]
    public async Task A_group_takes_20_messages_a_minute()
    {
        const long Group = -1001000000001;
        _bot.Telegram.AddGroup(Group, "Volunteers");

        for (var number = 0; number < 20; number++) Assert.Null(await RetryAfter(Group));
        Assert.InRange((await RetryAfter(Group))!.Value, 1, 3);
    }

    [Fact]
    public async Task The_wait_stands_in_the_body_and_in_the_header()
    {
        await SendUntilRefused(FirstOfCrowd, 40);

        using var response = await _bot.Http.PostAsJsonAsync($"/bot{TestBot.Token}/sendMessage", new { chat_id = TestBot.Girl, text = "x" });

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(3), response.Headers.RetryAfter!.Delta);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Too Many Requests: retry after 3", body.GetProperty("description").GetString());
        Assert.Equal(3, body.GetProperty("parameters").GetProperty("retry_after").GetInt32());
    }

    [Fact]
    public async Task A_bot_that_goes_on_calling_waits_longer_and_longer()
    {
        await SendUntilRefused(FirstOfCrowd, 40);
        Assert.Equal(3, await RetryAfter(TestBot.Girl));

        var waits = new List<int>();
        for (var call = 0; call < 7; call++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1.5));
            waits.Add((await RetryAfter(TestBot.Girl))!.Value);
        }

        Assert.Equal([6, 12, 24, 48, 96, 120, 120], waits);
        _clock.Advance(TimeSpan.FromSeconds(120));
        Assert.Null(await RetryAfter(TestBot.Girl));
    }

    [Fact]
    public async Task Stars_buy_a_thousand_messages_a_second_at_a_tenth_of_one_above_the_free_pace()
    {
        Assert.Equal(30, await SendUntilRefused(FirstOfCrowd, 40, paid: true));
        _clock.Advance(TimeSpan.FromSeconds(10));
        _bot.Telegram.GiveStars(10_010);

        Assert.Equal(131, await SendUntilRefused(FirstOfCrowd + 1000, 131, paid: true));
        Assert.Equal(9_999.9m, _bot.Telegram.Stars);
    }

    [Fact]
    public async Task Limits_can_be_switched_off_and_on()
    {
        _bot.Telegram.SetLimits(false);
        Assert.Equal(100, await SendUntilRefused(FirstOfCrowd, 100));

        _bot.Telegram.SetLimits(true);
        Assert.Equal(30, await SendUntilRefused(FirstOfCrowd, 40));
    }

    [Fact]
    public async Task Rates_can_be_chosen()
    {
        await using var bot = await TestBot.StartAsync(new LocalTelegramOptions { Clock = _clock, Rates = new RateLimits { ChatBurst = 1 } });
        await bot.Send();

        Assert.Equal((429, "Too Many Requests: retry after 1"), await bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = "x" }));
    }
}
