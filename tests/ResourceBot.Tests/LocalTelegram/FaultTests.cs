using System.Net;
using ResourceBot.LocalTelegram.Faults;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class FaultTests : IAsyncLifetime
{
    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private Task<HttpResponseMessage> Get(string method) => _bot.Http.GetAsync($"/bot{TestBot.Token}/{method}");

    [Theory]
    [InlineData(FaultKind.TooManyRequests, 429, "Too Many Requests: retry after 7")]
    [InlineData(FaultKind.ServerError, 500, "Internal Server Error: restart")]
    [InlineData(FaultKind.OtherPoller, 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")]
    [InlineData(FaultKind.Unauthorized, 401, "Unauthorized")]
    public async Task A_refusal_hits_as_many_calls_as_asked(FaultKind kind, int code, string description)
    {
        _bot.Telegram.Faults.SwitchOn(new Fault(kind, "sendMessage", Count: 2, RetryAfterSeconds: 7));

        for (var call = 0; call < 2; call++)
            Assert.Equal((code, description), await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = "x" }));
        await _bot.Ok("getMe");
        await _bot.Send();
        Assert.Empty(_bot.Telegram.Faults.On);
    }

    [Fact]
    public async Task A_gateway_answers_with_html()
    {
        _bot.Telegram.Faults.SwitchOn(new Fault(FaultKind.BadGateway, Count: 1));

        using var response = await Get("getMe");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_truncated_answer_is_no_json()
    {
        _bot.Telegram.Faults.SwitchOn(new Fault(FaultKind.TruncatedJson, Count: 1));

        Assert.Equal("{\"ok\":true,\"result\":{\"mess", await _bot.Http.GetStringAsync($"/bot{TestBot.Token}/getMe"));
    }

    [Fact]
    public async Task A_lost_answer_hides_a_call_that_was_carried_out()
    {
        _bot.Telegram.Faults.SwitchOn(new Fault(FaultKind.LostAnswer, "sendMessage", Count: 1));

        await Assert.ThrowsAsync<HttpRequestException>(() => Get($"sendMessage?chat_id={TestBot.Girl}&text=there"));

        Assert.Equal("there", _bot.Phone.LastFromBot!.Text);
        Assert.Equal(1, _bot.Telegram.Ledger.Count("sendMessage"));
    }

    [Fact]
    public async Task A_reset_hides_a_call_that_was_not_carried_out()
    {
        _bot.Telegram.Faults.SwitchOn(new Fault(FaultKind.Reset, "sendMessage", Count: 1));

        await Assert.ThrowsAsync<HttpRequestException>(() => Get($"sendMessage?chat_id={TestBot.Girl}&text=there"));

        Assert.Null(_bot.Phone.LastFromBot);
        Assert.Equal(1, _bot.Telegram.Ledger.Count("sendMessage", code: 0));
    }

    [Fact]
    public async Task A_slow_call_ends_in_the_end()
    {
        _bot.Telegram.Faults.SwitchOn(new Fault(FaultKind.Slow, "getMe", Count: 1, DelayMilliseconds: 100));
        var start = TimeProvider.System.GetTimestamp();

        await _bot.Ok("getMe");

        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(95));
    }

    [Fact]
    public async Task A_fault_without_a_count_lasts_until_it_is_switched_off()
    {
        var id = _bot.Telegram.Faults.SwitchOn(new Fault(FaultKind.ServerError));
        for (var call = 0; call < 3; call++) await _bot.Refused("getMe");

        Assert.True(_bot.Telegram.Faults.SwitchOff(id));
        Assert.False(_bot.Telegram.Faults.SwitchOff(id));
        await _bot.Ok("getMe");
    }

    [Fact]
    public async Task A_fault_with_no_probability_hits_nothing()
    {
        _bot.Telegram.Faults.SwitchOn(new Fault(FaultKind.ServerError, Probability: 0));

        for (var call = 0; call < 20; call++) await _bot.Ok("getMe");
    }

    [Fact]
    public async Task Odd_updates_reach_a_bot_whatever_it_asked_for()
    {
        await _bot.Ok("getUpdates", new { allowed_updates = new[] { "message" } });

        _bot.Telegram.UpdateFaults.SendUnknownKind();
        _bot.Telegram.UpdateFaults.SendUnknownSubtype(TestBot.Girl);

        var updates = await _bot.Ok("getUpdates");
        Assert.True(updates[0].TryGetProperty("something_new", out _));
        Assert.Equal("something_new", updates[1].GetProperty("message").GetProperty("forward_origin").GetProperty("type").GetString());
    }
}
