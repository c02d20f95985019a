using Microsoft.Playwright;
using ResourceBot.LocalTelegram.People;
using static Microsoft.Playwright.Assertions;

namespace ResourceBot.Scenarios.Browser;

/// <summary>A person and a bot talk on the page.</summary>
[Collection(ChromiumTests.Name)]
public sealed class TalkingTests(Chromium chromium)
{
    private const long Girl = DemoPeople.GirlInKabul;
    private const long Student = DemoPeople.StudentAbroad;

    [BrowserFact]
    public async Task An_empty_chat_introduces_the_bot_and_begins_with_start()
    {
        await using var chat = await ChatPage.OpenAsync(chromium, people: Girl);
        await chat.Bot.CallAsync("setMyDescription", new { description = "معلومات درسی", language_code = "fa" });

        await Expect(chat.Phone(Girl)).ToContainTextAsync("معلومات درسی");
        await Expect(chat.Phone(Girl).GetByRole(AriaRole.Textbox)).ToBeHiddenAsync();
        await chat.Phone(Girl).GetByText("شروع", new LocatorGetByTextOptions { Exact = true }).ClickAsync();

        Assert.Equal("/start", (await chat.Bot.HearAsync("message")).GetProperty("text").GetString());
        await Expect(chat.Phone(Girl).Locator(".from-person")).ToContainTextAsync("/start");
        await Expect(chat.Phone(Girl).Locator(".welcome")).ToBeHiddenAsync();
        await Expect(chat.Phone(Girl).GetByRole(AriaRole.Textbox)).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Enter_sends_what_was_typed_and_the_answer_arrives()
    {
        await using var chat = await StartedAsync(Girl);

        await chat.TypeAsync(Girl, "بورسیه ۲۰۲۶ می‌خواهم <b>");
        Assert.Equal("بورسیه ۲۰۲۶ می‌خواهم <b>", (await chat.Bot.HearAsync("message")).GetProperty("text").GetString());
        await chat.Bot.SayAsync(Girl, "<b>DAAD</b>\n۱۵ حوت ۱۴۰۴");

        await Expect(chat.Phone(Girl).Locator(".from-person .text").Last).ToHaveTextAsync("بورسیه ۲۰۲۶ می‌خواهم <b>");
        await Expect(chat.Phone(Girl).Locator(".from-bot b")).ToHaveTextAsync("DAAD");
        await Expect(chat.Phone(Girl).Locator(".from-bot .text")).ToContainTextAsync("۱۵ حوت ۱۴۰۴");
        await Expect(chat.Phone(Girl).GetByRole(AriaRole.Textbox)).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task A_pressed_button_moves_until_the_bot_answers()
    {
        await using var chat = await StartedAsync(Student);
        await chat.Bot.SayAsync(Student, "Choose", [[PlayedBot.Code("Topics", "t"), PlayedBot.Code("Search", "s")], [PlayedBot.Code("Close", "c")]]);
        var phone = chat.Phone(Student);

        await Expect(phone.Locator(".keyboard .row")).ToHaveCountAsync(2);
        await Expect(phone.Locator(".keyboard .row").First.GetByRole(AriaRole.Button)).ToHaveCountAsync(2);
        await phone.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Topics" }).ClickAsync();
        await Expect(phone.Locator(".key.waiting")).ToHaveTextAsync("Topics");
        await chat.Bot.AnswerPressAsync("One moment");

        await Expect(phone.Locator(".toast")).ToHaveTextAsync("One moment");
        await Expect(phone.Locator(".key.waiting")).ToHaveCountAsync(0);
        await Expect(phone.Locator(".toast")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task An_alert_waits_until_she_closes_it()
    {
        await using var chat = await StartedAsync(Girl);
        await chat.Bot.SayAsync(Girl, "صفحه", [[PlayedBot.Code("کمک", "h")]]);
        var phone = chat.Phone(Girl);

        await phone.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "کمک" }).ClickAsync();
        await chat.Bot.AnswerPressAsync("این چت محرمانه نیست.", alert: true);

        var alert = phone.GetByRole(AriaRole.Alertdialog);
        await Expect(alert).ToContainTextAsync("این چت محرمانه نیست.");
        await Expect(alert.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(alert).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task An_edit_is_shown_in_its_place_and_says_so()
    {
        await using var chat = await StartedAsync(Student);
        var first = await chat.Bot.SayAsync(Student, "First page", [[PlayedBot.Code("On", "1")]]);
        await chat.Bot.SayAsync(Student, "A later message");
        var panel = chat.Phone(Student).Locator($"[data-id='{first}']");
        await Expect(panel).ToContainTextAsync("First page");
        await Expect(panel.Locator(".edited")).ToHaveCountAsync(0);

        await chat.Bot.CallAsync("editMessageText", new { chat_id = Student, message_id = first, text = "Second page" });

        await Expect(panel).ToContainTextAsync("Second page");
        await Expect(panel.Locator(".edited")).ToHaveTextAsync("edited");
        await Expect(panel.Locator(".key")).ToHaveCountAsync(0);
        await Expect(chat.Phone(Student).Locator(".from-bot")).ToHaveCountAsync(2);
        await Expect(chat.Phone(Student).Locator(".from-bot").Last).ToContainTextAsync("A later message");
    }

    [BrowserFact]
    public async Task A_deleted_message_fades_away()
    {
        await using var chat = await StartedAsync(Student);
        await chat.TypeAsync(Student, "words nobody should find");
        var typed = (await chat.Bot.HearAsync("message")).GetProperty("message_id").GetInt32();
        var shown = chat.Phone(Student).Locator($"[data-id='{typed}']");
        await Expect(shown).ToBeVisibleAsync();

        await chat.Bot.CallAsync("deleteMessage", new { chat_id = Student, message_id = typed });

        await Expect(shown).ToHaveCountAsync(0);
        await Expect(chat.Phone(Student)).Not.ToContainTextAsync("nobody should find");
    }

    [BrowserFact]
    public async Task The_commands_open_from_the_menu_and_are_sent_by_keyboard_alone()
    {
        await using var chat = await StartedAsync(Student);
        await chat.Bot.CallAsync("setMyCommands", new
        {
            commands = new object[] { new { command = "search", description = "Search" }, new { command = "hide", description = "Clear this page" } },
        });
        var menu = chat.Phone(Student).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Menu" });

        await menu.FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Phone(Student).GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(2);
        await chat.Page.Keyboard.PressAsync("ArrowDown");
        await chat.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("/hide", (await chat.Bot.HearAsync("message")).GetProperty("text").GetString());
        await Expect(menu).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_link_from_elsewhere_starts_the_bot_with_its_payload()
    {
        await using var chat = await StartedAsync(Student);

        await chat.ChooseAsync(Student, "More", "Start through a link");
        await chat.Phone(Student).GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("r_daad");
        await chat.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("/start r_daad", (await chat.Bot.HearAsync("message")).GetProperty("text").GetString());
    }

    [BrowserFact]
    public async Task A_blocked_bot_hears_so_and_can_be_let_in_again()
    {
        await using var chat = await StartedAsync(Girl);

        await chat.ChooseAsync(Girl, "بیشتر", "بلاک کردن ربات");
        Assert.Equal("kicked", Status(await chat.Bot.HearAsync("my_chat_member")));
        var refused = await chat.Bot.CallAsync("sendMessage", new { chat_id = Girl, text = "?" });
        Assert.Equal(403, refused.GetProperty("error_code").GetInt32());

        await chat.Phone(Girl).GetByText("برداشتن بلاک", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        Assert.Equal("member", Status(await chat.Bot.HearAsync("my_chat_member")));
        await Expect(chat.Phone(Girl).GetByRole(AriaRole.Textbox)).ToBeVisibleAsync();

        static string? Status(System.Text.Json.JsonElement change) => change.GetProperty("new_chat_member").GetProperty("status").GetString();
    }

    [BrowserFact]
    public async Task A_cleared_chat_is_empty_and_stays_so()
    {
        await using var chat = await StartedAsync(Student);
        await chat.Bot.SayAsync(Student, "Something to be cleared");
        await Expect(chat.Phone(Student).Locator(".from-bot")).ToHaveCountAsync(1);

        await chat.ChooseAsync(Student, "More", "Clear the chat");
        await Expect(chat.Phone(Student).Locator(".message")).ToHaveCountAsync(0);
        await Expect(chat.Phone(Student).GetByText("Start", new LocatorGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await chat.Page.ReloadAsync();
        await Expect(chat.Phone(Student).Locator(".welcome")).ToBeVisibleAsync();
        await Expect(chat.Phone(Student).Locator(".message")).ToHaveCountAsync(0);
    }

    /// <summary>Somebody who has begun the chat already; the bot has heard her.</summary>
    private async Task<ChatPage> StartedAsync(long person)
    {
        var chat = await ChatPage.OpenAsync(chromium, people: person);
        chat.Telegram.Person(person).Send("/start");
        await chat.Bot.HearAsync("message");
        await Expect(chat.Phone(person).Locator(".from-person")).ToHaveCountAsync(1);
        return chat;
    }
}
