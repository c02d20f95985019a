namespace ResourceBot.Chat;

/// <summary>Links that open this bot at a certain place, for passing on.</summary>
public interface IShareLinks
{
    /// <param name="payload">At most 64 of <c>A-Z a-z 0-9 _ -</c>.</param>
    /// <returns>Null while the bot does not know its own name.</returns>
    Uri? To(string payload);
}
