namespace ResourceBot.Tests.LocalTelegram;

public sealed class EditingTests : IAsyncLifetime
{
    private const string NotModified =
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task An_edit_changes_the_text_in_place_and_drops_a_keyboard_that_is_not_given_again()
    {
        var id = await _bot.Send("one", TestBot.Keyboard("a"));

        var edited = await _bot.Ok("editMessageText", new { chat_id = TestBot.Girl, message_id = id, text = "<b>two</b>", parse_mode = "HTML" });

        Assert.True(edited.TryGetProperty("edit_date", out _));
        var seen = _bot.Phone.LastFromBot!;
        Assert.Equal(("two", true, 0), (seen.Text, seen.IsEdited, seen.Buttons.Count));
        Assert.Single(_bot.Phone.Notifications);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused()
    {
        var id = await _bot.Send("one", TestBot.Keyboard("a"));

        Assert.Equal((400, NotModified), await _bot.Refused("editMessageText", new { chat_id = TestBot.Girl, message_id = id, text = "one", reply_markup = TestBot.Keyboard("a") }));
        Assert.Equal((400, NotModified), await _bot.Refused("editMessageReplyMarkup", new { chat_id = TestBot.Girl, message_id = id, reply_markup = TestBot.Keyboard("a") }));
        await _bot.Ok("editMessageReplyMarkup", new { chat_id = TestBot.Girl, message_id = id, reply_markup = TestBot.Keyboard("b") });
        await _bot.Ok("editMessageReplyMarkup", new { chat_id = TestBot.Girl, message_id = id });
        await _bot.Ok("editMessageText", new { chat_id = TestBot.Girl, message_id = id, text = "<b>one</b>", parse_mode = "HTML" });
    }

    [Fact]
    public async Task What_is_not_there_or_not_the_bots_own_cannot_be_edited()
    {
        Assert.Equal((400, "Bad Request: message to edit not found"), await _bot.Refused("editMessageText", new { chat_id = TestBot.Girl, message_id = 99, text = "x" }));
        Assert.Equal((400, "Bad Request: message can't be edited"), await _bot.Refused("editMessageText", new { chat_id = TestBot.Girl, message_id = 1, text = "x" }));
        Assert.Equal((400, "Bad Request: message identifier is not specified"), await _bot.Refused("editMessageText", new { chat_id = TestBot.Girl, text = "x" }));
        Assert.Equal((400, "Bad Request: chat not found"), await _bot.Refused("editMessageText", new { chat_id = 1002, message_id = 1, text = "x" }));
    }

    [Fact]
    public async Task A_text_has_no_caption_and_a_file_has_no_text()
    {
        var text = await _bot.Send();
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{TestBot.Girl}"), "chat_id" },
            { new ByteArrayContent([1]), "document", "a.bin" },
        };
        using var _ = await _bot.Http.PostAsync($"/bot{TestBot.Token}/sendDocument", form);
        var file = _bot.Phone.LastFromBot!.Id;

        Assert.Equal((400, "Bad Request: there is no caption in the message to edit"), await _bot.Refused("editMessageCaption", new { chat_id = TestBot.Girl, message_id = text, caption = "x" }));
        Assert.Equal((400, "Bad Request: there is no text in the message to edit"), await _bot.Refused("editMessageText", new { chat_id = TestBot.Girl, message_id = file, text = "x" }));
        await _bot.Ok("editMessageCaption", new { chat_id = TestBot.Girl, message_id = file, caption = "x" });
        Assert.Equal("x", _bot.Phone.LastFromBot!.Text);
    }
}
