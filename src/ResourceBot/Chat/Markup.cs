using System.Text;

namespace ResourceBot.Chat;

/// <summary>Plain text into the HTML subset that a panel may hold (Bot API, "HTML style").</summary>
public static class Markup
{
    /// <summary>The three characters that Telegram's HTML style reserves. Everything from outside goes through here, at the last step.</summary>
    public static string Escape(string text) =>
        text.AsSpan().IndexOfAny('&', '<', '>') < 0
            ? text
            : new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();

    public static string Bold(string text) => $"<b>{Escape(text)}</b>";

    public static string Italic(string text) => $"<i>{Escape(text)}</i>";
}
