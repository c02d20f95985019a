using Microsoft.Extensions.Hosting;
using ResourceBot.Host.Starting;
using ResourceBot.LocalTelegram;

namespace ResourceBot.Scenarios;

/// <summary>The whole bot, in this process, talking to a local Telegram of its own: people are played by the tests.</summary>
public sealed class Bot : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly bool _ownsTelegram;

    private Bot(LocalTelegramServer telegram, IHost host, string folder, bool ownsTelegram)
    {
        (Telegram, _host, Folder, _ownsTelegram) = (telegram, host, folder, ownsTelegram);
    }

    public LocalTelegramServer Telegram { get; }

    /// <summary>Where its database and its secret lie.</summary>
    public string Folder { get; }

    public IServiceProvider Parts => _host.Services;

    /// <param name="telegram">Null for a Telegram of its own.</param>
    /// <param name="folder">Of an earlier run, to go on from; null for a new one.</param>
    /// <param name="settings">More settings, as <c>--Name=value</c>.</param>
    public static async Task<Bot> StartAsync(LocalTelegramServer? telegram = null, string? folder = null, params string[] settings)
    {
        var ownsTelegram = telegram is null;
        telegram ??= await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0", Limits = false });
        folder ??= Directory.CreateTempSubdirectory("resourcebot-scenario-").FullName;
        var host = BotHost.Build([.. RunSettings.For(telegram, folder), .. settings], Repository.Root);
        await BotHost.OpenAsync(host, CancellationToken.None);
        await host.StartAsync();
        return new Bot(telegram, host, folder, ownsTelegram);
    }

    public Visitor Person(long id) => new(Telegram.Person(id, RunSettings.Token));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        if (!_ownsTelegram) return;
        await Telegram.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
