using System.Globalization;
using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>How far a broadcast is, or how it ended: a bar, counts, the time left, what it says, and what can be done about it.</summary>
internal static class RunPage
{
    private const int BarLength = 16;

    /// <param name="stopped">All sending is stopped; null when it is not.</param>
    public static void Draw(StaffPage page, Speech speech, Broadcast broadcast, Stopped? stopped, BroadcastPace pace, DateTimeOffset now)
    {
        var phrases = speech.Of<BroadcastPhrases>(page.Reader.Language);
        page.Heading(Names.Title(broadcast, phrases, page.Reader.Language));
        var isHeld = stopped is not null && broadcast.State is BroadcastState.Approved or BroadcastState.Sending or BroadcastState.Paused;
        // While all is stopped it is not "being sent", whatever its row says.
        if (!isHeld || broadcast.State != BroadcastState.Sending) page.Text(Names.State(broadcast, phrases));
        if (isHeld) page.Text(Names.Stop(stopped!, phrases, page.Reader.Language));
        if (broadcast.FrozenAt is not null)
        {
            page.Gap();
            Counts(page, phrases, broadcast);
            if (broadcast.State == BroadcastState.Sending && !isHeld) TimeLeft(page, phrases, broadcast, pace, now);
        }

        page.Gap();
        Contents.Entry(page, phrases, broadcast);
        Contents.Audience(page, speech, phrases, broadcast);
        Contents.Rules(page, phrases, broadcast);
        Contents.Texts(page, speech, phrases, broadcast);
        Contents.PreviewRow(page, speech, broadcast);
        Buttons(page, phrases, broadcast, isHeld);
        page.StaffRow(page.To(phrases.Broadcasts, BroadcastPart.List, 0));
    }

    private static void Counts(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast)
    {
        var counts = broadcast.Counts;
        if (counts.Recipients > 0) page.Line(Bar(Share(counts), page.Reader.Language));
        Line(phrases.Sent, counts.Sent);
        Line(phrases.Opened, counts.Opened);
        Line(phrases.Refused, counts.Refused);
        Line(phrases.Unknown, counts.Unknown);
        // Of a handful of people the line itself would say that somebody did.
        if (counts.Gone > 0 || counts.Recipients < PeopleCount.Least) Line(phrases.Gone, counts.Gone);
        if (counts.Left > 0) Line(broadcast.State == BroadcastState.Cancelled ? phrases.NotSent : phrases.Left, counts.Left);
        page.Line(Markup.Italic(phrases.Rounded));

        void Line(string phrase, long count) => page.Text(Phrase.Fill(
            phrase, ("count", Names.Count(PeopleCount.Of(count, counts.Recipients), page.Reader.Language))));
    }

    // From the figures that are shown, so that it tells no more than they do.
    private static double Share(BroadcastCounts counts)
    {
        if (counts.Left == 0) return 1;
        var all = PeopleCount.Of(counts.Recipients).Shown;
        return all == 0 ? 0 : Math.Min(0.99, (double)PeopleCount.Of(counts.Recipients - counts.Left).Shown / all);
    }

    private static void TimeLeft(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast, BroadcastPace pace, DateTimeOffset now)
    {
        // At night it is the morning that they wait for.
        if (!KabulDay.IsOpen(now))
        {
            page.Text(phrases.FromMorning);
            return;
        }

        var minutes = (long)Math.Ceiling(broadcast.Counts.Left / pace.PerSecond / 60);
        page.Text(Phrase.Fill(
            phrases.TimeLeft,
            ("hours", Digits.Show((int)(minutes / 60), page.Reader.Language)), ("minutes", Digits.Show((int)(minutes % 60), page.Reader.Language))));
    }

    private static void Buttons(StaffPage page, BroadcastPhrases phrases, Broadcast broadcast, bool isHeld)
    {
        var id = broadcast.Id.Value;
        var isRunning = broadcast.State is BroadcastState.Sending or BroadcastState.Paused;
        if (broadcast.State == BroadcastState.Sending)
            page.Row(page.To($"⏸ {phrases.Pause}", BroadcastPart.Pause, id), page.To($"✖ {phrases.Cancel}", BroadcastPart.Cancel, id));
        if (broadcast.State == BroadcastState.Paused)
            page.Row(page.To($"▶ {phrases.Resume}", BroadcastPart.Resume, id), page.To($"✖ {phrases.Cancel}", BroadcastPart.Cancel, id));
        if (broadcast.State == BroadcastState.Approved) page.Row(page.To($"✖ {phrases.Cancel}", BroadcastPart.Cancel, id));
        if (broadcast.IsOut) page.Row(page.To($"↩ {phrases.Withdraw}", BroadcastPart.Withdraw, id));
        if (isHeld) page.Row(page.To($"⛔ {phrases.Restart}", BroadcastPart.StopPage));
        else if (isRunning) page.Row(page.To($"⛔ {phrases.StopNow}", BroadcastPart.StopNow));
        // Who opens it late is counted late.
        if (broadcast.State is BroadcastState.Finished or BroadcastState.Cancelled) page.Row(page.To($"🔄 {phrases.Refresh}", BroadcastPart.Show, id));
        if (broadcast.FrozenAt is not null)
            page.Row(page.To($"📊 {phrases.Picture}", BroadcastPart.Picture, id), page.To($"📄 {phrases.Table}", BroadcastPart.Table, id));
    }

    private static string Bar(double share, Language language)
    {
        var full = (int)Math.Floor(Math.Clamp(share, 0, 1) * BarLength);
        var percent = (int)Math.Floor(share * 100);
        // One weak run of blocks: it grows from the side where reading begins.
        return $"{new string('▓', full)}{new string('░', BarLength - full)} {Digits.Show(percent.ToString(CultureInfo.InvariantCulture), language)}٪"
            .Replace("٪", language.IsRightToLeft() ? "٪" : "%", StringComparison.Ordinal);
    }
}
