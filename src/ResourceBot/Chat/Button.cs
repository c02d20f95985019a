namespace ResourceBot.Chat;

/// <summary>A button under a panel.</summary>
/// <param name="Label">Plain text, at most about 20 letters before a phone cuts it.</param>
public abstract record Button(string Label);

/// <summary>Comes back to us as a <see cref="ButtonPress"/>.</summary>
/// <param name="Code">1 to 64 bytes (Bot API, InlineKeyboardButton.callback_data).</param>
public sealed record CodeButton(string Label, string Code) : Button(Label);

/// <summary>Opens an address in her browser, after her app has asked her.</summary>
public sealed record LinkButton(string Label, Uri Address) : Button(Label);

/// <summary>Copies a text, such as a telephone number.</summary>
/// <param name="Text">1 to <see cref="MaxLength"/> characters.</param>
public sealed record CopyButton(string Label, string Text) : Button(Label)
{
    /// <summary>Bot API, CopyTextButton.text.</summary>
    public const int MaxLength = 256;
}
