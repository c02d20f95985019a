using ResourceBot.Broadcasts;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>
/// What a broadcast says and to whom, as staff read it: while it is written, while a second person decides, and afterwards.
/// </summary>
internal static class Contents
{
    public static void Entry(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast)
    {
        if (broadcast.Entry is { } slug) page.Text(Phrase.Fill(phrases.Entry, ("slug", Direction.LeftToRight(slug.Value))));
    }

    public static void Audience(StaffPage page, Speech speech, BroadcastPhrases phrases, Broadcast broadcast) =>
        page.Text($"{phrases.Audience}: {Names.Audience(broadcast, phrases, page, speech)}");

    public static void Rules(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast)
    {
        page.Text(broadcast.Missing == MissingText.Skip ? phrases.MissingSkip : phrases.MissingFallback);
        page.Text($"{phrases.When}: {Names.When(broadcast, phrases, page.Reader.Language)}");
    }

    /// <summary>Whole, with every host named and every warning, as the second person must see it.</summary>
    public static void Texts(StaffPage page, Speech speech, BroadcastPhrases phrases, Broadcast broadcast)
    {
        foreach (var (language, text) in broadcast.Texts.OrderBy(pair => pair.Key))
        {
            page.Gap();
            page.Heading(speech.Phrases(language).LanguageName);
            page.Line(Quote(text));
            foreach (var warning in TextWarnings.Of(text)) page.Text($"⚠️ {Names.Warning(warning, phrases, page.Staff)}");
            if (TextWarnings.Hosts(text) is { Count: > 0 } hosts)
                page.Text(Phrase.Fill(page.Staff.Hosts, ("list", string.Join(page.Comma, hosts.Select(Direction.LeftToRight)))));
        }

        if (broadcast.Texts.Count == 0) page.Line(Markup.Italic(phrases.NoTextYet));
        else page.Text(Phrase.Fill(page.Staff.ContentMark, ("hash", Direction.LeftToRight(BroadcastHash.Of(broadcast)[..BroadcastHash.ButtonLength]))));
    }

    public static void PreviewRow(StaffPage page, Speech speech, Broadcast broadcast)
    {
        if (broadcast.Texts.Count == 0) return;
        page.Row([.. LanguageCodes.All.Select(language => page.To(
            $"👁 {speech.Phrases(language).LanguageName}", BroadcastPart.Preview, broadcast.Id.Value, language.Letter()))]);
    }

    public static string Quote(string text) => $"<blockquote>{Markup.Escape(text)}</blockquote>";
}
