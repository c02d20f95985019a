using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Finder;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Finder;

public sealed class FinderMatchTests
{
    private static readonly FinderAnswers Inside = FinderAnswers.Empty with { Home = "AF" };

    [Fact]
    public void What_is_known_to_fit_comes_before_what_nobody_knows()
    {
        var ranked = FinderMatch.Rank([Bachelor(1), Bachelor(2, inside: Known.Yes)], Inside);
        Assert.Equal([2, 1], ranked.Select(match => match.Resource.Id.Value));
        Assert.Equal([Known.Yes], ranked[0].Findings.Select(finding => finding.Fits));
        Assert.Equal([Known.Unknown], ranked[1].Findings.Select(finding => finding.Fits));
    }

    [Fact]
    public void What_is_not_for_where_she_lives_or_not_her_level_is_left_out()
    {
        Assert.Empty(FinderMatch.Rank([Bachelor(1, inside: Known.No)], Inside));
        Assert.Empty(FinderMatch.Rank([Bachelor(1)], FinderAnswers.Empty with { Level = "master" }));
        Assert.Single(FinderMatch.Rank([Bachelor(1)], FinderAnswers.Empty with { Level = "bachelor" }));
    }

    [Fact]
    public void What_is_closed_is_left_out_and_what_is_suspended_comes_last()
    {
        var ranked = FinderMatch.Rank(
            [Bachelor(1) with { Status = ResourceStatus.Closed }, Bachelor(2) with { Status = ResourceStatus.Suspended }, Bachelor(3)], FinderAnswers.Empty);
        Assert.Equal([3, 2], ranked.Select(match => match.Resource.Id.Value));
    }

    [Fact]
    public void A_paper_that_she_has_is_enough_and_one_that_she_lacks_is_missing()
    {
        var entry = Bachelor(1) with { Eligibility = new LivedEligibility(Known.No, Known.No, Known.Unknown, default, default, default) };
        var match = Assert.Single(FinderMatch.Rank([entry], FinderAnswers.Empty with { Level = "bachelor", Papers = Papers.Passport | Papers.LanguageTest }));
        Assert.Equal(
            [(FinderPoint.Level, Known.Yes, false), (FinderPoint.Passport, Known.Yes, true), (FinderPoint.Grade12, Known.No, false), (FinderPoint.LanguageTest, Known.Yes, true)],
            match.Findings.Select(finding => (finding.Point, finding.Fits, finding.Owned)));
    }

    [Fact]
    public void Help_lines_are_no_study() => Assert.Empty(FinderMatch.Rank([Bachelor(1) with { Kind = ResourceKind.Contact }], FinderAnswers.Empty));

    [Fact]
    public void Every_choice_is_a_code_of_the_catalogue()
    {
        Assert.Subset(Codes.Levels.ToHashSet(), FinderAnswers.Levels.ToHashSet());
        Assert.Subset(Codes.Fields.ToHashSet(), FinderAnswers.Fields.ToHashSet());
        Assert.Subset(Codes.Languages.ToHashSet(), FinderAnswers.Languages.ToHashSet());
    }

    private static Resource Bachelor(long id, Known inside = Known.Unknown) => Scholarship(id, "Scholarship", entry => entry with
    {
        Levels = ["bachelor"],
        Audience = entry.Audience with { Inside = inside },
    });
}
