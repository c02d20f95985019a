using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Tests.LocalTelegram;

/// <summary>A started local Telegram and a bot that calls it over HTTP, as any bot would.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    public const string Token = "1234567:local";
    public const long Girl = DemoPeople.GirlInKabul;

    private TestBot(LocalTelegramServer telegram)
    {
        Telegram = telegram;
        Http = new HttpClient { BaseAddress = telegram.Address };
    }

    public LocalTelegramServer Telegram { get; }

    public HttpClient Http { get; }

    public Phone Phone => Telegram.Person(Girl);

    /// <summary>Starts it without limits on pace; the girl has written /start, and the bot has confirmed it.</summary>
    public static async Task<TestBot> StartAsync(LocalTelegramOptions? options = null, bool started = true)
    {
        var bot = new TestBot(await LocalTelegramServer.StartAsync(
            (options ?? new LocalTelegramOptions { Limits = false }) with { Url = "http://127.0.0.1:0" }));
        if (!started) return bot;
        bot.Phone.Send("/start");
        var update = (await bot.Ok("getUpdates"))[0].GetProperty("update_id").GetInt32();
        await bot.Ok("getUpdates", new { offset = update + 1 });
        return bot;
    }

    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 3, 21, 6, 0, 0, TimeSpan.Zero));

    /// <summary>Calls with a JSON body and gives the whole envelope.</summary>
    public async Task<JsonElement> Call(string method, object? parameters = null)
    {
        using var response = await Http.PostAsJsonAsync($"/bot{Token}/{method}", parameters ?? new { });
        var envelope = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)response.StatusCode, envelope.GetProperty("ok").GetBoolean() ? 200 : envelope.GetProperty("error_code").GetInt32());
        return envelope;
    }

    /// <summary>Calls and gives the result; the call must succeed.</summary>
    public async Task<JsonElement> Ok(string method, object? parameters = null)
    {
        var envelope = await Call(method, parameters);
        Assert.True(envelope.GetProperty("ok").GetBoolean(), envelope.ToString());
        return envelope.GetProperty("result");
    }

    /// <summary>Calls and gives code and description; the call must fail.</summary>
    public async Task<(int Code, string Description)> Refused(string method, object? parameters = null)
    {
        var envelope = await Call(method, parameters);
        Assert.False(envelope.GetProperty("ok").GetBoolean(), envelope.ToString());
        return (envelope.GetProperty("error_code").GetInt32(), envelope.GetProperty("description").GetString()!);
    }

    /// <summary>Sends a text to the girl and gives its message id.</summary>
    public async Task<int> Send(string text = "salaam", object? keyboard = null) => (await Ok(
        "sendMessage",
        keyboard is null ? new { chat_id = Girl, text } : new { chat_id = Girl, text, reply_markup = keyboard })).GetProperty("message_id").GetInt32();

    /// <summary>One row of buttons that send codes.</summary>
    public static object Keyboard(params string[] codes) =>
        new { inline_keyboard = new[] { codes.Select(code => new { text = code, callback_data = code }).ToArray() } };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Telegram.DisposeAsync();
    }
}
