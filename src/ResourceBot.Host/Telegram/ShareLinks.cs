using ResourceBot.Chat;

namespace ResourceBot.Host.Telegram;

/// <summary>Deep links to this bot (Bot API, "Deep linking").</summary>
internal sealed class ShareLinks : IShareLinks
{
    private volatile string? _userName;

    /// <summary>The bot's own user name, as getMe gives it.</summary>
    public void Know(string userName) => _userName = userName;

    public Uri? To(string payload) => _userName is { } name ? new Uri($"https://t.me/{name}?start={payload}") : null;
}
