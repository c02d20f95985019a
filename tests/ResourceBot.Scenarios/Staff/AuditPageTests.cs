using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Scenarios.Staff;

/// <summary>The audit trail as it is read in the chat.</summary>
public sealed class AuditPageTests : IAsyncLifetime
{
    private StaffTeam _team = null!;

    public async Task InitializeAsync() => _team = await StaffTeam.StartAsync();

    [Fact]
    public async Task Times_are_those_of_Kabul_and_codes_are_words()
    {
        var owner = await _team.AtWorkAsync(DemoPeople.Owner);
        Assert.Contains("All times here are those of Kabul.", owner.Screen, StringComparison.Ordinal);
        await owner.OpensAsync("/team", "Team");
        await owner.PressesAsync("Invite: volunteer", "Send this link to one person");
        await owner.WritesEntryAsync();
        await owner.PressesAsync("Send for review", "A second person must read");
        var second = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        await second.OpensAsync("/review", "To review");
        await second.PressesAsync(Writing.Title, "What changes:");
        await second.PressesAsync("Send back", "Why does it go back?");
        await second.PressesAsync("a fact is wrong", "It went back to its writer");
        await _team.WriteAsync("UPDATE audit SET at = '2026-11-25T20:05Z'");
        await _team.WriteAsync("UPDATE audit SET at = 'whatever' WHERE deed = 'review-asked'");

        await owner.OpensAsync("/audit", "Audit trail");
        var (ownerAlias, secondAlias) = ((await _team.MemberAsync(DemoPeople.Owner)).Alias, (await _team.MemberAsync(DemoPeople.SecondAdmin)).Alias);
        Assert.Contains("All times here are those of Kabul.", owner.Screen, StringComparison.Ordinal);
        Assert.Contains("26 November 2026", owner.Screen, StringComparison.Ordinal);
        Assert.Contains($"00:35 · {secondAlias} sent back · {Writing.Slug} · a fact is wrong · ", owner.Screen, StringComparison.Ordinal);
        Assert.Contains($"00:35 · {ownerAlias} invited · volunteer", owner.Screen, StringComparison.Ordinal);
        Assert.Contains($"00:35 · the program joined · {ownerAlias} · owner", owner.Screen, StringComparison.Ordinal);
        Assert.Contains($"whatever · {ownerAlias} sent for review", owner.Screen, StringComparison.Ordinal);
        await owner.PressesAsync("Check the chain", "is not as it was written");

        await owner.WritesAsync("/language", "Choose a language");
        await owner.PressesAsync("دری", "این چت محرمانه نیست");
        await owner.WritesAsync("/audit", "یک معلومات غلط است");
        Assert.Contains("دعوت کرد · رضاکار", owner.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("volunteer", owner.Screen, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();
}
