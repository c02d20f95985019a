namespace ResourceBot.Chat;

/// <summary>
/// Something that a person did. What the network says about her (name, user name, telephone) has no field here,
/// so no later code can store, log or show it.
/// </summary>
/// <param name="Chat">Where the answer goes.</param>
/// <param name="ClientLanguage">
/// The language of her app as an IETF tag such as <c>fa</c> or <c>en-US</c>; a hint for the first screen, often absent, never kept.
/// </param>
public abstract record Incoming(ChatId Chat, string? ClientLanguage);

/// <summary>She typed something, or passed on what others wrote; commands such as <c>/start r_auw</c> come this way too.</summary>
/// <param name="HiddenLinks">Where its words and buttons lead without showing it, an address a line.</param>
public sealed record TypedText(ChatId Chat, MessageId Message, string Text, string? ClientLanguage = null, string HiddenLinks = "")
    : Incoming(Chat, ClientLanguage);

/// <summary>She pressed a button under a message of ours.</summary>
/// <param name="Panel">The message that the button hangs on.</param>
/// <param name="PressId">What the network wants back so that the button stops spinning.</param>
/// <param name="Code">The code of the button, at most 64 bytes; it can be forged, so rights are checked again.</param>
public sealed record ButtonPress(ChatId Chat, MessageId Panel, string PressId, string Code, string? ClientLanguage = null)
    : Incoming(Chat, ClientLanguage);

/// <summary>She sent something that is not text: a photo, a voice message, a contact, a location. Never opened, never fetched.</summary>
/// <param name="Caption">What is written under it, after the addresses that are hidden in it.</param>
public sealed record OtherContent(ChatId Chat, MessageId Message, string? ClientLanguage = null, string Caption = "")
    : Incoming(Chat, ClientLanguage);

/// <summary>She blocked the bot or let it in again.</summary>
public sealed record DoorMoved(ChatId Chat, bool Blocked) : Incoming(Chat, ClientLanguage: null);
