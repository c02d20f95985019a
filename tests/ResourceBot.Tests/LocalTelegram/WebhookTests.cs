using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class WebhookTests : IAsyncLifetime
{
    private readonly Channel<(string? Secret, JsonElement Update)> _posts = Channel.CreateUnbounded<(string?, JsonElement)>();
    private readonly Queue<IResult> _answers = new();
    private WebApplication _receiver = null!;
    private TestBot _bot = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _receiver = builder.Build();
        _receiver.MapPost("/hook", async (HttpRequest request) =>
        {
            var update = await JsonDocument.ParseAsync(request.Body);
            _posts.Writer.TryWrite((request.Headers["X-Telegram-Bot-Api-Secret-Token"], update.RootElement));
            lock (_answers) return _answers.TryDequeue(out var answer) ? answer : Results.Ok();
        });
        await _receiver.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    private string Url => _receiver.Urls.First() + "/hook";

    private async Task<(string? Secret, JsonElement Update)> NextPost()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await _posts.Reader.ReadAsync(limit.Token);
    }

    [Fact]
    public async Task Updates_are_posted_with_the_secret_and_polling_is_refused()
    {
        var envelope = await _bot.Call("setWebhook", new { url = Url, secret_token = "s-1_A", max_connections = 5 });
        Assert.Equal("Webhook was set", envelope.GetProperty("description").GetString());

        _bot.Phone.Send("a");

        var (secret, update) = await NextPost();
        Assert.Equal(("s-1_A", "a"), (secret, update.GetProperty("message").GetProperty("text").GetString()));
        Assert.Equal(
            (409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"), await _bot.Refused("getUpdates"));
        var info = await _bot.Ok("getWebhookInfo");
        Assert.Equal((Url, 5), (info.GetProperty("url").GetString(), info.GetProperty("max_connections").GetInt32()));
    }

    [Fact]
    public async Task A_refused_post_comes_again_and_the_failure_is_told()
    {
        _answers.Enqueue(Results.StatusCode(500));
        await _bot.Ok("setWebhook", new { url = Url });

        _bot.Phone.Send("a");

        var first = (await NextPost()).Update;
        var second = (await NextPost()).Update;
        Assert.Equal(first.GetProperty("update_id").GetInt32(), second.GetProperty("update_id").GetInt32());
        Assert.StartsWith("Wrong response from the webhook: 500", (await _bot.Ok("getWebhookInfo")).GetProperty("last_error_message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_may_be_answered_with_a_call_but_not_with_one_that_asks()
    {
        _answers.Enqueue(Results.Json(new { method = "getMe" }));
        _answers.Enqueue(Results.Json(new { method = "sendMessage", chat_id = TestBot.Girl, text = "from the answer" }));
        await _bot.Ok("setWebhook", new { url = Url });

        _bot.Phone.Send("a");
        _bot.Phone.Send("b");

        await _bot.Phone.WaitForAsync(phone => phone.LastFromBot?.Text == "from the answer");
        Assert.Equal(0, _bot.Telegram.Ledger.Count("getMe"));
    }

    [Fact]
    public async Task Without_a_webhook_what_was_not_delivered_is_polled_again()
    {
        for (var refusal = 0; refusal < 50; refusal++) _answers.Enqueue(Results.StatusCode(503));
        await _bot.Ok("setWebhook", new { url = Url });
        _bot.Phone.Send("a");
        await NextPost();

        Assert.Equal("Webhook was deleted", (await _bot.Call("deleteWebhook")).GetProperty("description").GetString());
        Assert.Equal("Webhook is already deleted", (await _bot.Call("setWebhook", new { url = "" })).GetProperty("description").GetString());

        Assert.Equal("a", (await _bot.Ok("getUpdates"))[0].GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Waiting_updates_can_be_dropped()
    {
        _bot.Phone.Send("a");

        await _bot.Ok("deleteWebhook", new { drop_pending_updates = true });

        Assert.Equal(0, (await _bot.Ok("getUpdates")).GetArrayLength());
    }

    [Theory]
    [InlineData("nowhere", "bad webhook: invalid webhook URL specified")]
    [InlineData("http://example.org/", "bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("https://example.org:5000/", "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    [InlineData("https://example.org/", "bad webhook: the local Telegram delivers to this machine only")]
    public async Task Addresses_that_cannot_be_are_refused(string url, string error) =>
        Assert.Equal((400, "Bad Request: " + error), await _bot.Refused("setWebhook", new { url }));

    [Fact]
    public async Task A_secret_has_a_form()
    {
        Assert.Equal((400, "Bad Request: secret token contains unallowed characters"), await _bot.Refused("setWebhook", new { url = Url, secret_token = "a b" }));
        Assert.Equal((400, "Bad Request: secret token is too long"), await _bot.Refused("setWebhook", new { url = Url, secret_token = new string('a', 257) }));
    }

    [Fact]
    public async Task A_second_change_within_a_second_must_wait()
    {
        await _bot.Ok("setWebhook", new { url = Url });
        _bot.Telegram.SetLimits(true);

        Assert.Equal((429, "Too Many Requests: retry after 1"), await _bot.Refused("setWebhook", new { url = Url }));
    }
}
