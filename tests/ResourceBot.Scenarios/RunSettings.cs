using ResourceBot.LocalTelegram;

namespace ResourceBot.Scenarios;

/// <summary>The settings with which tests and benchmarks run the program.</summary>
public static class RunSettings
{
    public const string Token = "1234567:scenario";

    /// <summary>What every scenario sets, also for the built program.</summary>
    public static string[] For(LocalTelegramServer telegram, string folder) =>
    [
        $"--Telegram:Token={Token}",
        $"--Telegram:BaseUrl={telegram.Address.AbsoluteUri}",
        $"--Database:ConnectionString=Data Source={Path.Combine(folder, "bot.db")}",
        $"--Secrets:KeyFile={Path.Combine(folder, "secret.key")}",
        // People in tests press faster than people do; PaceTests and LimitTests hold the pace itself.
        "--Outgoing:ChatSpacing=0",
        "--Outgoing:MessagesPerSecond=1000",
        "--Logging:LogLevel:Default=Warning",
    ];
}
