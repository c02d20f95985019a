using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Finder;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Finder;

public sealed class FinderMatchTests
{
    private static readonly FinderAnswers Inside = FinderAnswers.Empty with { Home = "AF" };
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void What_is_known_to_fit_comes_before_what_nobody_knows()
    {
        var ranked = Rank([Bachelor(1), Bachelor(2, inside: Known.Yes)], Inside);
        Assert.Equal([2, 1], ranked.Select(match => match.Resource.Id.Value));
        Assert.Equal([Known.Yes], ranked[0].Findings.Select(finding => finding.Fits));
        Assert.Equal([Known.Unknown], ranked[1].Findings.Select(finding => finding.Fits));
    }

    [Fact]
    public void What_is_not_for_where_she_lives_or_not_her_level_is_left_out()
    {
        Assert.Empty(Rank([Bachelor(1, inside: Known.No)], Inside));
        Assert.Empty(Rank([Bachelor(1)], FinderAnswers.Empty with { Level = "master" }));
        Assert.Single(Rank([Bachelor(1)], FinderAnswers.Empty with { Level = "bachelor" }));
    }

    [Fact]
    public void What_gives_the_degree_comes_before_a_library_for_everybody_even_when_less_of_it_is_known()
    {
        var library = Bachelor(1) with { Levels = ["any"] };
        var university = Bachelor(2) with { Eligibility = new LivedEligibility(default, default, default, default, default, default) };
        Assert.Equal([2, 1], Rank([library, university], FinderAnswers.Empty with { Level = "bachelor", Papers = Papers.None }).Select(match => match.Resource.Id.Value));
    }

    [Fact]
    public void What_is_closed_is_left_out_and_what_is_suspended_comes_last()
    {
        var ranked = Rank(
            [Bachelor(1) with { Status = ResourceStatus.Closed }, Bachelor(2) with { Status = ResourceStatus.Suspended }, Bachelor(3)], FinderAnswers.Empty);
        Assert.Equal([3, 2], ranked.Select(match => match.Resource.Id.Value));
    }

    [Fact]
    public void What_comes_back_next_year_follows_what_is_open_and_what_is_over_is_left_out()
    {
        var ranked = Rank(
            [
                Bachelor(1, inside: Known.Yes) with { Deadline = new EveryYear(2, 20), Opens = new EveryYear(1, 10) },
                Bachelor(2) with { Deadline = new OnDate(Today) },
                Bachelor(3) with { Deadline = new OnDate(Today.AddDays(-1)) },
            ],
            Inside);
        Assert.Equal([2, 1], ranked.Select(match => match.Resource.Id.Value));
    }

    [Fact]
    public void A_paper_that_she_has_is_enough_and_one_that_she_lacks_is_missing()
    {
        var entry = Bachelor(1) with { Eligibility = new LivedEligibility(Known.No, Known.No, Known.Unknown, default, default, default) };
        var match = Assert.Single(Rank([entry], FinderAnswers.Empty with { Level = "bachelor", Papers = Papers.Passport | Papers.LanguageTest }));
        Assert.Equal(
            [(FinderPoint.Level, Known.Yes, false), (FinderPoint.Passport, Known.Yes, true), (FinderPoint.Grade12, Known.No, false), (FinderPoint.LanguageTest, Known.Yes, true)],
            match.Findings.Select(finding => (finding.Point, finding.Fits, finding.Owned)));
    }

    [Fact]
    public void Help_lines_are_no_study() => Assert.Empty(Rank([Bachelor(1) with { Kind = ResourceKind.Contact }], FinderAnswers.Empty));

    [Fact]
    public void Every_choice_is_a_code_of_the_catalogue()
    {
        Assert.Subset(Codes.Levels.ToHashSet(), FinderAnswers.Levels.ToHashSet());
        Assert.Subset(Codes.Fields.ToHashSet(), FinderAnswers.Fields.ToHashSet());
        Assert.Subset(Codes.Languages.ToHashSet(), FinderAnswers.Languages.ToHashSet());
    }

    private static IReadOnlyList<FinderMatch> Rank(IReadOnlyList<Resource> entries, FinderAnswers answers) => FinderMatch.Rank(entries, answers, Today);

    private static Resource Bachelor(long id, Known inside = Known.Unknown) => Scholarship(id, "Scholarship", entry => entry with
    {
        Levels = ["bachelor"],
        Audience = entry.Audience with { Inside = inside },
    });
}
