namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>The one thing that an inline button does, named by its field in the Bot API (InlineKeyboardButton).</summary>
/// <param name="Field">Such as <c>callback_data</c>, <c>url</c> or <c>copy_text</c>.</param>
/// <param name="Value">The text of the field; of <c>copy_text</c> the text to copy; of other objects their JSON.</param>
/// <param name="IsJson">Whether <paramref name="Value"/> is JSON.</param>
internal sealed record InlineButton(
    string Text, string Field, string Value, bool IsJson = false, string? Style = null, string? Icon = null)
{
    /// <summary>How the page calls it: <c>code</c>, <c>url</c>, <c>copy</c>, or the field.</summary>
    public string Kind => Field switch
    {
        "callback_data" => "code",
        "copy_text" => "copy",
        _ => Field,
    };
}

/// <summary>The buttons under a message.</summary>
internal sealed record InlineKeyboard(IReadOnlyList<IReadOnlyList<InlineButton>> Rows)
{
    public bool Equals(InlineKeyboard? other) =>
        other is not null
        && Rows.Count == other.Rows.Count
        && Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second));

    public override int GetHashCode() => Rows.Count;
}
