namespace ResourceBot.Tests.LocalTelegram;

public sealed class KeyboardTests : IAsyncLifetime
{
    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private async Task<string> Refusal(object markup)
    {
        var (code, description) = await _bot.Refused("sendMessage", new { chat_id = TestBot.Girl, text = "x", reply_markup = markup });
        Assert.Equal(400, code);
        return description;
    }

    private Task<string> RefusalOf(object button) => Refusal(new { inline_keyboard = new[] { new[] { button } } });

    [Fact]
    public async Task Code_link_and_copy_buttons_come_back_as_they_went()
    {
        var message = await _bot.Ok("sendMessage", new
        {
            chat_id = TestBot.Girl,
            text = "x",
            reply_markup = new
            {
                inline_keyboard = new object[][]
                {
                    [new { text = "a", callback_data = "t:1", style = "danger" }, new { text = "b", url = "https://example.org" }],
                    [new { text = "c", copy_text = new { text = "+93 1" } }],
                },
            },
        });

        var rows = message.GetProperty("reply_markup").GetProperty("inline_keyboard");
        Assert.Equal("danger", rows[0][0].GetProperty("style").GetString());
        Assert.Equal("https://example.org", rows[0][1].GetProperty("url").GetString());
        Assert.Equal("+93 1", rows[1][0].GetProperty("copy_text").GetProperty("text").GetString());
        Assert.Equal(["code", "url", "copy"], _bot.Phone.LastFromBot!.Buttons.SelectMany(row => row).Select(button => button.Kind));
    }

    [Fact]
    public async Task Codes_take_1_to_64_bytes()
    {
        await _bot.Send("x", TestBot.Keyboard(new string('a', 64)));

        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", await RefusalOf(new { text = "x", callback_data = new string('س', 33) }));
        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", await RefusalOf(new { text = "x", callback_data = "" }));
    }

    [Fact]
    public async Task Copied_texts_take_1_to_256_letters()
    {
        Assert.Equal("Bad Request: BUTTON_COPY_TEXT_INVALID", await RefusalOf(new { text = "x", copy_text = new { text = new string('1', 257) } }));
        Assert.Equal("Bad Request: BUTTON_COPY_TEXT_INVALID", await RefusalOf(new { text = "x", copy_text = new { text = "" } }));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("ftps://example.org")]
    [InlineData("https://")]
    public async Task Links_must_lead_somewhere(string url) => Assert.Equal(
        $"Bad Request: inline keyboard button URL '{url}' is invalid: Wrong HTTP URL", await RefusalOf(new { text = "x", url }));

    [Fact]
    public async Task A_button_does_one_thing()
    {
        Assert.Equal(
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard", await RefusalOf(new { text = "x" }));
        Assert.Equal(
            "Bad Request: can't parse inline keyboard button: a button has one action, not both \"url\" and \"callback_data\"",
            await RefusalOf(new { text = "x", url = "https://example.org", callback_data = "x" }));
        Assert.Equal("Bad Request: can't parse inline keyboard button: Button text must be non-empty", await RefusalOf(new { text = " ", callback_data = "x" }));
        Assert.Equal("Bad Request: can't parse inline keyboard button: unsupported button style", await RefusalOf(new { text = "x", callback_data = "x", style = "loud" }));
    }

    [Fact]
    public async Task A_field_that_no_button_has_is_named() => Assert.Equal(
        "Bad Request: unknown parameter \"reply_markup.inline_keyboard[0][0].calback_data\" of InlineKeyboardButton (Telegram would ignore it in silence)",
        await RefusalOf(new { text = "x", calback_data = "x" }));

    [Fact]
    public async Task A_row_has_8_buttons_at_most_and_a_message_100()
    {
        var row = Enumerable.Range(0, 8).Select(number => new { text = "x", callback_data = $"{number}" }).ToArray();
        await _bot.Send("x", new { inline_keyboard = Enumerable.Repeat(row, 12) });

        Assert.Equal("Bad Request: reply markup is too long", await Refusal(new { inline_keyboard = Enumerable.Repeat(row, 13) }));
        Assert.Equal("Bad Request: reply markup is too long", await Refusal(new { inline_keyboard = new[] { row.Append(row[0]) } }));
    }

    [Fact]
    public async Task A_keyboard_of_another_shape_is_refused_in_Telegrams_words()
    {
        Assert.Equal(
            "Bad Request: field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays", await Refusal(new { inline_keyboard = new[] { 1 } }));
        Assert.Equal("Bad Request: object expected as reply markup", await Refusal("[]"));
        Assert.Equal("Bad Request: can't parse reply keyboard markup JSON object", await Refusal("{"));
    }

    [Fact]
    public async Task A_reply_keyboard_is_taken_but_such_a_message_cannot_be_edited()
    {
        var id = await _bot.Send("x", new { keyboard = new[] { new[] { new { text = "a" } } }, resize_keyboard = true });

        Assert.Equal((400, "Bad Request: message can't be edited"), await _bot.Refused("editMessageText", new { chat_id = TestBot.Girl, message_id = id, text = "y" }));
    }
}
