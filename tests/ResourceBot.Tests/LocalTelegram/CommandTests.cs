using System.Text.Json;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class CommandTests : IAsyncLifetime
{
    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private async Task Set(string command, object scope, string language = "") => await _bot.Ok("setMyCommands", new
    {
        commands = new[] { new { command, description = command } },
        scope,
        language_code = language,
    });

    private async Task<string> SeenBy(long person)
    {
        var chat = JsonDocument.Parse(await _bot.Http.GetStringAsync($"/local/people/{person}/chat")).RootElement;
        return string.Join(' ', chat.GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("command").GetString()));
    }

    [Fact]
    public async Task The_nearest_scope_wins_and_in_it_her_language()
    {
        _bot.Telegram.Person(DemoPeople.PashtoSpeaker).Send("/start");
        Assert.Equal("", await SeenBy(TestBot.Girl));
        await Set("default", new { type = "default" });
        Assert.Equal("default", await SeenBy(TestBot.Girl));
        await Set("default_fa", new { type = "default" }, "fa");
        Assert.Equal("default_fa", await SeenBy(TestBot.Girl));
        await Set("private", new { type = "all_private_chats" });
        Assert.Equal("private", await SeenBy(TestBot.Girl));
        await Set("private_fa", new { type = "all_private_chats" }, "fa");
        Assert.Equal("private_fa", await SeenBy(TestBot.Girl));
        await Set("chat", new { type = "chat", chat_id = TestBot.Girl });
        Assert.Equal("chat", await SeenBy(TestBot.Girl));
        await Set("chat_fa", new { type = "chat", chat_id = TestBot.Girl }, "fa");
        Assert.Equal("chat_fa", await SeenBy(TestBot.Girl));
        Assert.Equal("private", await SeenBy(DemoPeople.PashtoSpeaker));

        await _bot.Ok("deleteMyCommands", new { scope = new { type = "chat", chat_id = TestBot.Girl }, language_code = "fa" });
        Assert.Equal("chat", await SeenBy(TestBot.Girl));
    }

    [Fact]
    public async Task A_list_is_given_back_for_exactly_its_scope_and_language()
    {
        await Set("a", new { type = "default" }, "fa");

        Assert.Equal("a", (await _bot.Ok("getMyCommands", new { language_code = "fa" }))[0].GetProperty("command").GetString());
        Assert.Equal(0, (await _bot.Ok("getMyCommands")).GetArrayLength());
    }

    [Theory]
    [InlineData("Start", "x", "BOT_COMMAND_INVALID")]
    [InlineData("", "x", "BOT_COMMAND_INVALID")]
    [InlineData("a-b", "x", "BOT_COMMAND_INVALID")]
    [InlineData("a23456789012345678901234567890123", "x", "BOT_COMMAND_INVALID")]
    [InlineData("a", " ", "BOT_COMMAND_DESCRIPTION_INVALID")]
    public async Task Commands_have_a_form(string command, string description, string error) => Assert.Equal(
        (400, "Bad Request: " + error), await _bot.Refused("setMyCommands", new { commands = new[] { new { command, description } } }));

    [Fact]
    public async Task Lists_and_descriptions_have_a_length()
    {
        Assert.Equal((400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"), await _bot.Refused("setMyCommands", new { commands = new[] { new { command = "a", description = new string('x', 257) } } }));
        Assert.Equal((400, "Bad Request: BOT_COMMANDS_TOO_MUCH"), await _bot.Refused("setMyCommands", new { commands = Enumerable.Range(0, 101).Select(number => new { command = $"c{number}", description = "x" }) }));
    }

    [Theory]
    [InlineData("prs")]
    [InlineData("FA")]
    [InlineData("f")]
    [InlineData("fa-AF")]
    public async Task A_language_is_two_letters(string language)
    {
        Assert.Equal((400, "Bad Request: invalid language code specified"), await _bot.Refused("setMyCommands", new { commands = Array.Empty<object>(), language_code = language }));
        Assert.Equal((400, "Bad Request: invalid language code specified"), await _bot.Refused("setMyDescription", new { description = "x", language_code = language }));
    }

    [Fact]
    public async Task A_scope_needs_a_chat_that_has_met_the_bot()
    {
        Assert.Equal((400, "Bad Request: chat not found"), await _bot.Refused("setMyCommands", new { commands = Array.Empty<object>(), scope = new { type = "chat", chat_id = 1002 } }));
        Assert.Equal(
            (400, "Bad Request: can't set commands for members and administrators of a private chat"),
            await _bot.Refused("setMyCommands", new { commands = Array.Empty<object>(), scope = new { type = "chat_administrators", chat_id = TestBot.Girl } }));
    }

    [Theory]
    [InlineData("Name", "name", 64, "bot name is too long")]
    [InlineData("Description", "description", 512, "bot description is too long")]
    [InlineData("ShortDescription", "short_description", 120, "bot short description is too long")]
    public async Task What_a_bot_says_about_itself_has_a_length_and_a_language(string method, string field, int longest, string error)
    {
        var text = new string('x', longest);
        await _bot.Ok("setMy" + method, new Dictionary<string, string> { [field] = text });
        await _bot.Ok("setMy" + method, new Dictionary<string, string> { [field] = "دری", ["language_code"] = "fa" });

        Assert.Equal(text, (await _bot.Ok("getMy" + method, new { language_code = "ps" })).GetProperty(field).GetString());
        Assert.Equal("دری", (await _bot.Ok("getMy" + method, new { language_code = "fa" })).GetProperty(field).GetString());
        Assert.Equal((400, "Bad Request: " + error), await _bot.Refused("setMy" + method, new Dictionary<string, string> { [field] = text + "x" }));
        var chat = JsonDocument.Parse(await _bot.Http.GetStringAsync($"/local/people/{TestBot.Girl}/chat")).RootElement;
        Assert.Equal("دری", chat.GetProperty("bot").GetProperty(field).GetString());
    }

    [Fact]
    public async Task The_menu_button_of_a_chat_overrides_the_general_one()
    {
        Assert.Equal("default", (await _bot.Ok("getChatMenuButton")).GetProperty("type").GetString());
        await _bot.Ok("setChatMenuButton", new { menu_button = new { type = "commands" } });
        Assert.Equal("commands", (await _bot.Ok("getChatMenuButton", new { chat_id = TestBot.Girl })).GetProperty("type").GetString());
        await _bot.Ok("setChatMenuButton", new { chat_id = TestBot.Girl, menu_button = new { type = "default" } });
        Assert.Equal("default", (await _bot.Ok("getChatMenuButton", new { chat_id = TestBot.Girl })).GetProperty("type").GetString());
    }
}
