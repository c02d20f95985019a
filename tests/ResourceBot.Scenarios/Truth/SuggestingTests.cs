using System.Net;
using System.Net.Sockets;
using ResourceBot.Catalogue.Suggestions;
using ResourceBot.LocalTelegram.People;
using ResourceBot.Scenarios.Staff;

namespace ResourceBot.Scenarios.Truth;

/// <summary>Readers tell what is missing and what is wrong, and nobody learns who they are.</summary>
public sealed class SuggestingTests : IAsyncLifetime
{
    private StaffTeam _team = null!;

    public async Task InitializeAsync() => _team = await StaffTeam.StartAsync();

    [Fact]
    public async Task What_a_girl_suggests_staff_read_without_who_it_was_and_no_link_is_opened()
    {
        using var website = new TcpListener(IPAddress.Loopback, 0);
        website.Start();
        var link = $"http://localhost:{((IPEndPoint)website.LocalEndpoint).Port}/new";
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync("/suggest", "Do you know a scholarship");
        await girl.WritesAsync($"A school by radio, {link}", "Somebody will look at it");

        var admin = await _team.AtWorkAsync(DemoPeople.Admin);
        await admin.PressesAsync("Suggestions (1)", "A school by radio");
        Assert.Contains(link, admin.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(admin.Panel.Buttons.SelectMany(row => row), button => button.Kind == "url");
        Assert.Equal(
            ["id", "received_on", "words"],
            (await _team.ReadAsync<string>("SELECT GROUP_CONCAT(name) FROM pragma_table_info('suggestion')")).Split(',').Order());
        await admin.PressesAsync("Done, remove", "No suggestions are waiting.");

        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM suggestion"));
        Assert.False(website.Pending());
    }

    [Fact]
    public async Task Telephone_numbers_are_not_taken_and_after_five_it_is_enough_for_today()
    {
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync("/suggest", "Do you know a scholarship");
        await girl.WritesAsync("Ask Maryam, 0799 123 456", "Write only the name of the place: we look its number up ourselves.");
        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM suggestion"));
        for (var number = 1; number <= DailyCaps.PerPerson; number++)
        {
            await girl.WritesAsync("/suggest", "Do you know a scholarship");
            await girl.WritesAsync($"School number {number}", "Somebody will look at it");
        }

        await girl.WritesAsync("/suggest", "Do you know a scholarship");
        await girl.WritesAsync("One more school", "That is enough for today");
        var another = await _team.ArrivesAsync(DemoPeople.GirlInHerat);
        await another.WritesAsync("/suggest", "Do you know a scholarship");
        await another.WritesAsync("Mine", "Somebody will look at it");
        Assert.Equal(DailyCaps.PerPerson + 1, await _team.ReadAsync<long>("SELECT COUNT(*) FROM suggestion"));
    }

    [Fact]
    public async Task A_reported_scam_comes_first_in_the_queue_and_tells_only_the_reason()
    {
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync("/start r_learn-afghanistan", "LEARN (Pashtana Durrani)");
        await girl.PressesAsync("Report a problem", "What is wrong here?");
        await girl.PressesAsync("They ask for money", "Until then, be careful");

        var admin = await _team.AtWorkAsync(DemoPeople.Admin);
        await admin.OpensAsync("/truth", "What needs checking");
        Assert.Contains("readers say: fraud or danger: 1", admin.Screen, StringComparison.Ordinal);
        Assert.Contains("🚩", admin.Buttons[0], StringComparison.Ordinal);
        await admin.PressesAsync("🚩", "They ask for money, it looks like fraud: 1");
        Assert.Equal(
            ["id", "reason", "received_on", "resource_id"],
            (await _team.ReadAsync<string>("SELECT GROUP_CONCAT(name) FROM pragma_table_info('reader_report')")).Split(',').Order());
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();
}
