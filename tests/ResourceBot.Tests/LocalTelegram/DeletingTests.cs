using ResourceBot.LocalTelegram;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class DeletingTests
{
    [Fact]
    public async Task A_bot_deletes_its_own_messages_and_hers()
    {
        await using var bot = await TestBot.StartAsync();
        var id = await bot.Send();

        await bot.Ok("deleteMessage", new { chat_id = TestBot.Girl, message_id = id });
        await bot.Ok("deleteMessage", new { chat_id = TestBot.Girl, message_id = 1 });

        Assert.Empty(bot.Phone.Messages);
        Assert.Equal((400, "Bad Request: message to delete not found"), await bot.Refused("deleteMessage", new { chat_id = TestBot.Girl, message_id = id }));
    }

    [Fact]
    public async Task After_48_hours_a_message_stays()
    {
        var clock = TestBot.Clock();
        await using var bot = await TestBot.StartAsync(new LocalTelegramOptions { Limits = false, Clock = clock });
        var first = await bot.Send();
        var second = await bot.Send();

        clock.Advance(TimeSpan.FromHours(48));
        await bot.Ok("deleteMessage", new { chat_id = TestBot.Girl, message_id = first });
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((400, "Bad Request: message can't be deleted"), await bot.Refused("deleteMessage", new { chat_id = TestBot.Girl, message_id = second }));
        Assert.Equal((400, "Bad Request: message can't be deleted"), await bot.Refused("deleteMessages", new { chat_id = TestBot.Girl, message_ids = new[] { second } }));
    }

    [Fact]
    public async Task Many_are_deleted_at_once_and_missing_ones_are_skipped()
    {
        await using var bot = await TestBot.StartAsync();
        var id = await bot.Send();

        await bot.Ok("deleteMessages", new { chat_id = TestBot.Girl, message_ids = new[] { 1, id, 99 } });

        Assert.Empty(bot.Phone.Messages);
        Assert.Equal((400, "Bad Request: too many message identifiers specified"), await bot.Refused("deleteMessages", new { chat_id = TestBot.Girl, message_ids = Enumerable.Range(1, 101) }));
        Assert.Equal((400, "Bad Request: message identifiers are not specified"), await bot.Refused("deleteMessages", new { chat_id = TestBot.Girl, message_ids = Array.Empty<int>() }));
    }

    [Fact]
    public async Task A_chat_that_she_cleared_is_still_there_for_the_bot()
    {
        await using var bot = await TestBot.StartAsync();
        var id = await bot.Send();

        bot.Phone.ClearChat();

        Assert.Empty(bot.Phone.Messages);
        await bot.Ok("editMessageText", new { chat_id = TestBot.Girl, message_id = id, text = "new" });
        Assert.Empty(bot.Phone.Messages);
        await bot.Ok("deleteMessage", new { chat_id = TestBot.Girl, message_id = id });
    }
}
