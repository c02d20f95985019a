using System.Text;
using System.Text.Encodings.Web;

namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>
/// Draws a text with its entities as HTML for a page. Made from the entities, never from what the bot sent, and only with
/// tags and attributes of the list below, so no script can come through.
/// </summary>
internal static class SafeHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static string Render(FormattedText text)
    {
        var html = new StringBuilder(text.Text.Length + 64);
        var open = new Stack<Entity>();
        var next = 0;
        var at = 0;
        while (true)
        {
            while (open.Count > 0 && End(open.Peek()) <= at) html.Append(Closing(open.Pop()));
            while (next < text.Entities.Count && text.Entities[next].Offset <= at)
            {
                var entity = text.Entities[next++];
                // Entities that cross each other cannot be nested; Telegram splits them, here the second is left out.
                if (entity.Length <= 0 || End(entity) > text.Text.Length || (open.Count > 0 && End(entity) > End(open.Peek()))) continue;
                html.Append(Opening(entity, text.Text.Substring(entity.Offset, entity.Length)));
                open.Push(entity);
            }
            if (at >= text.Text.Length) return html.ToString();
            var until = text.Text.Length;
            if (open.Count > 0) until = Math.Min(until, End(open.Peek()));
            if (next < text.Entities.Count) until = Math.Min(until, Math.Max(text.Entities[next].Offset, at + 1));
            html.Append(Encoder.Encode(text.Text[at..until]));
            at = until;
        }
    }

    private static int End(Entity entity) => entity.Offset + entity.Length;

    private static string Opening(Entity entity, string covered) => entity.Type switch
    {
        "bold" => "<b>",
        "italic" => "<i>",
        "underline" => "<u>",
        "strikethrough" => "<s>",
        "code" => "<code>",
        "pre" => "<pre>",
        "blockquote" or "expandable_blockquote" => "<blockquote>",
        "spoiler" => "<span class=\"tg-spoiler\">",
        "bot_command" => "<span class=\"command\">",
        "text_link" when IsWeb(entity.Extra!) => Link(entity.Extra!),
        "url" when IsWeb(covered) => Link(covered),
        _ => "<span>",
    };

    private static string Closing(Entity entity) => entity.Type switch
    {
        "bold" => "</b>",
        "italic" => "</i>",
        "underline" => "</u>",
        "strikethrough" => "</s>",
        "code" => "</code>",
        "pre" => "</pre>",
        "blockquote" or "expandable_blockquote" => "</blockquote>",
        _ => IsLink(entity) ? "</a>" : "</span>",
    };

    private static bool IsLink(Entity entity) => entity.Type == "url" || (entity.Type == "text_link" && IsWeb(entity.Extra!));

    private static bool IsWeb(string address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static string Link(string address) =>
        $"<a href=\"{Encoder.Encode(address)}\" target=\"_blank\" rel=\"noopener noreferrer\">";
}
