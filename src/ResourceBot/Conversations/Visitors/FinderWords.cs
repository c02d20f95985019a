using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Finder;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Visitors;

/// <summary>Says in words why an entry fits and what is missing.</summary>
internal sealed class FinderWords(Page page, FinderAnswers answers)
{
    public IReadOnlyList<string> Fitting(FinderMatch match) => Of(match, Known.Yes, finding => finding.Point switch
    {
        FinderPoint.Level => page.Words.Levels[finding.Broad ? "any" : answers.Level!],
        FinderPoint.Home => answers.Home == "AF" ? page.Phrases.InsideYes : page.Phrases.PlaceOutside,
        FinderPoint.Language => page.Words.Languages[answers.Language!],
        FinderPoint.Field => page.Words.Fields[answers.Field!],
        _ when finding.Owned => Phrase.Fill(page.Phrases.FinderHave, ("paper", Name(finding.Point))),
        FinderPoint.Passport => page.Phrases.PassportYes,
        FinderPoint.Grade12 => page.Phrases.Grade12Yes,
        _ => page.Phrases.LanguageTestYes,
    });

    public IReadOnlyList<string> Missing(FinderMatch match) => Of(match, Known.No, finding => finding.Point switch
    {
        FinderPoint.Level => page.Phrases.FinderOtherLevel,
        FinderPoint.Home => page.Phrases.FinderOtherPlace,
        FinderPoint.Language => page.Phrases.FinderOtherLanguage,
        FinderPoint.Field => page.Phrases.FinderOtherField,
        FinderPoint.Passport => page.Phrases.PassportNo,
        FinderPoint.Grade12 => page.Phrases.Grade12No,
        _ => page.Phrases.LanguageTestNo,
    });

    public IReadOnlyList<string> Unknown(FinderMatch match) => Of(match, Known.Unknown, finding => Name(finding.Point));

    private string Name(FinderPoint point) => point switch
    {
        FinderPoint.Level => page.Phrases.Level,
        FinderPoint.Home => answers.Home == "AF" ? page.Phrases.InsideName : page.Phrases.PlaceOutside,
        FinderPoint.Language => page.Phrases.Language,
        FinderPoint.Field => page.Phrases.Field,
        FinderPoint.Passport => page.Phrases.PassportName,
        FinderPoint.Grade12 => page.Phrases.Grade12Name,
        _ => page.Phrases.LanguageTestName,
    };

    private static IReadOnlyList<string> Of(FinderMatch match, Known fits, Func<FinderFinding, string> say) =>
        [.. match.Findings.Where(finding => finding.Fits == fits).Select(say)];
}
