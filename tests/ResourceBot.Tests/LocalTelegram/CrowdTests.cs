using ResourceBot.LocalTelegram;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class CrowdTests
{
    private const long First = 10_000_000;

    [Fact]
    public async Task A_million_people_cost_nothing_until_somebody_writes_to_them()
    {
        await using var bot = await TestBot.StartAsync(new LocalTelegramOptions { Limits = false, KeepContents = false });
        var before = GC.GetTotalMemory(forceFullCollection: true);

        bot.Telegram.AddPeople(First, 1_000_000);

        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 1_000_000);
        await bot.Ok("sendMessage", new { chat_id = First + 999_999, text = "x" });
        Assert.Equal(1, bot.Telegram.Person(First + 999_999).Received);
        Assert.Equal((400, "Bad Request: chat not found"), await bot.Refused("sendMessage", new { chat_id = First + 1_000_000, text = "x" }));
    }

    [Fact]
    public async Task Without_contents_messages_can_still_be_edited_and_deleted_once()
    {
        await using var bot = await TestBot.StartAsync(new LocalTelegramOptions { Limits = false, KeepContents = false });
        bot.Telegram.AddPeople(First, 10);
        var id = (await bot.Ok("sendMessage", new { chat_id = First, text = "x" })).GetProperty("message_id").GetInt32();

        await bot.Ok("editMessageText", new { chat_id = First, message_id = id, text = "y" });
        await bot.Ok("deleteMessage", new { chat_id = First, message_id = id });

        Assert.Equal((400, "Bad Request: message to delete not found"), await bot.Refused("deleteMessage", new { chat_id = First, message_id = id }));
        Assert.Empty(bot.Telegram.Ledger.Snapshot("sendMessage"));
        Assert.Equal(1, bot.Telegram.Ledger.Count("sendMessage"));
    }

    [Fact]
    public async Task People_who_have_not_started_cannot_be_written_to()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Telegram.AddPeople(First, 10, started: false);

        Assert.Equal((400, "Bad Request: chat not found"), await bot.Refused("sendMessage", new { chat_id = First, text = "x" }));
        bot.Telegram.Person(First).Send("/start");
        await bot.Ok("sendMessage", new { chat_id = First, text = "x" });
    }

    [Fact]
    public async Task Many_calls_at_once_lose_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Telegram.AddPeople(First, 50);

        await Parallel.ForAsync(0, 500, async (number, _) => await bot.Ok("sendMessage", new { chat_id = First + number % 50, text = $"{number}" }));

        for (var person = 0; person < 50; person++)
            Assert.Equal(Enumerable.Range(1, 10), bot.Telegram.Person(First + person).Messages.Select(message => message.Id));
    }
}
