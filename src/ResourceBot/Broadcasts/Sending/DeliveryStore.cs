using Dapper;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>The rows of the outbox: whose turn comes, what was written about it, and what a crash left behind.</summary>
public sealed class DeliveryStore(Database database, Seal seal, TimeProvider clock)
{
    /// <summary>A message at which the program was killed so often is not tried again: somewhere it must end.</summary>
    public const int MostAttempts = 5;

    private readonly ChatSeal _chats = new(seal, SubscriberStore.SealPurpose);

    private sealed record RecipientRow(
        long Id, byte[] ChatSealed, string Language, string Place, string Form, string Hours, long Attempts, long? BellMessage);

    private sealed record TakeBackRow(long Id, byte[] ChatSealed, string Language, string Place, long MessageId, long Opened);

    /// <summary>
    /// What a crash left on its way goes back in line: it may have arrived, so this is where a message can arrive twice, once
    /// for each that was in flight. Not to be called while anybody sends.
    /// </summary>
    /// <returns>How many there were.</returns>
    public Task<int> RecoverAsync(CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE broadcast SET unknown = unknown + (
                SELECT COUNT(*) FROM delivery d WHERE d.broadcast_id = broadcast.id AND d.state = 'sending' AND d.attempts >= @MostAttempts)
            WHERE EXISTS (
                SELECT 1 FROM delivery d WHERE d.broadcast_id = broadcast.id AND d.state = 'sending' AND d.attempts >= @MostAttempts)
            """, new { MostAttempts }, transaction, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE delivery SET state = 'unknown' WHERE state = 'sending' AND attempts >= @MostAttempts",
            new { MostAttempts }, transaction, cancellationToken: cancellation));
        return await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE delivery SET state = 'pending' WHERE state = 'sending'", transaction: transaction, cancellationToken: cancellation));
    }, cancellation);

    /// <summary>The next in line after somebody, in the order of their rows.</summary>
    /// <param name="byDay">False at night in Kabul: then only those who chose any hour.</param>
    public async Task<IReadOnlyList<Recipient>> NextAsync(
        BroadcastId broadcast, SubscriberId after, bool byDay, int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<RecipientRow>(new CommandDefinition(
            """
            SELECT s.id, s.chat_sealed, s.language, s.place, s.form, s.hours, d.attempts, s.bell_message
            FROM delivery d JOIN subscriber s ON s.id = d.subscriber_id
            WHERE d.broadcast_id = @id AND d.state = 'pending' AND d.subscriber_id > @after AND (@byDay OR s.hours = 'any')
            ORDER BY d.subscriber_id LIMIT @most
            """,
            new { id = broadcast.Value, after = after.Value, byDay, most }, cancellationToken: cancellation));
        return [.. rows.Select(row => new Recipient(
            new SubscriberId(row.Id), _chats.Open(row.ChatSealed), LanguageCodes.FromCode(row.Language)!.Value,
            Places.FromLetter(row.Place[0])!.Value, WishCodes.ToForm(row.Form), WishCodes.ToHours(row.Hours), (int)row.Attempts,
            row.BellMessage is { } bell ? new MessageId((int)bell) : null))];
    }

    /// <summary>Whether anybody's row is not final yet.</summary>
    public async Task<bool> HasLeftAsync(BroadcastId broadcast, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            SELECT EXISTS (SELECT 1 FROM delivery WHERE broadcast_id = @id AND state = 'pending')
                OR EXISTS (SELECT 1 FROM delivery WHERE broadcast_id = @id AND state = 'sending')
            """, new { id = broadcast.Value }, cancellationToken: cancellation)) != 0;
    }

    /// <summary>Whether a message of this broadcast is in flight.</summary>
    public async Task<bool> IsAnyOnItsWayAsync(BroadcastId broadcast, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT EXISTS (SELECT 1 FROM delivery WHERE broadcast_id = @id AND state = 'sending')",
            new { id = broadcast.Value }, cancellationToken: cancellation)) != 0;
    }

    /// <summary>Ends a broadcast of which everybody's row is final.</summary>
    public Task FinishAsync(BroadcastId broadcast, CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE broadcast SET state = 'finished', finished_at = @now WHERE id = @id AND state = 'sending'",
            new { id = broadcast.Value, now = StoredTime.Write(clock.GetUtcNow()) }, transaction, cancellationToken: cancellation)),
            cancellation);

    /// <summary>She tapped the bell: it is counted once, and no bell of this broadcast waits any more.</summary>
    public Task OpenedAsync(BroadcastId broadcast, SubscriberId subscriber, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            var connection = transaction.Connection!;
            var parameters = new { id = broadcast.Value, who = subscriber.Value };
            await connection.ExecuteAsync(new CommandDefinition(
                """
                UPDATE subscriber SET bell_message = NULL, bell_broadcast = NULL
                WHERE id = @who AND bell_broadcast = @id
                """, parameters, transaction, cancellationToken: cancellation));
            var isFirst = await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE delivery SET opened = 1 WHERE broadcast_id = @id AND subscriber_id = @who AND opened = 0",
                parameters, transaction, cancellationToken: cancellation));
            if (isFirst == 0) return;
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE broadcast SET opened = opened + 1 WHERE id = @id", parameters, transaction, cancellationToken: cancellation));
        }, cancellation);

    /// <summary>Messages of a withdrawn broadcast that still stand in chats.</summary>
    public async Task<IReadOnlyList<StandingMessage>> StandingAsync(
        BroadcastId broadcast, SubscriberId after, int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<TakeBackRow>(new CommandDefinition(
            """
            SELECT s.id, s.chat_sealed, s.language, s.place, d.message_id, d.opened
            FROM delivery d JOIN subscriber s ON s.id = d.subscriber_id
            WHERE d.broadcast_id = @id AND d.message_id IS NOT NULL AND d.subscriber_id > @after
            ORDER BY d.subscriber_id LIMIT @most
            """, new { id = broadcast.Value, after = after.Value, most }, cancellationToken: cancellation));
        return [.. rows.Select(row => new StandingMessage(
            new SubscriberId(row.Id), _chats.Open(row.ChatSealed), LanguageCodes.FromCode(row.Language)!.Value,
            Places.FromLetter(row.Place[0])!.Value, new MessageId((int)row.MessageId), row.Opened != 0))];
    }

    /// <summary>Writes down that these messages do not stand any more.</summary>
    public Task TakenBackAsync(BroadcastId broadcast, IReadOnlyList<SubscriberId> whose, CancellationToken cancellation) =>
        database.WriteAsync(async transaction =>
        {
            var parameters = new { id = broadcast.Value, whose = whose.Select(who => who.Value) };
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "UPDATE delivery SET message_id = NULL WHERE broadcast_id = @id AND subscriber_id IN @whose",
                parameters, transaction, cancellationToken: cancellation));
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                UPDATE subscriber SET bell_message = NULL, bell_broadcast = NULL
                WHERE id IN @whose AND bell_broadcast = @id
                """, parameters, transaction, cancellationToken: cancellation));
        }, cancellation);
}

/// <summary>A message of a withdrawn broadcast that still stands in a chat.</summary>
/// <param name="Opened">She has tapped it, so that the message may have become her panel.</param>
public sealed record StandingMessage(SubscriberId Id, ChatId Chat, Language Language, Place Place, MessageId Message, bool Opened);
