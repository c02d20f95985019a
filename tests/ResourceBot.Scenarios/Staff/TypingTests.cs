using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Scenarios.Staff;

/// <summary>Nothing that staff type vanishes without a word.</summary>
public sealed class TypingTests : IAsyncLifetime
{
    private StaffTeam _team = null!;

    public async Task InitializeAsync() => _team = await StaffTeam.StartAsync();

    [Theory]
    [InlineData("/staff", "Staff")]
    [InlineData("/drafts", "Drafts")]
    [InlineData("/review", "To review")]
    [InlineData("/translations", "Translations")]
    [InlineData("/audit", "Audit trail")]
    [InlineData("/team", "Team")]
    [InlineData("/truth", "What needs checking")]
    [InlineData("/suggestions", "Suggestions")]
    [InlineData("/import", "Bring in a file")]
    [InlineData("/export", "Take out a file")]
    [InlineData("/stats", "ResourceBot in figures")]
    [InlineData("/broadcast", "📣 Broadcasts")]
    [InlineData("/edit learn-afghanistan", "Published")]
    public async Task On_a_page_that_waits_for_no_text_a_typed_one_is_a_search_and_a_link_is_checked(string command, string expected)
    {
        var owner = await _team.AtWorkAsync(DemoPeople.Owner);
        await owner.WritesAsync(command, expected);
        await owner.WritesAsync("scholarship germany", "Search results");
        await owner.WritesAsync(command, expected);
        await owner.WritesAsync("https://nowhere.example.org/form", "nowhere.example.org");

        Assert.DoesNotContain(expected, owner.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_link_takes_the_place_of_the_first_and_no_link_is_told_so()
    {
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        await writer.WritesAsync("/add", "Send the address of the official page first");
        await writer.WritesAsync("https://first.example.org/apply", "Nothing like it is in the catalogue");
        await writer.WritesAsync("what now", "This is no address");
        await writer.WritesAsync("https://second.example.org/apply", "https://second.example.org/apply");

        Assert.Equal(1, await _team.ReadAsync<long>("SELECT COUNT(*) FROM draft"));
        await writer.PressesAsync("Continue", "Step 2 of");
        await writer.PressesAsync("Step back", "Now: https://second.example.org/apply");
    }

    [Fact]
    public async Task Whoever_types_into_a_draft_that_another_has_taken_over_is_told_whose_it_is()
    {
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        await writer.WritesAsync("/add", "Send the address of the official page first");
        await writer.WritesAsync("https://first.example.org/apply", "Nothing like it is in the catalogue");
        await writer.PressesAsync("Continue", "Step 2 of");
        var second = await _team.MemberAsync(DemoPeople.SecondAdmin);
        await _team.WriteAsync($"UPDATE draft SET holder = {second.Id.Value}");

        await writer.WritesAsync("scholarship", $"{second.Alias} is writing this.");
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();
}
