using System.Text;
using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>Reads <c>reply_markup</c> after its shape was checked.</summary>
/// <param name="Inline">Null for no inline keyboard.</param>
/// <param name="IsOther">A reply keyboard, its removal, or a forced reply: never echoed, and the message cannot be edited.</param>
internal sealed record Markup(InlineKeyboard? Inline, bool IsOther)
{
    private const int MostButtons = 100;
    private const int MostInRow = 8;
    private static readonly Markup Nothing = new(null, IsOther: false);

    private static readonly string[] ActionFields =
    [
        "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled",
    ];

    public static (Markup Markup, Refusal? Refusal) Read(JsonElement? markup)
    {
        if (markup is not { } value) return (Nothing, null);
        if (!value.TryGetProperty("inline_keyboard", out var rows))
            return (new Markup(null, value.EnumerateObject().Any()), null);
        var read = new List<IReadOnlyList<InlineButton>>();
        var count = 0;
        foreach (var row in rows.EnumerateArray())
        {
            var buttons = new List<InlineButton>();
            foreach (var element in row.EnumerateArray())
            {
                var (button, refusal) = ReadButton(element);
                if (button is null) return (Nothing, refusal);
                buttons.Add(button);
            }
            if (buttons.Count == 0) continue;
            count += buttons.Count;
            if (buttons.Count > MostInRow || count > MostButtons)
                return (Nothing, Refusal.BadRequest("reply markup is too long"));
            read.Add(buttons);
        }
        return (read.Count == 0 ? Nothing : new Markup(new InlineKeyboard(read), IsOther: false), null);
    }

    private static (InlineButton? Button, Refusal? Refusal) ReadButton(JsonElement element)
    {
        var text = element.GetProperty("text").GetString()!;
        if (string.IsNullOrWhiteSpace(text)) return (null, Unparsed("Button text must be non-empty"));
        string? action = null;
        foreach (var field in ActionFields)
        {
            if (!element.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null) continue;
            // Telegram takes the first action that it reads and drops the other in silence.
            if (action is not null) return (null, Unparsed($"a button has one action, not both \"{action}\" and \"{field}\""));
            action = field;
        }
        if (action is null) return (null, Unparsed("Text buttons are unallowed in the inline keyboard"));
        var style = Optional(element, "style");
        if (style is not (null or "primary" or "success" or "danger")) return (null, Unparsed("unsupported button style"));
        return Act(element.GetProperty(action), action) is var (value1, isJson, refused) && refused is not null
            ? (null, refused)
            : (new InlineButton(text, action, value1, isJson, style, Optional(element, "icon_custom_emoji_id")), null);
    }

    private static (string Value, bool IsJson, Refusal? Refusal) Act(JsonElement value, string field)
    {
        switch (field)
        {
            case "callback_data":
                var data = value.GetString()!;
                return Encoding.UTF8.GetByteCount(data) is >= 1 and <= 64
                    ? (data, false, null) : ("", false, Refusal.BadRequest("BUTTON_DATA_INVALID"));
            case "copy_text":
                var copied = value.GetProperty("text").GetString()!;
                return copied.Length is >= 1 and <= 256
                    ? (copied, false, null) : ("", false, Refusal.BadRequest("BUTTON_COPY_TEXT_INVALID"));
            case "url":
                var url = value.GetString()!;
                return LinkText.Normalize(url) is { } address
                    ? (address, false, null)
                    : ("", false, Refusal.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"));
            default:
                return value.ValueKind == JsonValueKind.String
                    ? (value.GetString()!, false, null) : (value.GetRawText(), true, null);
        }
    }

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Refusal Unparsed(string what) => Refusal.BadRequest("can't parse inline keyboard button: " + what);
}
