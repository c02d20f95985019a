using Microsoft.Data.Sqlite;
using ResourceBot.Broadcasts.Sending;

namespace ResourceBot.Host.Settings;

/// <summary>Every setting of the program, read and checked once at the start. docs/settings.md describes them.</summary>
/// <param name="Home">The folder that holds appsettings.json; relative paths start here, whatever folder the program was called from.</param>
public sealed record BotSettings(
    string Home,
    TelegramSettings Telegram,
    OutgoingSettings Outgoing,
    BroadcastPace Broadcast,
    DatabaseSettings Database,
    string KeyFile,
    bool KeyFileIsDefault,
    string SeedsPath,
    IReadOnlyList<long> Owners,
    Uri LocalTelegramUrl,
    Uri? HealthUrl);

/// <param name="Token">Empty: talk to the local Telegram.</param>
/// <param name="BaseUrl">Where the Bot API is, without the token.</param>
public sealed record TelegramSettings(string Token, Uri BaseUrl)
{
    public bool IsLocal => Token.Length == 0;

    // A record would print the token.
    public override string ToString() => IsLocal ? "local Telegram" : "Telegram";
}

/// <param name="MessagesPerSecond">Ceiling for the whole bot.</param>
/// <param name="ChatSpacing">Least time between two messages to one chat.</param>
public sealed record OutgoingSettings(double MessagesPerSecond, TimeSpan ChatSpacing);

/// <param name="ConnectionString">With an absolute path.</param>
public sealed record DatabaseSettings(string ConnectionString)
{
    /// <summary>The file that it names.</summary>
    public string File { get; } = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
}
