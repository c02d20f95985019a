using ResourceBot.Chat;

namespace ResourceBot.People;

/// <summary>The command menus that the chat network shows to staff, and to nobody else.</summary>
public interface IStaffMenus
{
    /// <summary>Says that somebody's role is another one now; returns at once, the menu follows.</summary>
    /// <param name="role">Null: not on the staff any more.</param>
    void Changed(ChatId chat, Role? role);
}
