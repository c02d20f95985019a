using ResourceBot.Broadcasts;
using ResourceBot.Figures;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Broadcasting;

/// <summary>The figures of a broadcast as a picture: how it went with all, and by language.</summary>
internal static class ReportChart
{
    public static FigureChart Make(Broadcast broadcast, IReadOnlyList<ReportLine> lines, Speech speech, Language language)
    {
        var phrases = speech.Of<BroadcastPhrases>(language);
        var counts = broadcast.Counts;
        var groups = new List<BarGroup>
        {
            new(Names.State(broadcast, phrases)[2..].TrimStart(),
            [
                Bar(phrases.Sent, counts.Sent, counts.Recipients), Bar(phrases.Opened, counts.Opened, counts.Recipients),
                Bar(phrases.Refused, counts.Refused, counts.Recipients), Bar(phrases.Unknown, counts.Unknown, counts.Recipients),
                Bar(phrases.Gone, counts.Gone, counts.Recipients),
                Bar(broadcast.State == BroadcastState.Cancelled ? phrases.NotSent : phrases.Left, counts.Left, counts.Recipients),
            ]),
        };
        groups.AddRange(lines.Select(line => new BarGroup(
            speech.Words(language).Languages[line.Language.Code()],
            [Bar(phrases.Sent, line.Sent, line.Recipients), Bar(phrases.Opened, line.Opened, line.Recipients)])));
        return new FigureChart(language, Names.Title(broadcast, phrases, language), groups, OneScale: true);

        // The length must not tell what the figure does not.
        Bar Bar(string phrase, long count, long of)
        {
            var figure = PeopleCount.Of(count, of);
            return new Bar(Phrase.Fill(phrase, ("count", "")).TrimEnd(' ', ':'), figure.Shown, Names.Count(figure, language));
        }
    }
}
