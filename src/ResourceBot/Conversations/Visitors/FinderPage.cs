using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Finder;
using ResourceBot.Catalogue.Search;
using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Visitors;

/// <summary>Five questions by buttons, then what fits. The answers live in the buttons and nowhere else.</summary>
public sealed class FinderPage(ICatalogueCopy catalogue, TimeProvider clock) : IPage<FinderView>
{
    private const int InRow = 2;
    private const int PageSize = 4;

    public async Task<bool> DrawAsync(Page page, FinderView view, CancellationToken cancellation)
    {
        page.Heading(page.Phrases.Finder);
        if (view.Step == FinderView.Level) page.Text(page.Phrases.FinderIntro);
        if (view.Step < FinderView.Results) DrawQuestion(page, view);
        else DrawResults(page, view, FinderMatch.Rank(await catalogue.EntriesAsync(cancellation), view.Answers, KabulTime.Today(clock)));
        page.WayRow(view.Step == FinderView.Level ? new HomeView() : view with { Step = view.Step - 1, Page = 0 });
        return true;
    }

    private static void DrawQuestion(Page page, FinderView view)
    {
        var answers = view.Answers;
        var next = view with { Step = view.Step + 1 };
        switch (view.Step)
        {
            case FinderView.Level:
                page.Text(page.Phrases.FinderLevel);
                Choices(page, FinderAnswers.Levels, code => page.Words.Levels[code], code => next with { Answers = answers with { Level = code } });
                break;
            case FinderView.Home:
                page.Text(page.Phrases.FinderWhere);
                Choices(page, FinderAnswers.Homes, code => HomeName(page, code), code => next with { Answers = answers with { Home = code } });
                break;
            case FinderView.Papers:
                page.Text(Phrase.Fill(page.Phrases.FinderPapers, ("next", page.Phrases.Next)));
                DrawPapers(page, view, next);
                break;
            case FinderView.Language:
                page.Text(page.Phrases.FinderLanguage);
                Choices(page, FinderAnswers.Languages, code => page.Words.Languages[code], code => next with { Answers = answers with { Language = code } });
                break;
            default:
                page.Text(page.Phrases.FinderField);
                Choices(page, FinderAnswers.Fields, code => page.Words.Fields[code], code => next with { Answers = answers with { Field = code } });
                break;
        }

        page.Row(page.To(page.Phrases.FinderSkip, next with { Answers = Without(answers, view.Step) }));
    }

    private static FinderAnswers Without(FinderAnswers answers, int step) => step switch
    {
        FinderView.Level => answers with { Level = null },
        FinderView.Home => answers with { Home = null },
        FinderView.Papers => answers with { Papers = null },
        FinderView.Language => answers with { Language = null },
        _ => answers with { Field = null },
    };

    private static void Choices(Page page, IReadOnlyList<string> codes, Func<string, string> name, Func<string, FinderView> to)
    {
        foreach (var row in codes.Chunk(InRow)) page.Row([.. row.Select(code => page.To(name(code), to(code)))]);
    }

    private static void DrawPapers(Page page, FinderView view, FinderView next)
    {
        var has = view.Answers.Papers ?? Papers.None;
        (Papers Paper, string Name)[] all =
        [
            (Papers.Tazkira, page.Words.Documents["tazkira"]), (Papers.Passport, page.Phrases.PassportName),
            (Papers.Grade12, page.Phrases.Grade12Name), (Papers.LanguageTest, page.Words.Documents["language-proof"]),
        ];
        foreach (var (paper, name) in all)
            page.Row(page.To((has.HasFlag(paper) ? "✅ " : "") + name, view with { Answers = view.Answers with { Papers = has ^ paper } }));
        if (has == Papers.None) page.Row(page.To(page.Phrases.FinderNoPapers, next with { Answers = view.Answers with { Papers = Papers.None } }));
        else page.Row(page.To(page.Phrases.Next + " ›", next));
    }

    private void DrawResults(Page page, FinderView view, IReadOnlyList<FinderMatch> matches)
    {
        if (matches.Count == 0)
        {
            page.Text(page.Phrases.FinderNone);
            page.Row(page.To(page.Phrases.Topics, new TopicsView()));
        }
        else
        {
            view = view with { Page = ListLines.Within(view.Page, matches.Count, PageSize) };
            page.Text($"{page.Phrases.FinderResults} · {ListLines.Count(matches.Count, page)}");
            foreach (var match in matches.Skip(view.Page * PageSize).Take(PageSize)) DrawMatch(page, view, match);
            DrawPaging(page, view, matches.Count);
        }

        page.Row(page.To(page.Phrases.FinderAgain, new FinderView(FinderView.Level, FinderAnswers.Empty, Page: 0)));
    }

    private void DrawMatch(Page page, FinderView view, FinderMatch match)
    {
        var text = match.Resource.TextFor(page.Reader.Language);
        page.Gap();
        page.Heading(text.Title);
        var words = new FinderWords(page, view.Answers);
        Line("✅", page.Phrases.FinderFits, words.Fitting(match));
        Line("❌", page.Phrases.FinderMissing, words.Missing(match));
        Line("❔", page.Phrases.NotKnownList, words.Unknown(match));
        page.Row(page.To(
            ListLines.Label(ResourceLine.Of(match.Resource, page.Reader.Language, KabulTime.Today(clock)), page.Phrases),
            new FinderCardView(match.Resource.Id, view)));

        void Line(string mark, string phrase, IReadOnlyList<string> list)
        {
            if (list.Count > 0) page.Text($"{mark} {Phrase.Fill(phrase, ("list", string.Join(page.Comma, list)))}");
        }
    }

    private static void DrawPaging(Page page, FinderView view, int total)
    {
        var row = new List<Button>();
        if (view.Page > 0) row.Add(page.To("‹ " + page.Phrases.Previous, view with { Page = view.Page - 1 }));
        if ((view.Page + 1) * PageSize < total) row.Add(page.To(page.Phrases.Next + " ›", view with { Page = view.Page + 1 }));
        page.Row(row);
    }

    private static string HomeName(Page page, string code) => code switch
    {
        "AF" => page.Phrases.PlaceInside,
        "" => page.Phrases.FinderElsewhere,
        _ => page.Words.Countries[code],
    };
}
