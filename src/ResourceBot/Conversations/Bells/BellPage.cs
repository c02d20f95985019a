using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Bells;

/// <summary>The page of the bell: before she turns it on what would be kept, afterwards what she asked for.</summary>
internal static class BellPage
{
    /// <param name="subscriber">Null while the bell is off.</param>
    /// <param name="wishes">What the buttons stand at.</param>
    public static Screen Draw(Speech speech, Reader reader, Subscriber? subscriber, Wishes wishes, string? notice = null)
    {
        var phrases = speech.Of<BellPhrases>(reader.Language);
        var page = new Page(speech, reader, BellCode.Write(reader, BellCode.Page, wishes));
        page.Heading($"🔔 {phrases.Bell}");
        page.Text(subscriber is null
            ? phrases.IsOff
            : Phrase.Fill(phrases.IsOn, ("date", DateText.Show(subscriber.ExpiresOn, reader.Language))));
        page.Text(wishes.Form == BellForm.Letter ? phrases.AboutLetter : phrases.About);
        if (wishes.Form == BellForm.Letter) page.Text($"⚠️ {phrases.LetterWarning}");
        if (subscriber is null)
        {
            page.Gap();
            KeptFacts.Write(page, phrases, phrases.ConsentIntro);
        }

        page.Gap();
        page.Text(phrases.Topics);
        // Until the bell is on, a choice only makes another page; afterwards it is written down.
        var action = subscriber is null ? BellCode.Page : BellCode.Set;
        TopicRows(page, reader, wishes, action);
        PlaceRow(page, reader, wishes, action);
        ChoiceRow(page, reader, action, (phrases.FormBell, wishes with { Form = BellForm.Bell }), (phrases.FormLetter, wishes with { Form = BellForm.Letter }), wishes);
        ChoiceRow(page, reader, action, (phrases.HoursDay, wishes with { Hours = BellHours.Day }), (phrases.HoursAny, wishes with { Hours = BellHours.Any }), wishes);
        if (subscriber is null)
        {
            page.Row(new CodeButton($"🔔 {phrases.TurnOn}", BellCode.Write(reader, BellCode.On, wishes)));
        }
        else
        {
            page.Row(new CodeButton(
                Phrase.Fill(phrases.Renew, ("days", Digits.Show(SubscriberStore.LifeDays, reader.Language))),
                BellCode.Write(reader, BellCode.On, wishes)));
            page.Row(new CodeButton($"🔕 {phrases.TurnOff}", PartCode.Write(BellCode.Prefix, reader, BellCode.Off)));
        }

        page.WayRow(new HomeView());
        return page.ToScreen(notice);
    }

    private static void TopicRows(Page page, Reader reader, Wishes wishes, string action)
    {
        foreach (var pair in Topics.All.Chunk(2))
        {
            page.Row([.. pair.Select(topic => new CodeButton(
                (wishes.Topics.Has(topic) ? "✓ " : "") + TopicNames.Name(topic, page.Phrases),
                BellCode.Write(reader, action, wishes with { Topics = wishes.Topics.Toggle(topic) })))]);
        }
    }

    private static void PlaceRow(Page page, Reader reader, Wishes wishes, string action) =>
        page.Row([.. Places.All.Select(place => new CodeButton(
            (place == wishes.Place ? "● " : "") + page.PlaceName(place), BellCode.Write(reader, action, wishes with { Place = place })))]);

    private static void ChoiceRow(
        Page page, Reader reader, string action, (string Label, Wishes Wishes) first, (string Label, Wishes Wishes) second, Wishes now) =>
        page.Row(
            new CodeButton((first.Wishes == now ? "● " : "") + first.Label, BellCode.Write(reader, action, first.Wishes)),
            new CodeButton((second.Wishes == now ? "● " : "") + second.Label, BellCode.Write(reader, action, second.Wishes)));
}
