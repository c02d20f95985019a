namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>A marked stretch of a text (Bot API, MessageEntity). Offset and length are in UTF-16 code units.</summary>
/// <param name="Extra">Address of a <c>text_link</c>, language of a <c>pre</c>, id of a <c>custom_emoji</c>, user id of a <c>text_mention</c>.</param>
internal sealed record Entity(string Type, int Offset, int Length, string? Extra = null);
