using ResourceBot.Broadcasts;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Bells;

/// <summary>What a broadcast says, as its readers see it: behind a bell, as a letter, and in the preview.</summary>
internal static class NewsPage
{
    /// <summary>Whether it has anything to say to a reader of this language.</summary>
    public static bool IsFor(Broadcast broadcast, Language language) =>
        broadcast.Texts.ContainsKey(language) || (broadcast.Missing == MissingText.Fallback && broadcast.Texts.Count > 0);

    /// <summary>The text and a way to its entry.</summary>
    public static void Write(Page page, Speech speech, Broadcast broadcast)
    {
        var phrases = speech.Of<BellPhrases>(page.Reader.Language);
        if (broadcast.TextFor(page.Reader.Language) is not { } found) return;
        if (found.Language != page.Reader.Language)
        {
            page.Line(Markup.Italic(Phrase.Fill(
                phrases.OtherLanguage, ("language", Direction.Isolate(speech.Phrases(found.Language).LanguageName)))));
        }

        // Each line in the direction of the language that it is in.
        page.Line(Markup.Escape(InItsDirection(found.Text, found.Language, page.Reader.Language)));
        if (broadcast.Entry is { } slug) page.Row(page.To(phrases.OpenEntry, new CardView(slug, From: null)));
    }

    /// <summary>As it comes to whoever chose the text itself.</summary>
    public static Screen Letter(Speech speech, Reader reader, Broadcast broadcast)
    {
        var page = new Page(speech, reader, Code(reader, broadcast.Id));
        Write(page, speech, broadcast);
        page.Row(new CodeButton(
            $"🔔 {speech.Of<BellPhrases>(reader.Language).Bell}", BellCode.Write(reader, BellCode.Page, BellCode.Default(reader))));
        page.WayRow(new HomeView());
        return page.ToScreen();
    }

    public static string Code(Reader reader, BroadcastId broadcast) => PartCode.Write(BellCode.Prefix, reader, BellCode.News, broadcast.Value);

    private static string InItsDirection(string text, Language language, Language reader)
    {
        if (language.IsRightToLeft() == reader.IsRightToLeft()) return text;
        var mark = language.IsRightToLeft() ? Direction.RightToLeftMark : Direction.LeftToRightMark;
        return string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : mark + line));
    }
}
