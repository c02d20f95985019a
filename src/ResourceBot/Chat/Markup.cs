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

    /// <summary>The letters that a message holds at most, once it is read (Bot API, sendMessage.text).</summary>
    public const int MostLetters = 4096;

    /// <summary>How many letters of HTML of ours a reader sees: no tag counts, and each reserved character counts once.</summary>
    public static int Letters(string html)
    {
        var letters = 0;
        var inTag = false;
        for (var place = 0; place < html.Length; place++)
        {
            if (inTag) inTag = html[place] != '>';
            else if (html[place] == '<') inTag = true;
            else
            {
                letters++;
                if (html[place] == '&') place = html.IndexOf(';', place) is >= 0 and var end ? end : place;
            }
        }

        return letters;
    }
}
