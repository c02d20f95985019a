using Dapper;
using ResourceBot.Catalogue;
using ResourceBot.Host.Sqlite;

namespace ResourceBot.Tests.Host.Sqlite;

public sealed class SchemaMigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SchemaMigrationTests() => _database = new SqliteDatabase($"Data Source={_folder.File("test.db")}");

    [Fact]
    public async Task Steps_are_taken_once()
    {
        Assert.Equal(Migration.All.Count, await RunAsync(Migration.All));
        Assert.Equal(0, await RunAsync(Migration.All));
        await _database.CheckPragmasAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_step_that_was_changed_after_it_made_a_database_is_refused()
    {
        await RunAsync([new Migration(10, "0010_a.sql", "CREATE TABLE a (id INTEGER)")]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync([new Migration(10, "0010_a.sql", "CREATE TABLE a (other INTEGER)")]));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await RunAsync([new Migration(10, "0010_a.sql", "CREATE TABLE a (id INTEGER)"), new Migration(20, "0020_b.sql", "CREATE TABLE b (id INTEGER)")]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync([new Migration(10, "0010_a.sql", "CREATE TABLE a (id INTEGER)")]));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_nothing_behind()
    {
        Migration broken = new(10, "0010_a.sql", "CREATE TABLE a (id INTEGER); CREATE TABLE a (id INTEGER)");
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync([broken]));
        Assert.Equal(1, await RunAsync([new Migration(10, "0010_a.sql", "CREATE TABLE a (id INTEGER)")]));
    }

    [Fact]
    public void Every_step_has_its_own_number_and_says_why()
    {
        Assert.Equal(Migration.All.Count, Migration.All.Select(step => step.Number).Distinct().Count());
        Assert.All(Migration.All, step => Assert.StartsWith("-- Why:", step.Sql, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-12-31", "unknown")]
    [InlineData("yearly 09-15", "yearly 04-01")]
    [InlineData("yearly 09", "yearly 04")]
    [InlineData("yearly 03", "2027-01-05")]
    [InlineData("yearly 12-24", "unknown")]
    [InlineData("yearly 01", "rolling")]
    [InlineData("rolling", "unknown")]
    public async Task Entries_from_before_learn_when_they_rest(string deadline, string opens)
    {
        await RunAsync([.. Migration.All.Where(step => step.Number < 150)]);
        await using var connection = await _database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(
            """
            INSERT INTO resource VALUES (1, 'a', 1, 'scholarship', 'p', NULL, '', '', '', '', '', '', 'yes', 'yes', '', 'no', NULL, NULL,
                'free', @deadline, @opens, '', 'no', 'no', 'no', 'no', 'no', 'no', '', '', '', '', '', '', NULL, 'open', NULL, NULL, NULL, 0, 'published')
            """, new { deadline, opens });

        await RunAsync(Migration.All);

        var rest = Rest.Of(Occasion.Parse(deadline), Occasion.Parse(opens));
        Assert.Equal(
            (rest?.After, rest?.Until),
            await connection.QuerySingleAsync<(string?, string?)>("SELECT rests_after, rests_until FROM resource"));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private Task<int> RunAsync(IReadOnlyList<Migration> steps) =>
        new SchemaMigration(_database, TimeProvider.System).RunAsync(steps, CancellationToken.None);
}
