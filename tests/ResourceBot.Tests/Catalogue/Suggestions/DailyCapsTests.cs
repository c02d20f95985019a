using Microsoft.Extensions.Time.Testing;
using ResourceBot.Catalogue.Suggestions;
using ResourceBot.Chat;

namespace ResourceBot.Tests.Catalogue.Suggestions;

public sealed class DailyCapsTests
{
    // Noon in Kabul.
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 7, 30, 0, TimeSpan.Zero));
    private readonly DailyCaps _caps;

    public DailyCapsTests() => _caps = new DailyCaps(_clock);

    [Fact]
    public void One_person_sends_five_a_day_and_the_day_is_Kabuls()
    {
        for (var number = 0; number < DailyCaps.PerPerson; number++) Assert.True(_caps.Take(new ChatId(1), Capped.Suggestion));
        Assert.False(_caps.Take(new ChatId(1), Capped.Suggestion));
        Assert.True(_caps.Take(new ChatId(2), Capped.Suggestion));

        _clock.Advance(TimeSpan.FromHours(11));
        Assert.False(_caps.Take(new ChatId(1), Capped.Suggestion));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(_caps.Take(new ChatId(1), Capped.Suggestion));
    }

    [Fact]
    public void Whoever_suggested_much_can_still_report_a_danger()
    {
        for (var number = 0; number <= DailyCaps.PerPerson; number++) _caps.Take(new ChatId(1), Capped.Suggestion);
        for (var number = 0; number < DailyCaps.ReportsPerPerson; number++) Assert.True(_caps.Take(new ChatId(1), Capped.Report));
        Assert.False(_caps.Take(new ChatId(1), Capped.Report));
    }

    [Fact]
    public void All_people_together_send_three_hundred_a_day()
    {
        Assert.All(Enumerable.Range(1, DailyCaps.PerDay), number => Assert.True(_caps.Take(new ChatId(number), Capped.Suggestion)));
        Assert.False(_caps.Take(new ChatId(9_999), Capped.Suggestion));

        _clock.Advance(TimeSpan.FromDays(1));
        Assert.True(_caps.Take(new ChatId(9_999), Capped.Suggestion));
    }
}
