using System.Net.Sockets;
using ResourceBot.Host.Settings;
using ResourceBot.LocalTelegram;

namespace ResourceBot.Host.Starting;

/// <summary>Runs the local Telegram inside this program while there is no token, and says where the Bot API is.</summary>
internal sealed class LocalTelegramDoor(BotSettings settings) : IAsyncDisposable
{
    /// <summary>Any token will do at the local Telegram; this one keeps the form of a real one.</summary>
    public const string LocalToken = "1:local";

    private LocalTelegramServer? _server;

    public Uri BaseUrl => _server?.Address ?? settings.Telegram.BaseUrl;

    public string Token => settings.Telegram.IsLocal ? LocalToken : settings.Telegram.Token;

    /// <exception cref="BadSettingException">The address cannot be listened on.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (!settings.Telegram.IsLocal) return;
        try
        {
            _server = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = settings.LocalTelegramUrl.AbsoluteUri }, cancellation);
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            throw new BadSettingException(
                "LocalTelegram:Url", $"{settings.LocalTelegramUrl} cannot be listened on",
                "choose a free port, for example http://127.0.0.1:5081, or stop what runs there");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server) await server.DisposeAsync();
    }
}
