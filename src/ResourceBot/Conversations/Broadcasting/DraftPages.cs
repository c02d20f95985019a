using System.Globalization;
using ResourceBot.Broadcasts;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Conversations.Bells;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>The pages on which a broadcast is written and read before it goes out.</summary>
internal sealed class DraftPages(AudienceStore audience, ResourceStore resources, Speech speech, TimeProvider clock)
{
    /// <summary>Days ahead that are offered.</summary>
    public const int DaysOffered = 8;

    /// <summary>The draft for its writer; for others, and for the second person, what it says.</summary>
    public async Task DrawAsync(StaffPage page, StaffVisit visit, Broadcast broadcast, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(page.Reader.Language);
        var isWriter = broadcast.Writer == visit.Member.Id;
        var id = broadcast.Id.Value;
        page.Heading(Names.Title(broadcast, phrases, page.Reader.Language));
        page.Text(Names.State(broadcast, phrases));
        await FactsAsync(page, phrases, broadcast, cancellation);
        Texts(page, phrases, broadcast);
        if (isWriter)
        {
            if (broadcast.State == BroadcastState.Asked) page.Text(phrases.Asked);
            WriterRows(page, phrases, broadcast);
        }
        else if (broadcast.State == BroadcastState.Draft)
        {
            page.Text(phrases.OnlyWriter);
        }

        PreviewRow(page, phrases, broadcast);
        if (broadcast.State == BroadcastState.Asked && (!isWriter || visit.Rules.Solo))
        {
            page.Row(
                page.To($"✅ {phrases.Approve}", BroadcastPart.Approve, id, BroadcastHash.Of(broadcast)[..BroadcastHash.ButtonLength]),
                page.To($"✖ {page.Staff.Reject}", BroadcastPart.Reject, id));
        }

        page.StaffRow(page.To(phrases.Broadcasts, BroadcastPart.List, 0));
    }

    public static void DrawText(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast, Language language, string languageName)
    {
        page.Heading(Phrase.Fill(phrases.Text, ("language", Direction.Isolate(languageName))));
        page.Text(Phrase.Fill(phrases.TextPrompt, ("most", Digits.Show(Broadcast.MaxTextLength, page.Reader.Language))));
        page.Gap();
        page.Line(broadcast.Texts.TryGetValue(language, out var text) ? Quote(text) : Markup.Italic(phrases.NoTextYet));
        if (text is not null) page.Row(page.To(page.Staff.Clear, BroadcastPart.ClearText, broadcast.Id.Value, language.Letter()));
        page.StaffRow(page.To("", BroadcastPart.Show, broadcast.Id.Value));
    }

    public async Task DrawAudienceAsync(StaffPage page, Broadcast broadcast, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(page.Reader.Language);
        var rule = broadcast.Audience;
        var id = broadcast.Id.Value;
        page.Heading(phrases.Audience);
        await CountAsync(page, phrases, broadcast, cancellation);
        page.Row([.. LanguageCodes.All.Select(language => page.To(
            (rule.Languages.Contains(language) ? "✓ " : "") + speech.Phrases(language).LanguageName, BroadcastPart.ToggleLanguage, id, language.Letter()))]);
        foreach (var pair in Topics.All.Chunk(2))
        {
            page.Row([.. pair.Select(topic => page.To(
                (rule.Topics.Has(topic) ? "✓ " : "") + TopicNames.Name(topic, page.Phrases), BroadcastPart.ToggleTopic, id, (int)topic))]);
        }

        page.Row([.. Places.All.Select(place => page.To(
            (place == rule.Place ? "● " : "") + page.PlaceName(place), BroadcastPart.SetPlace, id, place.Letter()))]);
        page.StaffRow(page.To("", BroadcastPart.Show, id));
    }

    public void DrawDays(StaffPage page, Broadcast broadcast)
    {
        var phrases = speech.Of<BroadcastPhrases>(page.Reader.Language);
        page.Heading(phrases.When);
        page.Text(Names.When(broadcast, phrases, page.Reader.Language));
        page.Text(phrases.ChooseDay);
        page.Row(page.To(phrases.AtOnce, BroadcastPart.SetTime, broadcast.Id.Value, 0));
        var today = KabulTime.Today(clock);
        for (var day = 0; day < DaysOffered; day++)
            page.Row(page.To(DateText.Show(today.AddDays(day), page.Reader.Language), BroadcastPart.Hours, broadcast.Id.Value, today.AddDays(day).DayNumber));
        page.StaffRow(page.To("", BroadcastPart.Show, broadcast.Id.Value));
    }

    public void DrawHours(StaffPage page, Broadcast broadcast, DateOnly day)
    {
        var phrases = speech.Of<BroadcastPhrases>(page.Reader.Language);
        page.Heading(phrases.When);
        page.Text(DateText.Show(day, page.Reader.Language));
        page.Text(phrases.ChooseHour);
        foreach (var row in Enumerable.Range(6, 16).Chunk(4))
        {
            page.Row([.. row.Select(hour => page.To(
                Direction.LeftToRight(Digits.Show($"{hour.ToString("00", CultureInfo.InvariantCulture)}:00", page.Reader.Language)),
                BroadcastPart.SetTime, broadcast.Id.Value, day.DayNumber * 24L + hour))]);
        }

        page.StaffRow(page.To("", BroadcastPart.When, broadcast.Id.Value));
    }

    /// <summary>As a reader of a language will see it: what arrives, and what opens.</summary>
    public void DrawPreview(StaffPage page, Broadcast broadcast, Language language)
    {
        var phrases = speech.Of<BroadcastPhrases>(page.Reader.Language);
        page.Heading(Phrase.Fill(page.Staff.Preview, ("language", Direction.Isolate(speech.Phrases(language).LanguageName))));
        if (!NewsPage.IsFor(broadcast, language))
        {
            page.Text(phrases.NothingForHer);
        }
        else
        {
            var reader = page.Reader with { Language = language };
            var bell = speech.Of<BellPhrases>(language);
            page.Text(phrases.Arrives);
            page.Line(Quote($"{bell.NewItem}   [ {bell.Open} ]"));
            page.Text(phrases.AfterTap);
            var hers = new Page(speech, reader, NewsPage.Code(reader, broadcast.Id));
            NewsPage.Write(hers, speech, broadcast);
            var screen = hers.ToScreen();
            page.Line($"<blockquote>{screen.Html}</blockquote>");
            // The real buttons, so that she can try where they lead.
            foreach (var row in screen.Rows) page.Row(row);
        }

        page.StaffRow(page.To("", BroadcastPart.Show, broadcast.Id.Value));
    }

    private async Task FactsAsync(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast, CancellationToken cancellation)
    {
        if (broadcast.Entry is { } slug)
        {
            page.Text(Phrase.Fill(phrases.Entry, ("slug", Direction.LeftToRight(slug.Value))));
            if (await resources.FindAsync(slug, cancellation) is not { ComparedOn: not null }) page.Text($"⚠️ {phrases.NotCompared}");
        }

        page.Text($"{phrases.Audience}: {Names.Audience(broadcast, phrases, page, speech)}");
        await CountAsync(page, phrases, broadcast, cancellation);
        page.Text(broadcast.Missing == MissingText.Skip ? phrases.MissingSkip : phrases.MissingFallback);
        page.Text($"{phrases.When}: {Names.When(broadcast, phrases, page.Reader.Language)}");
    }

    private async Task CountAsync(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast, CancellationToken cancellation)
    {
        var count = await audience.CountAsync(broadcast, cancellation);
        page.Text("👥 " + Phrase.Fill(
            phrases.People, ("count", Names.Count(count, count < AudienceStore.LeastShown, page.Reader.Language))));
    }

    // Whole, with every host named and every warning, as the second person must see it.
    private void Texts(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast)
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

    private void WriterRows(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast)
    {
        var id = broadcast.Id.Value;
        page.Row([.. LanguageCodes.All.Select(language => page.To(
            (broadcast.Texts.ContainsKey(language) ? "✓ " : "✎ ") + speech.Phrases(language).LanguageName, BroadcastPart.Text, id, language.Letter()))]);
        page.Row(page.To($"👥 {phrases.Audience}", BroadcastPart.Audience, id), page.To($"🕘 {phrases.When}", BroadcastPart.When, id));
        page.Row(page.To(broadcast.Missing == MissingText.Skip ? phrases.MissingFallback : phrases.MissingSkip, BroadcastPart.ToggleMissing, id));
        if (broadcast.Texts.Count > 0)
        {
            page.Row(page.To($"📲 {phrases.TestSend}", BroadcastPart.Test, id));
            if (broadcast.State == BroadcastState.Draft) page.Row(page.To($"👀 {phrases.Ask}", BroadcastPart.Ask, id));
        }

        page.Row(page.To($"🗑 {page.Staff.Discard}", BroadcastPart.Discard, id));
    }

    private void PreviewRow(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast)
    {
        if (broadcast.Texts.Count == 0) return;
        page.Row([.. LanguageCodes.All.Select(language => page.To(
            $"👁 {speech.Phrases(language).LanguageName}", BroadcastPart.Preview, broadcast.Id.Value, language.Letter()))]);
    }

    private static string Quote(string text) => $"<blockquote>{Markup.Escape(text)}</blockquote>";
}
