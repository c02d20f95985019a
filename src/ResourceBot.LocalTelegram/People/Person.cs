namespace ResourceBot.LocalTelegram.People;

/// <summary>A person with a Telegram account; her chats belong to the bots she talks to.</summary>
/// <param name="profile">Shared by everybody of a crowd, so that a million people stay small.</param>
internal sealed class Person(long id, Profile profile)
{
    private volatile bool _isDeactivated;

    public long Id { get; } = id;

    public Profile Profile { get; } = profile;

    /// <summary>Her account is gone: bots get 403 from now on.</summary>
    public bool IsDeactivated
    {
        get => _isDeactivated;
        set => _isDeactivated = value;
    }
}
