using System.Text;
using Microsoft.Playwright;
using ResourceBot.LocalTelegram.People;
using static Microsoft.Playwright.Assertions;

namespace ResourceBot.Scenarios.Browser;

/// <summary>How the page shows what a bot sends: directions, links, files, the lock screen.</summary>
[Collection(ChromiumTests.Name)]
public sealed class ShowingTests(Chromium chromium)
{
    private const long Girl = DemoPeople.GirlInKabul;
    private const long Student = DemoPeople.StudentAbroad;

    [BrowserFact]
    public async Task Each_paragraph_finds_its_own_direction()
    {
        await using var chat = await StartedAsync(Girl);
        await chat.Bot.SayAsync(Girl, "بورسیه برای دختران افغانستان، لیسانس و ماستری از خانه\nDAAD\nپاسپورت\nwww, plain words of one line that are long enough");
        var text = chat.Phone(Girl).Locator(".from-bot .text");
        await Expect(text).ToBeVisibleAsync();

        // Where each line of the text begins and ends, in distances from the left and right edge of the text.
        var gaps = await text.EvaluateAsync<double[][]>("""
            text => {
              const box = text.getBoundingClientRect();
              let at = 0;
              return text.textContent.split('\n').map(line => {
                const range = document.createRange();
                range.setStart(text.firstChild, at);
                range.setEnd(text.firstChild, at + line.length);
                at += line.length + 1;
                const drawn = range.getBoundingClientRect();
                return [drawn.left - box.left, box.right - drawn.right];
              });
            }
            """);

        Assert.Equal("rtl", await chat.Phone(Girl).GetAttributeAsync("dir"));
        Assert.True(gaps[1][0] < 2 && gaps[1][1] > 20, $"The English name keeps left: {gaps[1][0]} | {gaps[1][1]}");
        Assert.True(gaps[2][1] < 2 && gaps[2][0] > 20, $"The Dari word keeps right: {gaps[2][0]} | {gaps[2][1]}");
    }

    [BrowserFact]
    public async Task Her_phone_reads_from_right_to_left_and_in_her_letters()
    {
        await using var chat = await ChatPage.OpenAsync(chromium, people: [Girl, Student]);
        chat.Telegram.Person(Girl).Send("/start");
        await Expect(chat.Phone(Girl).Locator(".from-person")).ToHaveCountAsync(1);

        await Expect(chat.Phone(Girl)).ToHaveAttributeAsync("lang", "fa");
        await Expect(chat.Phone(Student)).ToHaveAttributeAsync("dir", "ltr");
        var time = await chat.Phone(Girl).Locator(".from-person time").InnerTextAsync();
        Assert.All(time.Split(':').SelectMany(digits => digits), digit => Assert.InRange(digit, '۰', '۹'));
        await Expect(chat.Phone(Girl).GetByRole(AriaRole.Textbox)).ToHaveAttributeAsync("placeholder", "پیام");
    }

    [BrowserFact]
    public async Task A_copy_button_copies_and_says_so()
    {
        await using var chat = await StartedAsync(Student);
        await chat.Bot.SayAsync(Student, "Somebody who listens", [[PlayedBot.Copy("Copy the number", "+93700000000")]]);

        await chat.Phone(Student).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Copy the number" }).ClickAsync();

        await Expect(chat.Phone(Student).Locator(".toast")).ToContainTextAsync("Copied");
        Assert.Equal("+93700000000", await chat.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [BrowserFact]
    public async Task A_link_button_asks_before_it_leads_away()
    {
        await using var chat = await StartedAsync(Student);
        await chat.Bot.SayAsync(Student, "The official page", [[PlayedBot.Link("Open", "https://www.example.org/apply?for=women")]]);

        await chat.Phone(Student).Locator(".key.url").ClickAsync();

        var dialog = chat.Phone(Student).GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("https://www.example.org/apply?for=women");
        var open = dialog.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Open" });
        await Expect(open).ToHaveAttributeAsync("href", "https://www.example.org/apply?for=women");
        await Expect(open).ToHaveAttributeAsync("target", "_blank");
        await Expect(open).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await chat.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_document_opens_in_a_tab_of_its_own()
    {
        await using var chat = await StartedAsync(Student);
        await chat.Bot.SendDocumentAsync(Student, "the pack.html", Encoding.UTF8.GetBytes("<!doctype html><meta charset=utf-8><p>بدون انترنت"));
        var document = chat.Phone(Student).Locator(".document");
        await Expect(document).ToContainTextAsync("the pack.html");

        var tab = await chat.Page.RunAndWaitForPopupAsync(() => document.ClickAsync());

        await Expect(tab.Locator("p")).ToHaveTextAsync("بدون انترنت");
        Assert.Null(await tab.EvaluateAsync<object?>("() => window.opener"));
    }

    [BrowserFact]
    public async Task She_sends_pictures_voices_contacts_places_and_files()
    {
        await using var chat = await StartedAsync(Student);
        var phone = chat.Phone(Student);

        foreach (var (item, field) in new[] { ("Photo", "photo"), ("Voice message", "voice"), ("Contact", "contact"), ("Location", "location"), ("Sticker", "sticker") })
        {
            await chat.ChooseAsync(Student, "Attach", item);
            Assert.True((await chat.Bot.HearAsync("message")).TryGetProperty(field, out _), item);
            await Expect(phone.Locator($".bubble .{field}")).ToBeVisibleAsync();
        }
        Assert.True(await phone.Locator(".photo img").EvaluateAsync<bool>("picture => picture.decode().then(() => picture.naturalWidth > 0)"));

        await phone.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "letter.txt", MimeType = "text/plain", Buffer = "سلام"u8.ToArray() });
        Assert.Equal("letter.txt", (await chat.Bot.HearAsync("message")).GetProperty("document").GetProperty("file_name").GetString());
        await Expect(phone.Locator(".document")).ToContainTextAsync("letter.txt");
    }

    [BrowserFact]
    public async Task The_lock_screen_shows_what_came_and_a_bell_only_when_it_rang()
    {
        await using var chat = await StartedAsync(Student);
        var cards = chat.Phone(Student).Locator(".lock .card");

        await chat.Bot.SayAsync(Student, "A quiet page");
        await Expect(cards.First).ToContainTextAsync("A quiet page");
        await Expect(cards.First.Locator(".icon")).ToHaveCountAsync(0);

        await chat.Bot.SayAsync(Student, "The <b>DAAD</b> round is open", rings: true);
        await Expect(cards.First).ToContainTextAsync("The DAAD round is open");
        await Expect(cards.First.Locator(".icon")).ToHaveCountAsync(1);
        await Expect(cards).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task The_end_of_the_chat_stays_in_view_when_something_grows()
    {
        await using var chat = await StartedAsync(Student);
        var panel = await chat.Bot.SayAsync(Student, "Short");
        await Expect(chat.Phone(Student).Locator(".from-bot")).ToHaveCountAsync(1);

        await chat.Bot.CallAsync("editMessageText", new
        {
            chat_id = Student,
            message_id = panel,
            text = string.Join('\n', Enumerable.Range(1, 80).Select(line => $"Line {line}")),
            reply_markup = new { inline_keyboard = new[] { new[] { PlayedBot.Code("Home", "h") } } },
        });
        await Expect(chat.Phone(Student).Locator(".key")).ToBeInViewportAsync();
        await chat.Page.SetViewportSizeAsync(420, 500);
        await Expect(chat.Phone(Student).Locator(".key")).ToBeInViewportAsync();

        // Somebody who reads further up is left there.
        await chat.Phone(Student).Locator(".scroll").EvaluateAsync("scroll => scroll.scrollTop = 0");
        await Expect(chat.Phone(Student).Locator(".key")).Not.ToBeInViewportAsync();
        await chat.Bot.SayAsync(Student, "One more");
        await Expect(chat.Phone(Student).Locator(".from-bot")).ToHaveCountAsync(2);
        await Expect(chat.Phone(Student).Locator(".key")).Not.ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task What_grows_in_the_frame_of_a_scroll_is_followed_too()
    {
        await using var chat = await StartedAsync(Student);
        await chat.Bot.SayAsync(Student, string.Join('\n', Enumerable.Range(1, 80).Select(line => $"Line {line}")));
        var last = chat.Phone(Student).Locator(".from-bot .text");
        await Expect(last).ToContainTextAsync("Line 80");

        var left = await chat.Phone(Student).Locator(".scroll").EvaluateAsync<double>("""
            async scroll => {
              const frame = () => new Promise(requestAnimationFrame);
              await frame(); await frame();
              await new Promise(done => setTimeout(done)); // between two frames, as when a message comes
              scroll.scrollTop -= 1;
              scroll.querySelector('.log').lastElementChild.style.minHeight = '6000px';
              await frame(); await frame(); await frame();
              return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight;
            }
            """);

        Assert.InRange(left, 0, 2);
    }

    [BrowserFact]
    public async Task Nothing_but_plain_marks_is_drawn_from_a_message()
    {
        await using var chat = await StartedAsync(Student);

        var drawn = await chat.Page.EvaluateAsync<string>("""
            async () => {
              const { drawHtml } = await import('/richtext.js');
              const box = document.createElement('div');
              box.append(drawHtml('<b id="table">b</b><img src="https://example.org/x.png"><script>x()</' + 'script><a href="javascript:x()">j</a><a href="https://example.org/">a</a><form><i>i</i></form>'));
              return box.innerHTML;
            }
            """);

        Assert.Equal("<b>b</b>x()j<a href=\"https://example.org/\" target=\"_blank\" rel=\"noopener noreferrer\">a</a><i>i</i>", drawn);
    }

    private async Task<ChatPage> StartedAsync(long person)
    {
        var chat = await ChatPage.OpenAsync(chromium, people: person);
        chat.Telegram.Person(person).Send("/start");
        await chat.Bot.HearAsync("message");
        return chat;
    }
}
