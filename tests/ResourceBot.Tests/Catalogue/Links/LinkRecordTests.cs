using ResourceBot.Catalogue.Links;

namespace ResourceBot.Tests.Catalogue.Links;

/// <summary>A link is called dead late: once a link is called dead wrongly, nobody believes the list any more.</summary>
public sealed class LinkRecordTests
{
    private static readonly Uri Link = new("https://example.org");
    private static readonly DateOnly FirstDay = new(2026, 11, 1);

    [Fact]
    public void A_page_that_is_missing_three_days_running_is_dead_and_one_answer_revives_it()
    {
        Assert.False(After([LinkOutcome.Missing]).IsDead);
        Assert.False(After([LinkOutcome.Missing, LinkOutcome.Missing]).IsDead);
        Assert.True(After([LinkOutcome.Missing, LinkOutcome.Missing, LinkOutcome.Missing]).IsDead);
        Assert.False(After([LinkOutcome.Missing, LinkOutcome.Missing, LinkOutcome.Answered, LinkOutcome.Missing]).IsDead);
    }

    [Fact]
    public void A_server_may_be_down_for_thirteen_days()
    {
        Assert.False(After([.. Enumerable.Repeat(LinkOutcome.Unreachable, 13)]).IsDead);
        Assert.True(After([.. Enumerable.Repeat(LinkOutcome.Unreachable, 14)]).IsDead);
    }

    [Fact]
    public void Somebody_who_does_not_talk_to_programs_is_not_dead_and_has_not_answered()
    {
        var record = After([LinkOutcome.Answered, .. Enumerable.Repeat(LinkOutcome.Barred, 30)]);

        Assert.False(record.IsDead);
        Assert.Equal(FirstDay, record.AnsweredOn);
    }

    [Fact]
    public void Ten_failures_on_one_day_count_as_one()
    {
        LinkRecord? record = null;
        for (var time = 0; time < 10; time++)
            record = LinkRecord.After(record, Link, new LinkAnswer(LinkOutcome.Missing, "404"), FirstDay);

        Assert.Equal(1, record!.Failures);
        Assert.False(record.IsDead);
    }

    private static LinkRecord After(IReadOnlyList<LinkOutcome> days)
    {
        LinkRecord? record = null;
        foreach (var (day, outcome) in days.Index())
            record = LinkRecord.After(record, Link, new LinkAnswer(outcome, ""), FirstDay.AddDays(day));
        return record!;
    }
}
