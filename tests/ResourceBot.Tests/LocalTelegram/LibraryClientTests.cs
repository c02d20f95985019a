using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.People;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace ResourceBot.Tests.LocalTelegram;

public sealed class LibraryClientTests : IAsyncLifetime
{
    private LocalTelegramServer _telegram = null!;
    private TelegramBotClient _bot = null!;

    public async Task InitializeAsync()
    {
        _telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0" });
        _bot = new TelegramBotClient(new TelegramBotClientOptions("1234567:local", _telegram.Address.GetLeftPart(UriPartial.Authority)));
    }

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task A_bot_made_with_the_usual_library_talks_with_a_person()
    {
        var girl = _telegram.Person(DemoPeople.GirlInKabul);
        girl.Send("/start");

        var me = await _bot.GetMe();
        var update = Assert.Single(await _bot.GetUpdates());
        Assert.Equal("/start", update.Message!.Text);
        Assert.Equal(MessageEntityType.BotCommand, Assert.Single(update.Message.Entities!).Type);
        Assert.Equal(DemoPeople.GirlInKabul, update.Message.Chat.Id);
        Assert.Equal("fa", update.Message.From!.LanguageCode);
        Assert.Equal(1234567, me.Id);

        var sent = await _bot.SendMessage(
            DemoPeople.GirlInKabul,
            "<b>سلام</b>",
            ParseMode.Html,
            replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("بورسیه‌ها", "t:1")));
        Assert.Equal("سلام", sent.Text);
        Assert.Equal(MessageEntityType.Bold, Assert.Single(sent.Entities!).Type);

        girl.Press(sent.Id, "t:1");
        var press = Assert.Single(await _bot.GetUpdates(update.Id + 1)).CallbackQuery!;
        Assert.Equal("t:1", press.Data);
        Assert.Equal(sent.Id, press.Message!.Id);

        await _bot.AnswerCallbackQuery(press.Id, "یک لحظه");
        await _bot.EditMessageText(DemoPeople.GirlInKabul, sent.Id, "دوم", ParseMode.Html);
        await _bot.DeleteMessage(DemoPeople.GirlInKabul, update.Message.Id);

        var left = Assert.Single(girl.Messages);
        Assert.Equal("دوم", left.Text);
        Assert.True(left.IsEdited);
        Assert.Equal("یک لحظه", Assert.Single(girl.Notices).Text);
    }
}
