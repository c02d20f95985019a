namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>A message as it stands now; an edit replaces it by another value.</summary>
internal sealed record Message
{
    public required int Id { get; init; }

    public required bool FromBot { get; init; }

    /// <summary>Seconds since 1970, as in the Bot API.</summary>
    public required long Date { get; init; }

    /// <summary>Seconds since 1970, null when it was never edited.</summary>
    public long? Edited { get; init; }

    /// <summary>The text, or the caption when there is an <see cref="Attachment"/>.</summary>
    public FormattedText? Text { get; init; }

    public Attachment? Attachment { get; init; }

    public InlineKeyboard? Keyboard { get; init; }

    /// <summary>It came with a reply keyboard or a forced reply.</summary>
    public bool HasOtherMarkup { get; init; }

    public bool Silent { get; init; }

    /// <summary>The phone does not let it be forwarded or saved.</summary>
    public bool Protected { get; init; }

    public int? ReplyTo { get; init; }

    /// <summary>She cleared her chat; the bot still knows the message, she does not see it any more.</summary>
    public bool Cleared { get; init; }
}
