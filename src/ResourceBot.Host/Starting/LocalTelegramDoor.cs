using ResourceBot.Host.Settings;

namespace ResourceBot.Host.Starting;

/// <summary>Says where the Bot API is.</summary>
internal sealed class LocalTelegramDoor(BotSettings settings)
{
    public Uri BaseUrl => settings.Telegram.BaseUrl;

    public string Token => settings.Telegram.Token;

    /// <exception cref="BadSettingException">There is no token, and no local Telegram in this version yet.</exception>
    public Task OpenAsync(CancellationToken cancellation) => settings.Telegram.IsLocal
        ? throw new BadSettingException("Telegram:Token", "is empty", "write it as @BotFather gives it")
        : Task.CompletedTask;
}
