using ResourceBot.Languages;

namespace ResourceBot.Conversations.Bells;

/// <summary>
/// What is kept about somebody with the bell on, told column by column: the privacy page and the question before the bell say
/// exactly this, and a test compares it with the columns that the database has.
/// </summary>
public static class KeptFacts
{
    /// <summary>The sentence that tells of each column; several columns may share one. The row's own number says nothing.</summary>
    public static IReadOnlyDictionary<string, Func<BellPhrases, string>> Columns { get; } =
        new Dictionary<string, Func<BellPhrases, string>>(StringComparer.Ordinal)
        {
            ["subscriber.chat_key"] = phrases => phrases.KeptChat,
            ["subscriber.chat_sealed"] = phrases => phrases.KeptChat,
            ["subscriber.language"] = phrases => phrases.KeptLanguage,
            ["subscriber.topics"] = phrases => phrases.KeptTopics,
            ["subscriber.place"] = phrases => phrases.KeptPlace,
            ["subscriber.form"] = phrases => phrases.KeptForm,
            ["subscriber.hours"] = phrases => phrases.KeptForm,
            ["subscriber.expires_on"] = phrases => phrases.KeptExpiry,
            ["subscriber.bell_message"] = phrases => phrases.KeptBell,
            ["subscriber.bell_broadcast"] = phrases => phrases.KeptBell,
            ["delivery.broadcast_id"] = phrases => phrases.KeptDelivery,
            ["delivery.language"] = phrases => phrases.KeptDelivery,
            ["delivery.state"] = phrases => phrases.KeptDelivery,
            ["delivery.attempts"] = phrases => phrases.KeptDelivery,
            ["delivery.message_id"] = phrases => phrases.KeptDelivery,
            ["delivery.opened"] = phrases => phrases.KeptDelivery,
        };

    /// <summary>Each sentence once, in the order of the columns.</summary>
    public static IEnumerable<string> Sentences(BellPhrases phrases) => Columns.Values.Select(say => say(phrases)).Distinct(StringComparer.Ordinal);

    internal static void Write(Page page, BellPhrases phrases, string intro)
    {
        page.Text(intro);
        foreach (var sentence in Sentences(phrases)) page.Text($"• {sentence}");
        page.Text(Phrase.Fill(phrases.KeptOutro, ("forget", Direction.LeftToRight("/forget"))));
    }
}
