using Dapper;
using Microsoft.Extensions.DependencyInjection;
using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.People;
using ResourceBot.Storage;

namespace ResourceBot.Scenarios.Broadcasts;

/// <summary>After a restart nobody knows which page stands in her chat: what she chose must hold all the same.</summary>
public sealed class BellAfterRestartTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resourcebot-bell-").FullName;
    private LocalTelegramServer _telegram = null!;
    private Bot _bot = null!;

    public async Task InitializeAsync()
    {
        _telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0", Limits = false });
        _bot = await Bot.StartAsync(_telegram, _folder);
    }

    [Fact]
    public async Task After_a_restart_she_is_answered_in_the_language_that_she_chose()
    {
        // Her app is in English, and she chose Dari.
        var her = await TurnOnAsync();
        await RestartAsync();
        her = _bot.Person(DemoPeople.GirlInHerat);

        await her.WritesAsync("/bell", "زنگ تا");
        Assert.Equal("prs", await LanguageAsync());
        // The page from before does not stay above it.
        await her.SeesAsync(hers => hers.Messages.Count == 1);

        await RestartAsync();
        her = _bot.Person(DemoPeople.GirlInHerat);
        await her.WritesAsync("scholarship", "نتیجه");
        await her.WritesAsync("/start", "زبان را انتخاب کنید");
        await her.WritesAsync("/bell", "زنگ تا");
        Assert.Equal("prs", await LanguageAsync());
    }

    [Fact]
    public async Task After_forget_no_page_says_any_more_that_the_bell_is_on()
    {
        await TurnOnAsync();
        await RestartAsync();
        var her = _bot.Person(DemoPeople.GirlInHerat);

        await her.WritesAsync("/forget", "هیچ چیز دربارهٔ شما نگه داشته نمی‌شود");
        await her.SeesAsync(hers => hers.Messages.Count == 1);
        Assert.DoesNotContain("زنگ تا", her.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_chooses_the_text_itself_is_told_what_comes_then()
    {
        var her = await TurnOnAsync();
        Assert.Contains("یک سطر ساده", her.Screen, StringComparison.Ordinal);
        await her.PressesAsync("خود متن", "متن آن همان لحظه");
        Assert.DoesNotContain("یک سطر ساده", her.Screen, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _telegram.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RestartAsync()
    {
        await _bot.DisposeAsync();
        _bot = await Bot.StartAsync(_telegram, _folder);
    }

    private async Task<Visitor> TurnOnAsync()
    {
        var her = _bot.Person(DemoPeople.GirlInHerat);
        await her.ArrivesAsync("دری", "این چت محرمانه نیست");
        await her.PressesAsync("زنگ", "زنگ خاموش است");
        return await her.PressesAsync("روشن کردن زنگ", "زنگ تا");
    }

    private async Task<string?> LanguageAsync()
    {
        await using var connection = await _bot.Parts.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<string>("SELECT language FROM subscriber");
    }
}
