using ResourceBot.Host.Sqlite;
using ResourceBot.Storage;

namespace ResourceBot.Tests;

/// <summary>A database file with today's schema, gone after the test.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;

    private TestDatabase() => _database = new SqliteDatabase($"Data Source={_folder.File("test.db")}");

    public Database Database => _database;

    public static async Task<TestDatabase> OpenAsync()
    {
        DapperSetup.Apply();
        var opened = new TestDatabase();
        await new SchemaMigration(opened.Database, TimeProvider.System).RunAsync(Migration.All, CancellationToken.None);
        return opened;
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}
