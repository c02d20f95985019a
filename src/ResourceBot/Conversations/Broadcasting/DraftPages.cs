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
    /// <summary>The draft for its writer; for others, and for the second person, what it says.</summary>
    /// <param name="hasLapsed">Nobody approved it in time.</param>
    public async Task DrawAsync(StaffPage page, StaffVisit visit, Broadcast broadcast, bool hasLapsed, CancellationToken cancellation)
    {
        var phrases = speech.Of<BroadcastPhrases>(page.Reader.Language);
        var isWriter = broadcast.Writer == visit.Member.Id;
        var id = broadcast.Id.Value;
        page.Heading(Names.Title(broadcast, phrases, page.Reader.Language));
        page.Text(Names.State(broadcast, phrases));
        if (hasLapsed && broadcast.State == BroadcastState.Draft) page.Text($"⌛ {phrases.Lapsed}");
        await FactsAsync(page, phrases, broadcast, cancellation);
        Contents.Texts(page, speech, phrases, broadcast);
        if (isWriter)
        {
            if (broadcast.State == BroadcastState.Asked) page.Text(phrases.Asked);
            WriterRows(page, phrases, broadcast);
        }
        else if (broadcast.State == BroadcastState.Draft)
        {
            page.Text(phrases.OnlyWriter);
        }

        Contents.PreviewRow(page, speech, broadcast);
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
        page.Line(broadcast.Texts.TryGetValue(language, out var text) ? Contents.Quote(text) : Markup.Italic(phrases.NoTextYet));
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
        var now = clock.GetUtcNow();
        foreach (var day in SendTimes.Days(now))
            page.Row(page.To(DateText.Show(day, page.Reader.Language), BroadcastPart.Hours, broadcast.Id.Value, day.DayNumber));
        page.StaffRow(page.To("", BroadcastPart.Show, broadcast.Id.Value));
    }

    public void DrawHours(StaffPage page, Broadcast broadcast, DateOnly day)
    {
        var phrases = speech.Of<BroadcastPhrases>(page.Reader.Language);
        page.Heading(phrases.When);
        page.Text(DateText.Show(day, page.Reader.Language));
        page.Text(phrases.ChooseHour);
        foreach (var row in SendTimes.Hours(day, clock.GetUtcNow()).Chunk(4))
        {
            page.Row([.. row.Select(hour => page.To(
                Direction.LeftToRight(Digits.Show($"{(hour % 24).ToString("00", CultureInfo.InvariantCulture)}:00", page.Reader.Language)),
                BroadcastPart.SetTime, broadcast.Id.Value, hour))]);
        }

        page.StaffRow(page.To("", BroadcastPart.When, broadcast.Id.Value));
    }

    /// <summary>In which language the writer wants to have it sent to herself.</summary>
    public void DrawTest(StaffPage page, Broadcast broadcast)
    {
        var phrases = speech.Of<BroadcastPhrases>(page.Reader.Language);
        page.Heading(phrases.TestSend);
        page.Text(phrases.TestLanguage);
        page.Row([.. LanguageCodes.All.Where(language => NewsPage.IsFor(broadcast, language)).Select(language => page.To(
            $"📲 {speech.Phrases(language).LanguageName}", BroadcastPart.Test, broadcast.Id.Value, language.Letter()))]);
        page.StaffRow(page.To("", BroadcastPart.Show, broadcast.Id.Value));
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
            page.Line(Contents.Quote($"{bell.NewItem}   [ {bell.Open} ]"));
            page.Text(phrases.AfterTap);
            var hers = new Page(speech, reader, NewsPage.Code(reader, broadcast.Id));
            NewsPage.Write(hers, speech, broadcast);
            var screen = hers.ToScreen();
            page.Line($"<blockquote>{screen.Html}</blockquote>");
            page.Text(phrases.ArrivesLetter);
            var letter = NewsPage.Letter(speech, reader, broadcast);
            var labels = string.Join("   ", letter.Rows.SelectMany(row => row).Select(button => $"[ {button.Label} ]"));
            page.Line($"<blockquote>{letter.Html}\n{Markup.Escape(labels)}</blockquote>");
            // The real buttons, so that she can try where they lead.
            foreach (var row in screen.Rows) page.Row(row);
        }

        page.StaffRow(page.To("", BroadcastPart.Show, broadcast.Id.Value));
    }

    private async Task FactsAsync(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast, CancellationToken cancellation)
    {
        Contents.Entry(page, phrases, broadcast);
        // For whoever approves it too: almost no entry has been compared in the first weeks.
        if (broadcast.Entry is { } slug && await resources.FindAsync(slug, cancellation) is not { ComparedOn: not null })
            page.Text($"⚠️ {phrases.NotCompared}");
        Contents.Audience(page, speech, phrases, broadcast);
        await CountAsync(page, phrases, broadcast, cancellation);
        Contents.Rules(page, phrases, broadcast);
        if (broadcast.SendAt is { } at && at <= clock.GetUtcNow()) page.Text($"⚠️ {phrases.TimePassed}");
    }

    private async Task CountAsync(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast, CancellationToken cancellation)
    {
        var count = await audience.CountAsync(broadcast, cancellation);
        page.Text("👥 " + Phrase.Fill(
            phrases.People, ("count", Names.Count(PeopleCount.Of(count), page.Reader.Language))));
    }

    private void WriterRows(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast)
    {
        var id = broadcast.Id.Value;
        page.Row([.. LanguageCodes.All.Select(language => page.To(
            (broadcast.Texts.ContainsKey(language) ? "✓ " : "✎ ") + speech.Phrases(language).LanguageName, BroadcastPart.Text, id, language.Letter()))]);
        page.Row(page.To($"👥 {phrases.Audience}", BroadcastPart.Audience, id), page.To($"🕘 {phrases.When}", BroadcastPart.When, id));
        MissingRow(phrases.MissingFallback, MissingText.Fallback, BroadcastPart.MissingFallback);
        MissingRow(phrases.MissingSkip, MissingText.Skip, BroadcastPart.MissingSkip);
        if (broadcast.Texts.Count > 0)
        {
            page.Row(page.To($"📲 {phrases.TestSend}", BroadcastPart.Test, id));
            if (broadcast.State == BroadcastState.Draft) page.Row(page.To($"👀 {phrases.Ask}", BroadcastPart.Ask, id));
        }

        page.Row(page.To($"🗑 {page.Staff.Discard}", BroadcastPart.Discard, id));

        void MissingRow(string label, MissingText rule, char letter) =>
            page.Row(page.To((broadcast.Missing == rule ? "● " : "") + label, BroadcastPart.SetMissing, id, letter));
    }
}
