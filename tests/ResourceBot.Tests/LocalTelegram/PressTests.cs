using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class PressTests
{
    private const string TooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

    [Fact]
    public async Task A_press_is_answered_once_and_shows_its_text()
    {
        await using var bot = await TestBot.StartAsync();
        var id = await bot.Send("x", TestBot.Keyboard("a", "b"));
        var query = bot.Phone.Press(id, "b");

        var press = (await bot.Ok("getUpdates"))[0].GetProperty("callback_query");
        Assert.Equal(("b", query), (press.GetProperty("data").GetString(), press.GetProperty("id").GetString()));
        await bot.Ok("answerCallbackQuery", new { callback_query_id = query, text = "خوب", show_alert = true });

        var notice = Assert.Single(bot.Phone.Notices);
        Assert.Equal(("خوب", true), (notice.Text, notice.Alert));
        Assert.Equal((400, TooOld), await bot.Refused("answerCallbackQuery", new { callback_query_id = query }));
        Assert.Equal((400, TooOld), await bot.Refused("answerCallbackQuery", new { callback_query_id = "1" }));
    }

    [Fact]
    public async Task A_press_that_waited_too_long_cannot_be_answered_and_is_not_delivered()
    {
        var clock = TestBot.Clock();
        await using var bot = await TestBot.StartAsync(new LocalTelegramOptions { Limits = false, Clock = clock });
        var query = bot.Phone.Press(await bot.Send("x", TestBot.Keyboard("a")), "a");

        clock.Advance(TimeSpan.FromSeconds(151));

        Assert.Equal(0, (await bot.Ok("getUpdates")).GetArrayLength());
        Assert.Equal((400, TooOld), await bot.Refused("answerCallbackQuery", new { callback_query_id = query }));
    }

    [Fact]
    public async Task The_text_of_an_answer_has_200_letters_at_most()
    {
        await using var bot = await TestBot.StartAsync();
        var query = bot.Phone.Press(await bot.Send("x", TestBot.Keyboard("a")), "a");

        Assert.Equal((400, "Bad Request: MESSAGE_TOO_LONG"), await bot.Refused("answerCallbackQuery", new { callback_query_id = query, text = new string('a', 201) }));
        Assert.Equal((400, "Bad Request: URL_INVALID"), await bot.Refused("answerCallbackQuery", new { callback_query_id = query, url = "https://example.org" }));
        await bot.Ok("answerCallbackQuery", new { callback_query_id = query, text = new string('a', 200) });
    }

    [Fact]
    public async Task Only_buttons_that_are_there_can_be_pressed_unless_her_app_is_a_changed_one()
    {
        await using var bot = await TestBot.StartAsync();
        var id = await bot.Send("x", TestBot.Keyboard("a"));

        Assert.Throws<CannotDoThatException>(() => bot.Phone.Press(id, "z"));
        Assert.Throws<CannotDoThatException>(() => bot.Phone.Press(99, "a"));
        bot.Phone.Press(id, "z", forged: true);
        Assert.Equal("z", (await bot.Ok("getUpdates"))[0].GetProperty("callback_query").GetProperty("data").GetString());
    }

    [Fact]
    public async Task A_press_on_a_message_that_is_gone_carries_only_its_place()
    {
        await using var bot = await TestBot.StartAsync();
        var id = await bot.Send("x", TestBot.Keyboard("a"));
        await bot.Ok("deleteMessage", new { chat_id = TestBot.Girl, message_id = id });

        bot.Phone.Press(id, "a", forged: true);

        var message = (await bot.Ok("getUpdates"))[0].GetProperty("callback_query").GetProperty("message");
        Assert.Equal((id, 0), (message.GetProperty("message_id").GetInt32(), message.GetProperty("date").GetInt32()));
    }
}
