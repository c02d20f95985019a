using ResourceBot.Catalogue.Links;
using ResourceBot.Languages;
using ResourceBot.LocalTelegram.People;
using ResourceBot.Scenarios.Staff;

namespace ResourceBot.Scenarios.Truth;

/// <summary>What waits to be compared with its source, worked through entry by entry.</summary>
public sealed class CheckingTests : IAsyncLifetime
{
    private const string Entry = "SELECT id FROM resource WHERE slug = 'learn-afghanistan'";

    private StaffTeam _team = null!;

    public async Task InitializeAsync() => _team = await StaffTeam.StartAsync();

    [Fact]
    public async Task Still_true_is_kept_with_who_when_and_what_the_page_said()
    {
        var admin = await LookingAsync();
        await admin.PressesAsync("Still true", "What does the page say?");
        await admin.WritesAsync("Applications are open, Afghans are named.", "Noted.");

        var alias = (await _team.MemberAsync(DemoPeople.Admin)).Alias;
        Assert.Equal(
            $"{alias} true Applications are open, Afghans are named.",
            await _team.ReadAsync<string>($"SELECT who || ' ' || finding || ' ' || page_says FROM truth_check WHERE resource_id = ({Entry})"));
        Assert.Equal(1, await _team.ReadAsync<long>("SELECT COUNT(*) FROM audit WHERE deed = 'entry-still-true' AND subject = 'learn-afghanistan'"));
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync("/start r_learn-afghanistan", "LEARN (Pashtana Durrani)");
        Assert.DoesNotContain("Compared by a person: not yet", girl.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_stays_in_the_queue_until_the_entry_is_edited()
    {
        var admin = await LookingAsync();
        await admin.PressesAsync("Has changed", "What does the page say?");
        await admin.WritesAsync("The deadline is new.", "Now correct the entry");

        Assert.Contains("the page has changed, the entry not yet: 1", admin.Screen, StringComparison.Ordinal);
        Assert.Equal(0, await _team.ReadAsync<long>($"SELECT COUNT(*) FROM resource WHERE id = ({Entry}) AND compared_on IS NOT NULL"));
    }

    [Fact]
    public async Task Closed_is_closed_for_readers_at_once()
    {
        var admin = await LookingAsync();
        await admin.PressesAsync("Is closed", "What does the page say?");
        await admin.PressesAsync("It says that it is over", "Noted.");

        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync("/start r_learn-afghanistan", "Whoever offers it to you for money is lying");
        var second = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        await second.WritesAsync("/edit learn-afghanistan", "Published");
        await second.PressesAsync("History", "History");
    }

    [Fact]
    public async Task Whoever_is_revoked_before_she_answers_has_checked_nothing()
    {
        var admin = await LookingAsync();
        await admin.PressesAsync("Still true", "What does the page say?");
        await _team.RevokeAsync(DemoPeople.Admin);
        await admin.WritesAsync("All is well.", "entries");

        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM truth_check"));
    }

    [Fact]
    public async Task A_link_that_gave_our_test_no_answer_is_told_calmly()
    {
        await _team.WriteAsync($"INSERT INTO link_check SELECT link, '2026-11-20', NULL, 1, '2026-11-20', 'unreachable', 'timeout' FROM resource WHERE id = ({Entry})");
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync("/start r_learn-afghanistan", "Link: gave our test no answer; it may well work for you. Tested: 20 November 2026");
        await _team.WriteAsync($"UPDATE resource SET link_answered_on = '2026-11-01' WHERE id = ({Entry})");
        await girl.WritesAsync("/start r_learn-afghanistan", "Link answered: 1 November 2026");
    }

    [Fact]
    public async Task A_yearly_entry_whose_day_has_passed_says_that_the_next_round_is_meant()
    {
        var day = KabulTime.Today(TimeProvider.System).AddDays(-1);
        await _team.WriteAsync($"UPDATE resource SET deadline = 'yearly {day:MM-dd}', opens = 'unknown' WHERE id = ({Entry})");
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync("/start r_learn-afghanistan", "every year; the last round is over, the next is expected about");
        await _team.WriteAsync($"UPDATE resource SET deadline = 'yearly {day.AddDays(3):MM-dd}' WHERE id = ({Entry})");
        await girl.WritesAsync("/start r_learn-afghanistan", "every year about");
    }

    [Fact]
    public async Task Whoever_asks_for_all_links_reads_what_came_of_it()
    {
        await _team.WriteAsync("UPDATE resource SET link = NULL, form = ''");
        await _team.WriteAsync("UPDATE resource SET link = 'http://127.0.0.1:9/' || id WHERE id IN (SELECT id FROM resource ORDER BY id LIMIT 6)");
        var admin = await _team.AtWorkAsync(DemoPeople.Admin);
        await admin.OpensAsync("/truth", "What needs checking");
        await admin.PressesAsync("Ask for all links now", "What comes of it will stand on this page");
        for (var wait = 0; wait < 200 && _team.Part<LinkRound>().Last is null; wait++) await Task.Delay(50);

        await admin.OpensAsync("/truth", "What needs checking");
        Assert.Contains("hardly any answered. Most likely our own connection was down", admin.Screen, StringComparison.Ordinal);
        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM link_check"));
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();

    private async Task<Visitor> LookingAsync()
    {
        await _team.WriteAsync("UPDATE resource SET compared_on = '2099-01-01' WHERE slug <> 'learn-afghanistan'");
        var admin = await _team.AtWorkAsync(DemoPeople.Admin);
        await admin.OpensAsync("/truth", "What needs checking");
        await admin.PressesAsync("○", "Open the official page yourself");
        return admin;
    }
}
