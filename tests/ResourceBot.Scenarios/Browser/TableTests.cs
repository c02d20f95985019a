using Microsoft.Playwright;
using ResourceBot.LocalTelegram.People;
using static Microsoft.Playwright.Assertions;

namespace ResourceBot.Scenarios.Browser;

/// <summary>Several people side by side, and the weather they sit in.</summary>
[Collection(ChromiumTests.Name)]
public sealed class TableTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Two_people_side_by_side_see_each_their_own_chat()
    {
        await using var chat = await ChatPage.OpenAsync(chromium, people: [DemoPeople.GirlInKabul, DemoPeople.Admin]);
        await chat.Phone(DemoPeople.GirlInKabul).GetByText("شروع", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await chat.Phone(DemoPeople.Admin).GetByText("Start", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await chat.TypeAsync(DemoPeople.Admin, "/new");

        await Expect(chat.Phone(DemoPeople.Admin).Locator(".message")).ToHaveCountAsync(2);
        await Expect(chat.Phone(DemoPeople.GirlInKabul).Locator(".message")).ToHaveCountAsync(1);
        var left = (await chat.Phone(DemoPeople.GirlInKabul).BoundingBoxAsync())!;
        var right = (await chat.Phone(DemoPeople.Admin).BoundingBoxAsync())!;
        Assert.True(left.X + left.Width <= right.X, "The phones stand side by side.");
    }

    [BrowserFact]
    public async Task The_address_remembers_who_is_shown()
    {
        await using var chat = await ChatPage.OpenAsync(chromium);
        var columns = chat.Page.Locator(".column");
        await Expect(columns).ToHaveCountAsync(4);

        await Chip(chat, "Owner").ClickAsync();
        await Chip(chat, "Dokhtar-e Herat").ClickAsync();
        await Expect(columns).ToHaveCountAsync(4);
        await Expect(Chip(chat, "Owner")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.EndsWith("#1001,1003,1004,1009", chat.Page.Url);

        await chat.Page.ReloadAsync();
        await Expect(columns).ToHaveCountAsync(4);
        await Expect(chat.Phone(DemoPeople.Owner)).ToBeVisibleAsync();
        await Expect(chat.Phone(DemoPeople.GirlInHerat)).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task On_a_small_screen_one_phone_fills_it_and_a_chip_changes_whose()
    {
        await using var chat = await ChatPage.OpenAsync(chromium, 360, 740);
        await Expect(chat.Page.Locator(".column")).ToHaveCountAsync(1);
        Assert.Equal(360, (await chat.Phone(DemoPeople.GirlInKabul).BoundingBoxAsync())!.Width);

        await Chip(chat, "د کندهار نجلۍ").ClickAsync();

        await Expect(chat.Page.Locator(".column")).ToHaveCountAsync(1);
        await Expect(chat.Phone(DemoPeople.PashtoSpeaker)).ToContainTextAsync("پیل");
        Assert.Equal(360, await chat.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [BrowserFact]
    public async Task A_dot_tells_that_something_came_to_somebody_who_is_not_shown()
    {
        await using var chat = await ChatPage.OpenAsync(chromium, people: DemoPeople.GirlInKabul);
        chat.Telegram.Person(DemoPeople.Owner).Send("/start");
        await chat.Bot.HearAsync("message");
        await chat.Bot.SayAsync(DemoPeople.Owner, "Somebody asked for a role");
        await Expect(Chip(chat, "Owner")).ToHaveClassAsync("person news");

        await Chip(chat, "Owner").ClickAsync();

        await Expect(Chip(chat, "Owner")).ToHaveClassAsync("person");
        await Expect(chat.Phone(DemoPeople.Owner)).ToContainTextAsync("Somebody asked for a role");
    }

    [BrowserFact]
    public async Task A_trouble_can_be_switched_on_and_off_and_the_ledger_shows_what_it_did()
    {
        await using var chat = await ChatPage.OpenAsync(chromium, people: DemoPeople.Admin);
        chat.Telegram.Person(DemoPeople.Admin).Send("/start");
        await Expect(chat.Page.Locator("#weather")).ToBeHiddenAsync();
        await chat.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Weather", Exact = true }).ClickAsync();
        var weather = chat.Page.Locator("#weather");

        await weather.GetByLabel("What").SelectOptionAsync("Too many requests (429)");
        await weather.GetByLabel("Method").SelectOptionAsync("sendMessage");
        await weather.GetByLabel("Number").FillAsync("7");
        await weather.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Switch on" }).ClickAsync();
        await Expect(weather.Locator(".faults-on")).ToContainTextAsync("sendMessage · 7 s");

        var refused = await chat.Bot.CallAsync("sendMessage", new { chat_id = DemoPeople.Admin, text = "?" });
        Assert.Equal(7, refused.GetProperty("parameters").GetProperty("retry_after").GetInt32());
        await Expect(weather.Locator("tr.refused")).ToContainTextAsync("Too Many Requests: retry after 7");
        await Expect(weather.Locator("tr.refused")).ToContainTextAsync("Admin One");

        await weather.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Switch off" }).ClickAsync();
        await Expect(weather.Locator(".faults-on")).ToContainTextAsync("nothing is switched on");
        await chat.Bot.SayAsync(DemoPeople.Admin, "Through again");
        await Expect(chat.Phone(DemoPeople.Admin)).ToContainTextAsync("Through again");
    }

    [BrowserFact]
    public async Task The_limits_can_be_switched()
    {
        await using var chat = await ChatPage.OpenAsync(chromium, people: DemoPeople.Admin);
        await chat.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Weather", Exact = true }).ClickAsync();
        var limits = chat.Page.GetByRole(AriaRole.Switch);
        await Expect(limits).Not.ToBeCheckedAsync();

        await limits.CheckAsync();
        await chat.Page.ReloadAsync();
        await chat.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Weather", Exact = true }).ClickAsync();

        await Expect(limits).ToBeCheckedAsync();
    }

    private static ILocator Chip(ChatPage chat, string name) =>
        chat.Page.Locator("#people").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name });
}
