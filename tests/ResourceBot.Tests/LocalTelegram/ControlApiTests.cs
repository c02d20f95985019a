using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class ControlApiTests : IAsyncLifetime
{
    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private async Task<HttpStatusCode> Post(string path, object body)
    {
        using var response = await _bot.Http.PostAsJsonAsync("/local/" + path, body);
        return response.StatusCode;
    }

    private async Task<JsonElement> Get(string path) => JsonDocument.Parse(await _bot.Http.GetStringAsync("/local/" + path)).RootElement;

    [Fact]
    public async Task The_people_are_introduced()
    {
        var people = await Get("people");

        Assert.Equal(DemoPeople.All.Count, people.GetArrayLength());
        var girl = people[0];
        Assert.Equal((1001, "fa", true, "visitor"), (
            girl.GetProperty("id").GetInt32(), girl.GetProperty("language").GetString(), girl.GetProperty("rtl").GetBoolean(), girl.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task A_chat_is_shown_as_she_sees_it()
    {
        var id = await _bot.Send("<b>x</b>", TestBot.Keyboard("a"));
        using var press = await _bot.Http.PostAsJsonAsync("/local/people/1001/presses", new { message_id = id, row = 0, column = 0 });
        var query = (await press.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("query_id").GetString();
        await _bot.Ok("answerCallbackQuery", new { callback_query_id = query, text = "done" });
        await _bot.Ok("editMessageText", new { chat_id = TestBot.Girl, message_id = id, text = "y", reply_markup = TestBot.Keyboard("a") });

        var chat = await Get("people/1001/chat");

        var message = chat.GetProperty("messages")[1];
        Assert.Equal(("bot", true, "y"), (message.GetProperty("from").GetString(), message.GetProperty("edited").GetBoolean(), message.GetProperty("html").GetString()));
        Assert.Equal("code", message.GetProperty("buttons")[0][0].GetProperty("kind").GetString());
        Assert.Equal("done", chat.GetProperty("notices")[0].GetProperty("text").GetString());
        Assert.Equal("<b>x</b>", chat.GetProperty("notifications")[0].GetProperty("text").GetString());
        Assert.False(chat.GetProperty("blocked").GetBoolean());
    }

    [Fact]
    public async Task People_write_send_block_clear_and_leave()
    {
        Assert.Equal(HttpStatusCode.OK, await Post("people/1002/messages", new { text = "salaam" }));
        Assert.Equal(HttpStatusCode.OK, await Post("people/1002/others", new { kind = "voice" }));
        Assert.Equal(HttpStatusCode.BadRequest, await Post("people/1002/others", new { kind = "pigeon" }));
        Assert.Equal(HttpStatusCode.NoContent, await Post("people/1002/block", new { blocked = true }));
        Assert.Equal(HttpStatusCode.Conflict, await Post("people/1002/messages", new { text = "salaam" }));
        Assert.Equal(HttpStatusCode.NoContent, await Post("people/1002/block", new { blocked = false }));
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.txt" }, { new StringContent("c"), "caption" } };
        using var file = await _bot.Http.PostAsync("/local/people/1002/files", form);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(3, (await Get("people/1002/chat")).GetProperty("messages").GetArrayLength());
        using var cleared = await _bot.Http.DeleteAsync("/local/people/1002/chat");
        Assert.Equal(0, (await Get("people/1002/chat")).GetProperty("messages").GetArrayLength());
        Assert.Equal(HttpStatusCode.NoContent, await Post("people/1002/deactivate", new { }));
        Assert.Equal((403, "Forbidden: user is deactivated"), await _bot.Refused("sendMessage", new { chat_id = 1002, text = "x" }));
    }

    [Fact]
    public async Task People_can_be_added()
    {
        Assert.Equal(HttpStatusCode.NoContent, await Post("people", new { id = 2001, name = "Somebody", language_code = "ps", rtl = true }));
        Assert.Equal(HttpStatusCode.Conflict, await Post("people", new { id = 2001, name = "Somebody" }));
        Assert.Equal(HttpStatusCode.BadRequest, await Post("people", new { id = 0, name = "" }));

        Assert.Equal(HttpStatusCode.OK, await Post("people/2001/messages", new { text = "/start" }));
        Assert.Equal("ps", (await _bot.Ok("getUpdates"))[0].GetProperty("message").GetProperty("from").GetProperty("language_code").GetString());
        Assert.Equal(HttpStatusCode.Conflict, await Post("people/9999/messages", new { text = "/start" }));
    }

    [Fact]
    public async Task What_happens_is_told_as_it_happens()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var events = new StreamReader(await _bot.Http.GetStreamAsync("/local/events", limit.Token));
        Assert.Equal(": here", await events.ReadLineAsync(limit.Token));

        var id = await _bot.Send("x");
        await _bot.Ok("setMyDescription", new { description = "x" });
        await _bot.Ok("deleteMessage", new { chat_id = TestBot.Girl, message_id = id });
        _bot.Phone.Block();

        var told = new List<string>();
        while (told.Count < 5)
        {
            var line = await events.ReadLineAsync(limit.Token);
            if (line!.StartsWith("event: ", StringComparison.Ordinal)) told.Add(line["event: ".Length..]);
        }
        Assert.Equal(["notification", "message", "commands", "deleted", "people"], told);
    }

    [Fact]
    public async Task Faults_limits_and_the_ledger_are_within_reach()
    {
        Assert.Equal(HttpStatusCode.OK, await Post("faults", new { kind = "too_many_requests", method = "sendMessage", count = 1, retry_after = 9 }));
        Assert.Equal("too_many_requests", (await Get("faults"))[0].GetProperty("kind").GetString());
        Assert.Equal((429, "Too Many Requests: retry after 9"), await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = "secret words" }));
        Assert.Equal(HttpStatusCode.BadRequest, await Post("faults", new { kind = "earthquake" }));
        Assert.Equal(HttpStatusCode.NoContent, await Post("faults", new { kind = "unknown_update" }));
        Assert.Equal(HttpStatusCode.NoContent, await Post("faults", new { kind = "malformed_update", person = 1001 }));
        Assert.Equal(HttpStatusCode.OK, await Post("faults", new { kind = "redelivery" }));
        Assert.Equal(HttpStatusCode.NoContent, await Post("limits", new { on = true }));
        Assert.True((await Get("limits")).GetProperty("on").GetBoolean());

        var ledger = await Get("ledger?method=sendMessage&chat=1001");
        var call = Assert.Single(ledger.GetProperty("calls").EnumerateArray().ToList());
        Assert.Equal(429, call.GetProperty("code").GetInt32());
        Assert.Equal("secret words", call.GetProperty("parameters").GetProperty("text").GetString());
        Assert.Equal(1, ledger.GetProperty("counts").GetProperty("sendMessage 429").GetInt32());
        using var off = await _bot.Http.DeleteAsync("/local/faults");
        Assert.Equal(HttpStatusCode.NoContent, off.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", "/local/people")]
    [InlineData("Origin", "null", "/local/people")]
    [InlineData("Host", "evil.example", "/local/people")]
    [InlineData("Host", "evil.example", "/bot1234567:local/getMe")]
    [InlineData("Host", "evil.example", "/")]
    public async Task Foreign_pages_are_kept_out(string header, string value, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await _bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task The_page_is_served_with_a_policy_that_lets_nothing_else_in()
    {
        using var page = await _bot.Http.GetAsync("/");

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var none = await _bot.Http.GetAsync("/../appsettings.json");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://192.168.1.1:0")]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("somewhere")]
    public async Task Only_this_machine_may_reach_it_unless_told(string url) => Assert.Contains(
        "LocalTelegram:Url",
        (await Assert.ThrowsAsync<ArgumentException>(() => LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = url }))).Message,
        StringComparison.Ordinal);
}
