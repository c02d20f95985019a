using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ResourceBot.LocalTelegram;

namespace ResourceBot.Tests.LocalTelegram;

/// <summary>How a call may come, and what is looked at before it is carried out.</summary>
public sealed class SchemaTests : IAsyncLifetime
{
    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private static HttpRequestMessage Request(string way) => way switch
    {
        "query" => new HttpRequestMessage(HttpMethod.Get, "?chat_id=1001&text=a%20b&disable_notification=true&reply_markup=" + Uri.EscapeDataString(Keyboard)),
        "form" => new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["chat_id"] = "1001",
                ["text"] = "a b",
                ["disable_notification"] = "true",
                ["reply_markup"] = Keyboard,
            }),
        },
        "multipart" => new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent("1001"), "chat_id" },
                { new StringContent("a b"), "text" },
                { new StringContent("true"), "disable_notification" },
                { new StringContent(Keyboard), "reply_markup" },
            },
        },
        "json" => new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new StringContent($$"""{"chat_id":1001,"text":"a b","disable_notification":true,"reply_markup":{{Keyboard}}}""", Encoding.UTF8, "application/json"),
        },
        _ => new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new { chat_id = "1001", text = "a b", disable_notification = "true", reply_markup = Keyboard }), Encoding.UTF8, "application/json"),
        },
    };

    private const string Keyboard = """{"inline_keyboard":[[{"text":"x","callback_data":"y"}]]}""";

    [Theory]
    [InlineData("query")]
    [InlineData("form")]
    [InlineData("multipart")]
    [InlineData("json")]
    [InlineData("json with texts")]
    public async Task A_call_may_come_in_every_way_that_Telegram_takes(string way)
    {
        using var request = Request(way);
        request.RequestUri = new Uri(_bot.Telegram.Address, $"/bot{TestBot.Token}/SENDmessage" + request.RequestUri);

        using var response = await _bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var seen = _bot.Phone.LastFromBot!;
        Assert.Equal(("a b", true, "y"), (seen.Text, seen.Silent, seen.Buttons[0][0].Value));
    }

    [Theory]
    [InlineData("sendMessage", """{"chat_id":1001,"text":"x","disable_web_page_preview":true}""", "unknown parameter \"disable_web_page_preview\" of sendMessage (Telegram would ignore it in silence)")]
    [InlineData("sendMessage", """{"chat_id":1001,"text":5}""", "parameter \"text\" must be String")]
    [InlineData("sendMessage", """{"chat_id":1001,"text":"x","disable_notification":"maybe"}""", "parameter \"disable_notification\" must be Boolean")]
    [InlineData("sendMessage", """{"chat_id":1001,"text":"x","link_preview_options":{"is_disabled":"yes"}}""", "parameter \"link_preview_options.is_disabled\" must be Boolean")]
    [InlineData("sendMessage", """{"chat_id":1001,"text":"x","link_preview_options":{"off":true}}""", "unknown parameter \"link_preview_options.off\" of LinkPreviewOptions (Telegram would ignore it in silence)")]
    [InlineData("sendMessage", """{"chat_id":1001,"text":"x","entities":[{"type":"bold","offset":0}]}""", "can't find field \"entities[0].length\" of MessageEntity")]
    [InlineData("sendMessage", """{"chat_id":1001}""", "message text is empty")]
    [InlineData("getUpdates", """{"offset":"later"}""", "parameter \"offset\" must be Integer")]
    [InlineData("getUpdates", """{"allowed_updates":[1]}""", "parameter \"allowed_updates[0]\" must be String")]
    [InlineData("setMyCommands", """{"commands":[{"command":"a"}]}""", "can't find field \"commands[0].description\" of BotCommand")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"galaxy"}}""", "parameter \"scope.type\" must be \"default\"")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"chat"}}""", "can't find field \"scope.chat_id\" of BotCommandScopeChat")]
    [InlineData("deleteMessages", """{"chat_id":1001,"message_ids":"["}""", "can't parse message_ids JSON object")]
    [InlineData("answerCallbackQuery", "{}", "parameter \"callback_query_id\" is required")]
    [InlineData("getFile", "{}", "file_id not specified")]
    [InlineData("sendDocument", """{"chat_id":1001}""", "there is no document in the request")]
    [InlineData("sendPhoto", """{"chat_id":1001}""", "there is no photo in the request")]
    [InlineData("deleteMessage", """{"chat_id":1001}""", "message identifier is not specified")]
    [InlineData("deleteMessages", """{"chat_id":1001}""", "message identifiers are not specified")]
    [InlineData("sendMessage", "[]", "can't parse the request body as a JSON object")]
    [InlineData("sendMessage", "{", "can't parse the request body as a JSON object")]
    public async Task What_does_not_fit_is_refused_by_name(string method, string body, string error)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _bot.Http.PostAsync($"/bot{TestBot.Token}/{method}", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var envelope = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Bad Request: " + error, envelope.GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("/bot1234567:local/sendPigeon", 404, "Not Found: method not found")]
    [InlineData("/bot1234567:local/logOut", 404, "Not Found: method not found")]
    [InlineData("/botnothing/getMe", 401, "Unauthorized: invalid token specified")]
    [InlineData("/bot12:a b/getMe", 401, "Unauthorized: invalid token specified")]
    [InlineData("/file/bot1234567:local/documents/none", 404, "Not Found")]
    public async Task Wrong_addresses_are_told_apart(string path, int code, string description)
    {
        using var response = await _bot.Http.GetAsync(path);

        Assert.Equal(code, (int)response.StatusCode);
        var envelope = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((code, description), (envelope.GetProperty("error_code").GetInt32(), envelope.GetProperty("description").GetString()));
    }

    [Fact]
    public async Task The_test_environment_has_a_path_of_its_own() =>
        Assert.Contains("1234567", await _bot.Http.GetStringAsync($"/bot{TestBot.Token}/test/getMe"), StringComparison.Ordinal);

    [Fact]
    public async Task A_list_of_tokens_shuts_others_out_and_keeps_bots_apart()
    {
        await using var bot = await TestBot.StartAsync(
            new LocalTelegramOptions { Tokens = [TestBot.Token, "2:other"], Limits = false });
        bot.Telegram.Person(TestBot.Girl, "2:other").Send("only for the second");

        using var stranger = await bot.Http.GetAsync("/bot3:stranger/getMe");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(0, (await bot.Ok("getUpdates")).GetArrayLength());
        Assert.Contains("only for the second", await bot.Http.GetStringAsync("/bot2:other/getUpdates"), StringComparison.Ordinal);
    }
}
