using ResourceBot.LocalTelegram.People;
using ResourceBot.Scenarios.Staff;

namespace ResourceBot.Scenarios.Truth;

/// <summary>The figures as text and as a picture, and the trail of what staff did.</summary>
public sealed class FigureTests : IAsyncLifetime
{
    private StaffTeam _team = null!;

    public async Task InitializeAsync() => _team = await StaffTeam.StartAsync();

    [Fact]
    public async Task The_figures_count_the_catalogue_and_nobody()
    {
        var count = await _team.ReadAsync<long>("SELECT COUNT(*) FROM resource WHERE state = 'published'");
        var admin = await _team.AtWorkAsync(DemoPeople.Admin);
        await admin.OpensAsync("/stats", "ResourceBot in figures");
        Assert.Contains($"Published entries: {count}", admin.Screen, StringComparison.Ordinal);
        Assert.Matches("Checks due: [1-9]", admin.Screen);

        var picture = await admin.GetsFileAsync(_team, "As a picture");

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.InRange(picture.Length, 10_000, 2_000_000);
    }

    [Fact]
    public async Task The_trail_shows_when_somebody_changed_it_afterwards()
    {
        var admin = await _team.AtWorkAsync(DemoPeople.Admin);
        await admin.OpensAsync("/audit", "Audit trail");
        await admin.PressesAsync("Check the chain", "fit together");
        Assert.Equal(0, (await CallAsync("audit", "verify")).Code);

        await _team.WriteAsync("UPDATE audit SET who = 'Nobody' WHERE number = 1");
        await admin.OpensAsync("/audit", "Audit trail");
        await admin.PressesAsync("Check the chain", "Line 1 is not as it was written");
        var (code, output) = await CallAsync("audit", "verify");

        Assert.Equal(1, code);
        Assert.Contains("line 1", output, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();

    private Task<(int Code, string Output)> CallAsync(params string[] words) => BuiltProgram.CallAsync(_team.Folder, [.. words, .. _team.StartedWith]);
}
