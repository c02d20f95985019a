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

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private Task<int> RunAsync(IReadOnlyList<Migration> steps) =>
        new SchemaMigration(_database, TimeProvider.System).RunAsync(steps, CancellationToken.None);
}
