using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.Faults;
using ResourceBot.LocalTelegram.People;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
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

    [Fact]
    public async Task Files_commands_and_texts_fit_the_usual_library()
    {
        var girl = _telegram.Person(DemoPeople.GirlInKabul);
        girl.Send("/start");
        using var content = new MemoryStream([1, 2, 3]);

        var sent = await _bot.SendDocument(DemoPeople.GirlInKabul, InputFile.FromStream(content, "guide.pdf"), "<i>c</i>", ParseMode.Html);
        Assert.Equal("guide.pdf", sent.Document!.FileName);
        await _bot.SendDocument(DemoPeople.GirlInKabul, InputFile.FromFileId(sent.Document.FileId), protectContent: true);
        using var downloaded = new MemoryStream();
        await _bot.GetInfoAndDownloadFile(sent.Document.FileId, downloaded);
        Assert.Equal([1, 2, 3], downloaded.ToArray());
        using var again = new MemoryStream([4]);
        var replaced = await _bot.EditMessageMedia(
            DemoPeople.GirlInKabul, sent.Id, new InputMediaDocument(InputFile.FromStream(again, "other.txt")));
        Assert.Equal("other.txt", replaced.Document!.FileName);

        await _bot.SetMyCommands([new BotCommand("help", "راهنما")], BotCommandScope.Chat(DemoPeople.GirlInKabul), "fa");
        Assert.Equal("help", Assert.Single(await _bot.GetMyCommands(BotCommandScope.Chat(DemoPeople.GirlInKabul), "fa")).Command);
        await _bot.SetMyDescription("d", "fa");
        await _bot.SetMyShortDescription("s");
        await _bot.SetChatMenuButton(menuButton: new MenuButtonCommands());
        Assert.IsType<MenuButtonCommands>(await _bot.GetChatMenuButton());
        Assert.Equal(ChatType.Private, (await _bot.GetChat(DemoPeople.GirlInKabul)).Type);
        await _bot.SendChatAction(DemoPeople.GirlInKabul, ChatAction.Typing);
        await _bot.DeleteMessages(DemoPeople.GirlInKabul, [sent.Id, 99]);
        Assert.Equal("", (await _bot.GetWebhookInfo()).Url);
    }

    [Fact]
    public async Task Refusals_and_doors_fit_the_usual_library()
    {
        var girl = _telegram.Person(DemoPeople.GirlInKabul);
        await _bot.GetMe();
        girl.Send("/start");
        girl.Block();
        girl.Unblock();

        var updates = await _bot.GetUpdates();
        Assert.Equal(ChatMemberStatus.Kicked, updates[1].MyChatMember!.NewChatMember.Status);
        _telegram.Faults.SwitchOn(new Fault(FaultKind.TooManyRequests, "sendMessage", RetryAfterSeconds: 5));
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => Silent().SendMessage(DemoPeople.GirlInKabul, "x"));
        Assert.Equal((429, 5), (refused.ErrorCode, refused.Parameters!.RetryAfter));
    }

    // The library waits and repeats by itself otherwise.
    private TelegramBotClient Silent() => new(
        new TelegramBotClientOptions("1234567:local", _telegram.Address.GetLeftPart(UriPartial.Authority)) { RetryThreshold = 0 });
}
