namespace ResourceBot.Tests.LocalTelegram;

public sealed class SendingTests : IAsyncLifetime
{
    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_text_arrives_with_everything_that_was_asked_for()
    {
        var message = await _bot.Ok("sendMessage", new
        {
            chat_id = TestBot.Girl,
            text = "سلام",
            disable_notification = true,
            protect_content = true,
            link_preview_options = new { is_disabled = true },
            reply_parameters = new { message_id = 1 },
        });

        Assert.Equal(1, message.GetProperty("reply_to_message").GetProperty("message_id").GetInt32());
        Assert.True(message.GetProperty("has_protected_content").GetBoolean());
        var seen = _bot.Phone.LastFromBot!;
        Assert.True(seen.Silent && seen.Protected);
        Assert.True(Assert.Single(_bot.Phone.Notifications).Silent);
        Assert.Equal(2, seen.Id);
    }

    [Fact]
    public async Task A_text_of_4096_letters_after_its_markup_fits_and_one_more_does_not()
    {
        await _bot.Ok("sendMessage", new { chat_id = TestBot.Girl, text = "<b>" + new string('a', 4096) + "</b>", parse_mode = "HTML" });

        Assert.Equal((400, "Bad Request: message is too long"), await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = new string('a', 4097) }));
    }

    [Fact]
    public async Task A_raw_text_over_32768_bytes_is_refused_before_it_is_read() => Assert.Equal(
        (400, "Bad Request: text is too long"),
        await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = "<" + new string('س', 16_384), parse_mode = "HTML" }));

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("<b></b>")]
    public async Task An_empty_text_is_refused(string text) => Assert.Equal(
        (400, "Bad Request: message text is empty"),
        await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text, parse_mode = "HTML" }));

    [Fact]
    public async Task An_unknown_parse_mode_is_refused() => Assert.Equal(
        (400, "Bad Request: unsupported parse_mode"),
        await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = "x", parse_mode = "Word" }));

    [Fact]
    public async Task A_missing_or_empty_chat_is_named()
    {
        Assert.Equal((400, "Bad Request: chat_id is empty"), await _bot.Refused("sendMessage", new { text = "x" }));
        Assert.Equal((400, "Bad Request: chat_id is empty"), await _bot.Refused("sendMessage", new { chat_id = "", text = "x" }));
    }

    [Theory]
    [InlineData("1002")]
    [InlineData("777")]
    [InlineData("@nobody")]
    public async Task Somebody_who_never_wrote_cannot_be_written_to(string chat) => Assert.Equal(
        (400, "Bad Request: chat not found"), await _bot.Refused("sendMessage", new { chat_id = chat, text = "x" }));

    [Fact]
    public async Task Somebody_who_blocked_the_bot_gets_nothing_until_she_lets_it_in_again()
    {
        _bot.Phone.Block();
        Assert.Equal((403, "Forbidden: bot was blocked by the user"), await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = "x" }));
        Assert.Equal((403, "Forbidden: bot was blocked by the user"), await _bot.Refused("sendChatAction", new { chat_id = TestBot.Girl, action = "typing" }));

        _bot.Phone.Unblock();
        await _bot.Send();
        var updates = await _bot.Ok("getUpdates");
        Assert.Equal(["kicked", "member"], updates.EnumerateArray().Select(update =>
            update.GetProperty("my_chat_member").GetProperty("new_chat_member").GetProperty("status").GetString()!));
    }

    [Fact]
    public async Task An_account_that_is_gone_is_told_apart()
    {
        _bot.Phone.Deactivate();

        Assert.Equal((403, "Forbidden: user is deactivated"), await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = "x" }));
    }

    [Fact]
    public async Task A_thread_and_a_reply_that_are_not_there_are_refused()
    {
        Assert.Equal((400, "Bad Request: message thread not found"), await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = "x", message_thread_id = 5 }));
        Assert.Equal((400, "Bad Request: message to be replied not found"), await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = "x", reply_parameters = new { message_id = 99 } }));
        await _bot.Ok("sendMessage", new { chat_id = TestBot.Girl, text = "x", reply_parameters = new { message_id = 99, allow_sending_without_reply = true } });
    }

    [Fact]
    public async Task A_group_takes_messages()
    {
        _bot.Telegram.AddGroup(-1001000000001, "Volunteers");

        var message = await _bot.Ok("sendMessage", new { chat_id = -1001000000001, text = "x" });

        Assert.Equal("supergroup", message.GetProperty("chat").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_chat_can_be_looked_up()
    {
        var chat = await _bot.Ok("getChat", new { chat_id = TestBot.Girl });

        Assert.Equal("private", chat.GetProperty("type").GetString());
        Assert.Equal((400, "Bad Request: wrong parameter action in request"), await _bot.Refused("sendChatAction", new { chat_id = TestBot.Girl, action = "dancing" }));
    }
}
