using ResourceBot.Chat;
using Telegram.Bot.Types.ReplyMarkups;

namespace ResourceBot.Host.Telegram;

/// <summary>Our buttons as Telegram's inline keyboard (Bot API, InlineKeyboardMarkup).</summary>
internal static class Keyboard
{
    public static InlineKeyboardMarkup From(Screen screen) =>
        new(screen.Rows.Select(row => row.Select(ToButton)));

    private static InlineKeyboardButton ToButton(Button button) => button switch
    {
        CodeButton code => InlineKeyboardButton.WithCallbackData(code.Label, code.Code),
        LinkButton link => InlineKeyboardButton.WithUrl(link.Label, link.Address.AbsoluteUri),
        CopyButton copy => InlineKeyboardButton.WithCopyText(copy.Label, copy.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(button)),
    };
}
