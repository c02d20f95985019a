using ResourceBot.Host.Starting;
using Telegram.Bot;

namespace ResourceBot.Host.Telegram;

/// <summary>Makes the library's client speak to the right Telegram, and leave waiting and repeating to our gate.</summary>
internal static class BotClient
{
    private static readonly Uri Official = new("https://api.telegram.org");

    // Longer than a long poll; single calls have a limit of their own in the gate.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(75);

    // Well before the limit of a call: then it is certain that nothing was sent, and a message may go out again.
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(10);

    public static ITelegramBotClient For(LocalTelegramDoor door, Gauges gauges, ILogger<DeepUpdatesCutting> log)
    {
        var baseUrl = door.BaseUrl == Official ? null : door.BaseUrl.AbsoluteUri.TrimEnd('/');
        var network = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = 128,
            ConnectTimeout = Connecting,
        };
        // Not from a factory: its logging writes the address of each call, and with it the token.
        var http = new HttpClient(new DeepUpdatesCutting(network, gauges, log)) { Timeout = Longest };
        return new TelegramBotClient(new TelegramBotClientOptions(door.Token, baseUrl) { RetryCount = 0, RetryThreshold = 0 }, http);
    }
}
