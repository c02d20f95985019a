using Dapper;
using ResourceBot.People;

namespace ResourceBot.Tests.People;

public sealed class AuditTrailTests : IAsyncLifetime
{
    private StaffHouse _house = null!;

    public async Task InitializeAsync()
    {
        _house = await StaffHouse.OpenAsync();
        for (var number = 1; number <= 5; number++)
        {
            await _house.Database.WriteAsync(
                transaction => _house.Audit.WriteAsync(
                    transaction, "Cedar", Deeds.EntryPublished, $"entry-{number}", "ab12", CancellationToken.None),
                CancellationToken.None);
            _house.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task Lines_that_were_left_alone_fit()
    {
        var check = await _house.Audit.CheckAsync(CancellationToken.None);
        var (lines, total) = await _house.Audit.ListAsync(0, 2, CancellationToken.None);

        Assert.Equal((5, null), (check.Lines, check.FirstBroken));
        Assert.Equal(5, total);
        Assert.Equal(["entry-5", "entry-4"], lines.Select(line => line.Subject));
        Assert.Equal(check.Head, lines[0].Chain);
        Assert.Equal("2026-11-25T09:04Z", lines[0].At);
    }

    [Theory]
    [InlineData("UPDATE audit SET who = 'Maple' WHERE number = 3", 3)]
    [InlineData("UPDATE audit SET subject = 'entry-9' WHERE number = 1", 1)]
    [InlineData("UPDATE audit SET who = 'Ceda', deed = 'rentry-published' WHERE number = 2", 2)]
    [InlineData("DELETE FROM audit WHERE number = 4", 4)]
    [InlineData("DELETE FROM audit WHERE number = 5", 5)]
    [InlineData("INSERT INTO audit VALUES (6, '2026-11-25T10:00Z', 'Maple', 'entry-retired', 'x', '', 'y')", 6)]
    public async Task A_line_that_was_changed_taken_out_or_put_in_breaks_the_chain(string tampering, long broken)
    {
        await using (var connection = await _house.Database.OpenAsync(CancellationToken.None)) await connection.ExecuteAsync(tampering);

        Assert.Equal(broken, (await _house.Audit.CheckAsync(CancellationToken.None)).FirstBroken);
    }

    [Fact]
    public async Task A_deed_that_did_not_happen_leaves_no_line()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _house.Database.WriteAsync(async transaction =>
        {
            await _house.Audit.WriteAsync(transaction, "Cedar", Deeds.EntryRetired, "entry-1", null, CancellationToken.None);
            throw new InvalidOperationException("the deed failed");
        }, CancellationToken.None));

        Assert.Equal((5, null), await CheckAsync());
    }

    [Fact]
    public async Task Lines_written_at_once_stand_one_behind_the_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => _house.Database.WriteAsync(
            transaction => _house.Audit.WriteAsync(transaction, "Maple", Deeds.EntryRetired, $"{number}", null, CancellationToken.None),
            CancellationToken.None)));

        Assert.Equal((25, null), await CheckAsync());
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    private async Task<(long, long?)> CheckAsync()
    {
        var check = await _house.Audit.CheckAsync(CancellationToken.None);
        return (check.Lines, check.FirstBroken);
    }
}
