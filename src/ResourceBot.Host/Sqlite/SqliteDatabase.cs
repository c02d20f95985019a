using System.Data.Common;
using Microsoft.Data.Sqlite;
using ResourceBot.Storage;

namespace ResourceBot.Host.Sqlite;

/// <summary>The database in one file, with a write-ahead log.</summary>
public sealed class SqliteDatabase(string connectionString) : Database, IDisposable
{
    // WAL lets readers go on while somebody writes; FULL makes a commit survive a power cut; secure_delete overwrites what
    // was deleted, so that a seized disk does not give back an answered message. Each connection has a cache of its own, and in a crowd
    // there are several; half a megabyte of it is enough, for the file is in the system's cache too.
    private const string Pragmas =
        """
        PRAGMA busy_timeout = 5000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -500;
        """;

    private static readonly (string Name, string Expected)[] Checked =
        [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1")];

    private readonly string _connectionString =
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, Pooling = true }.ToString();

    // SQLite has one writer: waiting here is fair and cheap, waiting on its lock is neither.
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>Whether another process has held the database for so long that we gave up; later it can work.</summary>
    public static bool IsBusy(Exception problem) => problem is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED };

    public override Dialect Dialect => Dialect.Sqlite;

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    protected override async Task<T> CommitAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            await using var connection = (SqliteConnection)await OpenAsync(cancellation);
            // Not deferred: take the write lock now rather than fail in the middle.
            await using var transaction = connection.BeginTransaction(deferred: false);
            var result = await work(transaction);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Folds the write-ahead log into the file and empties it; with secure_delete nothing deleted is left in either.</summary>
    public override async Task<bool> SweepAsync(CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            await using var connection = await OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            // A reader that goes on is not waited for: the writer is held meanwhile.
            command.CommandText = "PRAGMA busy_timeout = 200";
            await command.ExecuteNonQueryAsync(cancellation);
            // Says in its first column whether somebody was in the way; it is no error.
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture) == 0;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Reads back the pragmas on which promises rest; some file systems refuse a write-ahead log in silence.</summary>
    /// <exception cref="InvalidOperationException">One of them did not take.</exception>
    public async Task CheckPragmasAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        foreach (var (name, expected) in Checked)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            var actual = Convert.ToString(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
            if (actual != expected)
                throw new InvalidOperationException($"SQLite keeps {name} at {actual} instead of {expected}; is the file on a network disk?");
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
    }
}
