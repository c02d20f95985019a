using System.Collections.Concurrent;
using Microsoft.Playwright;
using ResourceBot.LocalTelegram;

namespace ResourceBot.Scenarios.Browser;

/// <summary>
/// A local Telegram, its page in a browser, and a bot whose part the test plays. On leaving it finds out whether the page
/// asked anything of another machine or wrote an error to the console.
/// </summary>
public sealed class ChatPage : IAsyncDisposable
{
    private readonly LocalTelegramServer _telegram;
    private readonly IBrowserContext _window;
    private readonly ConcurrentBag<string> _wrongs = [];

    private ChatPage(LocalTelegramServer telegram, IBrowserContext window, IPage page)
    {
        _telegram = telegram;
        _window = window;
        Page = page;
        Bot = new PlayedBot(telegram.Address);
    }

    public LocalTelegramServer Telegram => _telegram;

    public PlayedBot Bot { get; }

    public IPage Page { get; }

    /// <param name="people">Who is chosen in the address; nobody leaves the choice to the page.</param>
    public static async Task<ChatPage> OpenAsync(Chromium chromium, int width = 1400, int height = 900, params long[] people)
    {
        var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0", Limits = false });
        var window = await chromium.OpenWindowAsync(width, height);
        var chat = new ChatPage(telegram, window, await window.NewPageAsync());
        await chat.WatchAsync();
        await chat.Page.GotoAsync($"{telegram.Address}#{string.Join(',', people)}");
        await chat.Page.Locator(".phone .bot-name bdi:not(:empty)").First.WaitForAsync();
        return chat;
    }

    /// <summary>The phone of one person.</summary>
    public ILocator Phone(long person) => Page.Locator($".column[data-person='{person}'] .phone");

    /// <summary>Types and presses Enter.</summary>
    public async Task TypeAsync(long person, string text)
    {
        await Phone(person).GetByRole(AriaRole.Textbox).FillAsync(text);
        await Phone(person).GetByRole(AriaRole.Textbox).PressAsync("Enter");
    }

    /// <summary>Chooses from a menu of the phone.</summary>
    /// <param name="button">Its accessible name.</param>
    public async Task ChooseAsync(long person, string button, string item)
    {
        await Phone(person).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
        await Phone(person).GetByRole(AriaRole.Menuitem, new LocatorGetByRoleOptions { Name = item }).ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _window.DisposeAsync();
        Bot.Dispose();
        await _telegram.DisposeAsync();
        Assert.Empty(_wrongs);
    }

    private async Task WatchAsync()
    {
        await _window.RouteAsync("**/*", async route =>
        {
            var url = new Uri(route.Request.Url);
            if (url.IsLoopback)
            {
                await route.ContinueAsync();
                return;
            }
            _wrongs.Add($"The page asked for {url}");
            await route.AbortAsync();
        });
        Page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning") _wrongs.Add($"The console says: {line.Text}");
        };
        Page.PageError += (_, error) => _wrongs.Add($"The page threw: {error}");
    }
}
