using System.Data.Common;
using Dapper;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts;

/// <summary>Broadcasts in the database: what they say and where they stand.</summary>
public sealed class BroadcastStore(Database database, TimeProvider clock)
{
    public async Task<Broadcast?> FindAsync(BroadcastId id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await BroadcastRow.ReadAsync(connection, null, "WHERE id = @id", new { id = id.Value }, cancellation)).SingleOrDefault();
    }

    public static async Task<Broadcast?> FindAsync(DbTransaction transaction, BroadcastId id, CancellationToken cancellation) =>
        (await BroadcastRow.ReadAsync(transaction.Connection!, transaction, "WHERE id = @id", new { id = id.Value }, cancellation)).SingleOrDefault();

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Broadcast>> ListAsync(int skip, int take, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await BroadcastRow.ReadAsync(connection, null, "ORDER BY id DESC LIMIT @take OFFSET @skip", new { skip, take }, cancellation);
    }

    /// <summary>All in one of these states, oldest first.</summary>
    public async Task<IReadOnlyList<Broadcast>> ListAsync(IReadOnlyList<BroadcastState> states, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await BroadcastRow.ReadAsync(
            connection, null, "WHERE state IN @states ORDER BY id", new { states = states.Select(Code) }, cancellation);
    }

    /// <summary>What is out and was not taken back, the newest before this one first; for reading on from a bell.</summary>
    public async Task<Broadcast?> FindOutBeforeAsync(BroadcastId id, Place place, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await BroadcastRow.ReadAsync(
            connection, null,
            """
            WHERE id < @id AND frozen_at > @since AND withdrawn_at IS NULL AND (place = 'a' OR @place = 'a' OR place = @place)
            ORDER BY id DESC LIMIT 1
            """,
            new { id = id.Value, place = place.Letter().ToString(), since = StoredTime.Write(clock.GetUtcNow() - ReadableFor) },
            cancellation)).SingleOrDefault();
    }

    /// <summary>How far back one can read on.</summary>
    public static readonly TimeSpan ReadableFor = TimeSpan.FromDays(30);

    /// <summary>Those that were withdrawn and whose messages may still stand in chats.</summary>
    public async Task<IReadOnlyList<Broadcast>> ListToTakeBackAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await BroadcastRow.ReadAsync(connection, null, "WHERE withdrawn_at IS NOT NULL AND reduced_at IS NULL ORDER BY id", null, cancellation);
    }

    /// <summary>Begins a draft.</summary>
    public Task<BroadcastId> AddAsync(StaffMember writer, Language language, Slug? entry, AudienceRule audience, CancellationToken cancellation) =>
        database.WriteAsync(async transaction => new BroadcastId(await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            INSERT INTO broadcast (state, writer, writer_language, slug, missing, languages, topics, place, revision, created_at)
            VALUES ('draft', @writer, @language, @slug, 'fallback', @languages, @topics, @place, 1, @now) RETURNING id
            """,
            new
            {
                writer = writer.Id.Value,
                language = language.Code(),
                slug = entry?.Value,
                languages = BroadcastRow.WriteLanguages(audience.Languages),
                topics = audience.Topics.Bits,
                place = audience.Place.Letter().ToString(),
                now = StoredTime.Write(clock.GetUtcNow()),
            }, transaction, cancellationToken: cancellation))), cancellation);

    /// <summary>Changes what is still being written. An approval that was asked for is void, because it was for something else.</summary>
    /// <param name="change">Given what stands there now.</param>
    /// <returns>What stands there afterwards; null when it cannot be edited (any more).</returns>
    public Task<Broadcast?> EditAsync(BroadcastId id, Func<Broadcast, Broadcast> change, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            if (await FindAsync(transaction, id, cancellation) is not { CanBeEdited: true } before) return null;
            var after = change(before) with { State = BroadcastState.Draft, Revision = before.Revision + 1 };
            await Approvals.VoidAsync(transaction, ApprovalKind, Subject(id), cancellation);
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                UPDATE broadcast SET state = 'draft', missing = @missing, languages = @languages, topics = @topics, place = @place,
                    send_at = @sendAt, revision = @revision
                WHERE id = @id
                """,
                new
                {
                    id = id.Value,
                    missing = Code(after.Missing),
                    languages = BroadcastRow.WriteLanguages(after.Audience.Languages),
                    topics = after.Audience.Topics.Bits,
                    place = after.Audience.Place.Letter().ToString(),
                    sendAt = after.SendAt is { } at ? StoredTime.Write(at) : null,
                    revision = after.Revision,
                }, transaction, cancellationToken: cancellation));
            await WriteTextsAsync(transaction, after, cancellation);
            return after;
        }, cancellation);

    /// <summary>Throws a draft away.</summary>
    /// <returns>False when it is none (any more).</returns>
    public Task<bool> DiscardAsync(BroadcastId id, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        await Approvals.VoidAsync(transaction, ApprovalKind, Subject(id), cancellation);
        return await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM broadcast WHERE id = @id AND state IN ('draft', 'asked')",
            new { id = id.Value }, transaction, cancellationToken: cancellation)) == 1;
    }, cancellation);

    /// <summary>Moves from one of several states to another.</summary>
    /// <returns>False when it is in none of them (any more).</returns>
    public static async Task<bool> MoveAsync(
        DbTransaction transaction, BroadcastId id, IReadOnlyList<BroadcastState> from, BroadcastState to, PauseReason? reason,
        CancellationToken cancellation) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE broadcast SET state = @to, pause_reason = @reason WHERE id = @id AND state IN @from",
            new { id = id.Value, to = Code(to), from = from.Select(Code), reason = reason is { } why ? Code(why) : null },
            transaction, cancellationToken: cancellation)) == 1;

    /// <summary>Which message shows the progress; null when there is none any more.</summary>
    /// <param name="isLast">The writer has the last report with it.</param>
    public Task SaveProgressAsync(BroadcastId id, MessageId? message, bool isLast, CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE broadcast SET progress_message = @message, report_due = CASE WHEN @isLast THEN 0 ELSE report_due END WHERE id = @id",
            new { id = id.Value, message = message?.Value, isLast }, transaction, cancellationToken: cancellation)), cancellation);

    /// <summary>Those of which the writer is still to hear, oldest first.</summary>
    public async Task<IReadOnlyList<Broadcast>> ListReportDueAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await BroadcastRow.ReadAsync(connection, null, "WHERE report_due = 1 ORDER BY id", null, cancellation);
    }

    /// <summary>Of <see cref="Approvals"/>.</summary>
    public const string ApprovalKind = "broadcast";

    /// <summary>Of <see cref="Approvals"/> and the audit trail.</summary>
    public static string Subject(BroadcastId id) => id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static string Code<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static async Task WriteTextsAsync(DbTransaction transaction, Broadcast broadcast, CancellationToken cancellation)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM broadcast_text WHERE broadcast_id = @id", new { id = broadcast.Id.Value }, transaction, cancellationToken: cancellation));
        foreach (var (language, text) in broadcast.Texts)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "INSERT INTO broadcast_text (broadcast_id, language, text) VALUES (@id, @language, @text)",
                new { id = broadcast.Id.Value, language = language.Code(), text }, transaction, cancellationToken: cancellation));
        }
    }
}
