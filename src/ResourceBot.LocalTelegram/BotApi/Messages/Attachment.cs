namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>What hangs on a message beside its text.</summary>
internal abstract record Attachment;

/// <summary>A file with a name (Bot API, Document).</summary>
internal sealed record DocumentAttachment(string FileId) : Attachment;

/// <summary>A picture (Bot API, PhotoSize).</summary>
internal sealed record PhotoAttachment(string FileId, int Width, int Height) : Attachment;

/// <summary>A voice message (Bot API, Voice).</summary>
/// <param name="Seconds">Length.</param>
internal sealed record VoiceAttachment(string FileId, int Seconds) : Attachment;

/// <summary>A sticker (Bot API, Sticker).</summary>
internal sealed record StickerAttachment(string FileId, string Emoji) : Attachment;

/// <summary>A telephone number with a name (Bot API, Contact).</summary>
internal sealed record ContactAttachment(string PhoneNumber, string FirstName) : Attachment;

/// <summary>A place (Bot API, Location), in degrees.</summary>
internal sealed record LocationAttachment(double Latitude, double Longitude) : Attachment;
