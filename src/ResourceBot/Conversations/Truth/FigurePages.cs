using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Figures;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Truth;

/// <summary>The figures, as text and as a picture.</summary>
internal sealed class FigurePages(CatalogueFigures figures, IFigureDrawing drawing, TimeProvider clock) : ITruthPages
{
    public const string Action = "stats";
    private const string PictureAction = "picture";

    public IReadOnlyList<TruthAction> Actions =>
    [
        TruthAction.ForStaff(Action, Right.SeeFigures, TextAsync, isCommand: true),
        TruthAction.ForStaff(PictureAction, Right.SeeFigures, PictureAsync),
    ];

    private async Task<Answer?> TextAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        var language = visit.Reader.Language;
        var sheet = await figures.ReadAsync(language, cancellation);
        var page = visit.Page(TruthPart.OwnPrefix, Action);
        var phrases = page.Of<FigurePhrases>();
        page.Heading(phrases.Title);
        page.Text($"{phrases.Published}: {Digits.Show(sheet.Published, language)}");
        foreach (var (status, count) in sheet.Statuses.Where(status => status.Value > 0))
            page.Text($"– {StatusName(status, phrases)}: {Digits.Show(count, language)}");
        page.Text($"{phrases.Retired}: {Digits.Show(sheet.Retired, language)}");
        Section(page, phrases.ByTopic, sheet.Topics.Select(topic =>
            $"{TopicNames.Name(topic.Key, page.Phrases)}: {Digits.Show(topic.Value, language)}"));
        Section(page, phrases.ByLanguage, sheet.Languages.Select(each => $"{Name(each.Language, page)}: " + string.Join(page.Comma, Parts(each, phrases)
            .Where(part => part.Count > 0).Select(part => $"{part.Name} {Digits.Show(part.Count, language)}"))));
        Section(page, $"{phrases.ChecksDue}: {Digits.Show(sheet.Checks.Values.Sum(), language)}", sheet.Checks.OrderBy(check => check.Key).Select(check =>
            $"{TruthWords.Mark(check.Key)} {TruthWords.Reason(check.Key, page.Of<TruthPhrases>())}: {Digits.Show(check.Value, language)}"));
        Section(page, phrases.Weeks, sheet.Weeks.Select(week => Phrase.Fill(
            phrases.Week, ("date", DateText.Show(week.Begins, language)),
            ("questions", SmallCounts.Show(week.Questions, language)), ("opened", SmallCounts.Show(week.Opened, language)))));
        page.Text(phrases.WeeksNote);
        page.Row(page.To($"📊 {phrases.Picture}", PictureAction));
        page.StaffRow(back: null);
        return new Answer(page.ToScreen());
    }

    private async Task<Answer?> PictureAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        var chart = Chart(await figures.ReadAsync(visit.Reader.Language, cancellation), visit);
        return new Answer(Files: [new OutgoingFile("figures.png", drawing.Draw(chart), IsPicture: true)]);
    }

    private FigureChart Chart(FigureSheet sheet, StaffVisit visit)
    {
        var language = visit.Reader.Language;
        var phrases = visit.Speech.Of<FigurePhrases>(language);
        var words = visit.Speech.Phrases(language);
        return new FigureChart(language, $"{phrases.Title} – {DateText.Brief(KabulTime.Today(clock), language)}",
        [
            new BarGroup(phrases.ByTopic, [.. sheet.Topics.Select(topic => Exact(TopicNames.Name(topic.Key, words), topic.Value, language))]),
            new BarGroup(phrases.ByLanguage, [.. sheet.Languages.Select(each => Exact(
                visit.Speech.Words(language).Languages[each.Language.Code()], sheet.Published - each.Missing, language))]),
            new BarGroup(phrases.ByState,
            [
                .. sheet.Statuses.Select(status => Exact(StatusName(status.Key, phrases), status.Value, language)),
                Exact(phrases.Retired, sheet.Retired, language),
                Exact(phrases.ChecksDue, sheet.Checks.Values.Sum(), language),
            ]),
            new BarGroup(phrases.QuestionsByWeek, [.. sheet.Weeks.Reverse().Select(week => Small(week.Begins, week.Questions, language))]),
            new BarGroup(phrases.OpenedByWeek, [.. sheet.Weeks.Reverse().Select(week => Small(week.Begins, week.Opened, language))]),
        ]);
    }

    private static Bar Exact(string label, int count, Language language) => new(label, count, Digits.Show(count, language));

    private static Bar Small(DateOnly week, int count, Language language) =>
        new(DateText.Brief(week, language), SmallCounts.Round(count), SmallCounts.Show(count, language));

    private static void Section(Page page, string heading, IEnumerable<string> lines)
    {
        page.Gap();
        page.Heading(heading);
        foreach (var line in lines) page.Text(line);
    }

    private static IEnumerable<(string Name, int Count)> Parts(LanguageFigures each, FigurePhrases phrases) =>
    [
        (phrases.Original, each.Original), (phrases.ByPerson, each.ByPerson), (phrases.ByMachine, each.ByMachine),
        (phrases.OutOfDate, each.OutOfDate), (phrases.Missing, each.Missing),
    ];

    private static string Name(Language language, Page page) => page.Words.Languages[language.Code()];

    private static string StatusName(ResourceStatus status, FigurePhrases phrases) => status switch
    {
        ResourceStatus.Open => phrases.StatusOpen,
        ResourceStatus.Suspended => phrases.StatusSuspended,
        ResourceStatus.Closed => phrases.StatusClosed,
        _ => phrases.StatusUnknown,
    };

}
