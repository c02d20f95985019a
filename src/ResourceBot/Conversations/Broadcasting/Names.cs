using System.Globalization;
using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>How the parts of a broadcast are called on staff pages.</summary>
internal static class Names
{
    public static string Title(Broadcast broadcast, BroadcastPhrases phrases, Language language) =>
        Phrase.Fill(phrases.Title, ("number", Digits.Show(broadcast.Id.Value.ToString(CultureInfo.InvariantCulture), language)));

    /// <param name="isStopped">All sending is stopped: then nothing is being sent, whatever its row says.</param>
    public static string State(Broadcast broadcast, BroadcastPhrases phrases, bool isStopped = false) => broadcast switch
    {
        { IsWithdrawn: true } => $"↩ {phrases.StateWithdrawn}",
        { State: BroadcastState.Sending } when isStopped => $"⛔ {phrases.StateHeld}",
        { State: BroadcastState.Draft } => $"✏️ {phrases.StateDraft}",
        { State: BroadcastState.Asked } => $"👀 {phrases.StateAsked}",
        { State: BroadcastState.Approved } => $"⏳ {phrases.StateApproved}",
        { State: BroadcastState.Sending } => $"📨 {phrases.StateSending}",
        { State: BroadcastState.Paused, PausedBecause: PauseReason.Errors } => $"⚠️ {phrases.StatePausedErrors}",
        { State: BroadcastState.Paused } => $"⏸ {phrases.StatePaused}",
        { State: BroadcastState.Cancelled } => $"✖ {phrases.StateCancelled}",
        _ => $"✅ {phrases.StateFinished}",
    };

    public static string When(Broadcast broadcast, BroadcastPhrases phrases, Language language) =>
        broadcast.SendAt is { } at ? Moment(at, phrases, language) : phrases.AtOnce;

    /// <summary>A moment in Kabul, in the reader's calendar.</summary>
    public static string Moment(DateTimeOffset moment, BroadcastPhrases phrases, Language language)
    {
        var kabul = moment.ToOffset(KabulTime.Offset).DateTime;
        return Phrase.Fill(
            phrases.At, ("date", DateText.Show(DateOnly.FromDateTime(kabul), language)),
            ("time", Direction.LeftToRight(Digits.Show(kabul.ToString("HH:mm", CultureInfo.InvariantCulture), language))));
    }

    /// <summary>That nothing goes out, whatever a broadcast says of itself, and who saw to that.</summary>
    public static string Stop(Stopped stopped, BroadcastPhrases phrases, Language language) => "⛔ " + Phrase.Fill(
        phrases.Stopped, ("alias", Direction.Isolate(stopped.By)), ("time", Moment(stopped.At, phrases, language)));

    public static string Count(PeopleCount count, Language language) => count.IsSmall
        ? Direction.LeftToRight($"<{Digits.Show(PeopleCount.Least, language)}")
        : Digits.Show(count.Shown.ToString(CultureInfo.InvariantCulture), language);

    public static string Audience(Broadcast broadcast, BroadcastPhrases phrases, Page page, Speech speech)
    {
        var audience = broadcast.Audience;
        return string.Join(" · ", new[]
        {
            string.Join(page.Comma, broadcast.AudienceLanguages.Select(language => Direction.Isolate(speech.Phrases(language).LanguageName))),
            audience.Topics == TopicSet.All
                ? phrases.TopicsAll
                : string.Join(page.Comma, audience.Topics.Topics.Select(topic => TopicNames.Name(topic, page.Phrases))),
            page.PlaceName(audience.Place),
        });
    }

    public static string Warning(TextWarning warning, BroadcastPhrases phrases, StaffPhrases staff) => warning switch
    {
        TextWarning.Account => phrases.WarnAccount,
        TextWarning.Invite => phrases.WarnInvite,
        TextWarning.Phone => phrases.WarnPhone,
        TextWarning.PlainHttp => phrases.WarnHttp,
        _ => staff.WarnHidden,
    };
}
