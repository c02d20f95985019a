namespace ResourceBot.LocalTelegram.People;

/// <summary>Who a person is, as the Bot API shows her and as the page introduces her.</summary>
/// <param name="Id">User id, which is also the id of her private chat.</param>
/// <param name="LanguageCode">Language of her app (IETF tag), null when the app does not tell.</param>
/// <param name="Role">One word that a page can sort by, such as <c>visitor</c>.</param>
/// <param name="Story">One line in English.</param>
/// <param name="RightToLeft">Whether she reads from right to left.</param>
public sealed record Profile(
    long Id,
    string FirstName,
    string? LanguageCode,
    string Role = "visitor",
    string Story = "",
    bool RightToLeft = false,
    string? Username = null);
