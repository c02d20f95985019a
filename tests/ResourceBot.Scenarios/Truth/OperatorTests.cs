using ResourceBot.LocalTelegram.People;
using ResourceBot.Scenarios.Staff;

namespace ResourceBot.Scenarios.Truth;

/// <summary>The command line beside a running bot, through the executable that an operator calls.</summary>
public sealed class OperatorTests : IAsyncLifetime
{
    private StaffTeam _team = null!;

    public async Task InitializeAsync() => _team = await StaffTeam.StartAsync();

    [Fact]
    public async Task What_is_imported_beside_a_running_bot_it_answers_from_without_a_restart()
    {
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync("scholarship", "Search results");
        await File.WriteAllBytesAsync(Path.Combine(_team.Folder, "new.csv"), Exchanging.GoodTable);

        var (dry, said) = await CallAsync("import", "new.csv");
        Assert.Equal(0, dry);
        Assert.Contains("New: 1", said, StringComparison.Ordinal);
        await girl.WritesAsync($"/start r_{Exchanging.Slug}", "no longer here");
        Assert.Equal(0, (await CallAsync("import", "new.csv", "--apply")).Code);

        await girl.WritesAsync($"/start r_{Exchanging.Slug}", "Pays a year of study.");
        await girl.FindsAsync("grant out of a file", Exchanging.Title);
        var admin = await _team.AtWorkAsync(DemoPeople.Admin);
        await admin.OpensAsync("/audit", "Audit trail");
        Assert.Contains("whoever runs the program imported a file", admin.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_codes_tell_a_script_what_happened()
    {
        await File.WriteAllTextAsync(Path.Combine(_team.Folder, "bad.csv"), "slug,inside\nauw,perhaps\n");

        Assert.Equal(65, (await CallAsync("import", "bad.csv", "--apply")).Code);
        Assert.Equal(66, (await CallAsync("import", "none.csv")).Code);
        Assert.Equal(64, (await CallAsync("improt", "bad.csv")).Code);
        Assert.Equal(73, (await CallAsync("export", "bad.csv")).Code);
        Assert.Equal(78, (await CallAsync("export", "new.csv", "--Staff:Owners=zahra")).Code);
        var (help, text) = await CallAsync("--help");
        Assert.Equal(0, help);
        Assert.Contains("import", text, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();

    private Task<(int Code, string Output)> CallAsync(params string[] words) => BuiltProgram.CallAsync(_team.Folder, [.. _team.StartedWith, .. words]);
}
