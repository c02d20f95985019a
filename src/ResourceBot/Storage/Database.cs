using System.Data.Common;

namespace ResourceBot.Storage;

/// <summary>The texts of SQL that differ stand side by side in a store; this tells which one to take.</summary>
public enum Dialect
{
    Sqlite,
    PostgreSql,
}

/// <summary>
/// Opens connections and write transactions. Knows no table; the drivers stand in the host.
/// </summary>
public abstract class Database
{
    private readonly AsyncLocal<Func<DbTransaction, Task>?> _along = new();

    public abstract Dialect Dialect { get; }

    /// <summary>An open connection for reading; the caller disposes it.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>
    /// Runs <paramref name="work"/> in one write transaction: committed when it returns, rolled back when it throws.
    /// Keep it short: SQLite has one writer at a time.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellation) =>
        _along.Value is not { } along
            ? CommitAsync(work, cancellation)
            : CommitAsync(async transaction =>
            {
                var result = await work(transaction);
                await along(transaction);
                return result;
            }, cancellation);

    /// <summary>
    /// Runs <paramref name="work"/>; each write transaction that begins in it carries <paramref name="along"/> with it, so that either
    /// both hold after a crash or neither.
    /// </summary>
    public async Task<T> AlongAsync<T>(Func<DbTransaction, Task> along, Func<Task<T>> work)
    {
        // Seen by what is called from here only: it falls back when this method returns.
        _along.Value = along;
        return await work();
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    protected abstract Task<T> CommitAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellation);

    /// <summary>
    /// Makes sure that what was deleted is gone from the files too, as far as the engine lets us; readers that are busy can
    /// put it off, and the next sweep catches up.
    /// </summary>
    /// <returns>False when it was put off.</returns>
    public virtual Task<bool> SweepAsync(CancellationToken cancellation) => Task.FromResult(true);

    public Task WriteAsync(Func<DbTransaction, Task> work, CancellationToken cancellation) =>
        WriteAsync<object?>(async transaction =>
        {
            await work(transaction);
            return null;
        }, cancellation);
}
