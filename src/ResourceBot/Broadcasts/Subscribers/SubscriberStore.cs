using System.Data.Common;
using System.Globalization;
using Dapper;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts.Subscribers;

/// <summary>What a removal found.</summary>
/// <param name="WaitingBell">The bell that stood unread in her chat, to be taken away too.</param>
public sealed record Removed(MessageId? WaitingBell);

/// <summary>
/// Who turned the bell on. A row begins with her tap and ends with her tap, and is gone at once: no mark that it was there
/// is left, and what was still to be sent to her goes with it.
/// </summary>
public sealed class SubscriberStore(Database database, Seal seal, TimeProvider clock)
{
    /// <summary>How long a row lives unless she renews it (GlobaLeaks keeps reports as long by default).</summary>
    public const int LifeDays = 90;

    /// <summary>Of the seal; other tables seal the same chat under other keys.</summary>
    public const string SealPurpose = "subscriber";

    private readonly ChatSeal _chats = new(seal, SealPurpose);

    private sealed record Row(long Id, string Language, long Topics, string Place, string Form, string Hours, string ExpiresOn, long? BellMessage)
    {
        public Subscriber ToSubscriber() => new(
            new SubscriberId(Id),
            new Wishes(
                LanguageCodes.FromCode(Language)!.Value, new TopicSet((int)Topics), Places.FromLetter(Place[0])!.Value,
                WishCodes.ToForm(Form), WishCodes.ToHours(Hours)),
            ReadDay(ExpiresOn),
            BellMessage is not null);
    }

    private sealed record LeavingRow(long Id, long? BellMessage);

    public async Task<Subscriber?> FindAsync(ChatId chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "SELECT id, language, topics, place, form, hours, expires_on, bell_message FROM subscriber WHERE chat_key = @key",
            new { key = _chats.Find(chat) }, cancellationToken: cancellation));
        return row?.ToSubscriber();
    }

    /// <summary>How many days a row has left.</summary>
    public int DaysLeft(Subscriber subscriber) => subscriber.ExpiresOn.DayNumber - KabulTime.Today(clock).DayNumber;

    /// <summary>Turns the bell on, or changes what she asked for; either way the row lives <see cref="LifeDays"/> from today.</summary>
    public Task SaveAsync(ChatId chat, Wishes wishes, CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO subscriber (chat_key, chat_sealed, language, topics, place, form, hours, expires_on)
            VALUES (@key, @closed, @language, @topics, @place, @form, @hours, @expires)
            ON CONFLICT (chat_key) DO UPDATE SET
                language = excluded.language, topics = excluded.topics, place = excluded.place, form = excluded.form,
                hours = excluded.hours, expires_on = excluded.expires_on
            """,
            Parameters(chat, wishes, FreshExpiry()), transaction, cancellationToken: cancellation)), cancellation);

    /// <summary>Writes down that she reads another language now. The row lives no longer for it, and nobody is added.</summary>
    public Task ChangeLanguageAsync(ChatId chat, Language language, CancellationToken cancellation) =>
        database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE subscriber SET language = @language WHERE chat_key = @key",
            new { key = _chats.Find(chat), language = language.Code() }, transaction, cancellationToken: cancellation)), cancellation);

    /// <summary>Adds many rows in one transaction, for rehearsals; none of the chats may be there yet.</summary>
    public Task AddAsync(IEnumerable<(ChatId Chat, Wishes Wishes)> people, CancellationToken cancellation) =>
        database.WriteAsync(transaction =>
        {
            var expires = FreshExpiry();
            return transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO subscriber (chat_key, chat_sealed, language, topics, place, form, hours, expires_on)
                VALUES (@key, @closed, @language, @topics, @place, @form, @hours, @expires)
                """,
                people.Select(person => Parameters(person.Chat, person.Wishes, expires)), transaction, cancellationToken: cancellation));
        }, cancellation);

    /// <summary>Removes every row about her.</summary>
    /// <returns>Null when there was none.</returns>
    public async Task<Removed?> RemoveAsync(ChatId chat, CancellationToken cancellation)
    {
        var key = _chats.Find(chat);
        var removed = await database.WriteAsync(async transaction =>
            await transaction.Connection!.QuerySingleOrDefaultAsync<LeavingRow>(new CommandDefinition(
                "SELECT id, bell_message FROM subscriber WHERE chat_key = @key", new { key }, transaction, cancellationToken: cancellation))
            is { } row
                ? await RemoveAsync(transaction, row, cancellation)
                : null, cancellation);
        // Deleted rows live on in the write-ahead log until it is folded in.
        if (removed is not null) await database.SweepAsync(cancellation);
        return removed;
    }

    /// <summary>Folds the write-ahead log in, where deleted rows live on until then. Call it after removals inside other writes.</summary>
    public Task SweepAsync(CancellationToken cancellation) => database.SweepAsync(cancellation);

    /// <summary>Removes somebody whom Telegram cannot reach any more, inside the write that says so.</summary>
    internal static Task RemoveAsync(DbTransaction transaction, SubscriberId id, CancellationToken cancellation) =>
        RemoveAsync(transaction, new LeavingRow(id.Value, BellMessage: null), cancellation);

    /// <summary>How many rows there are, and how many of them are past their day.</summary>
    public async Task<(long All, long Expired)> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (
            await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT COUNT(*) FROM subscriber", cancellationToken: cancellation)),
            await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                "SELECT COUNT(*) FROM subscriber WHERE expires_on < @today", new { today = Today() }, cancellationToken: cancellation)));
    }

    /// <summary>Removes rows that are past their day, at most so many at a time.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> RemoveExpiredAsync(int most, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        var rows = (await transaction.Connection!.QueryAsync<LeavingRow>(new CommandDefinition(
            "SELECT id, bell_message FROM subscriber WHERE expires_on < @today ORDER BY expires_on LIMIT @most",
            new { today = Today(), most }, transaction, cancellationToken: cancellation))).AsList();
        foreach (var row in rows) await RemoveAsync(transaction, row, cancellation);
        return rows.Count;
    }, cancellation);

    private static async Task<Removed> RemoveAsync(DbTransaction transaction, LeavingRow row, CancellationToken cancellation)
    {
        var connection = transaction.Connection!;
        // Whoever left before her turn is counted, so that the figures of a broadcast still add up.
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE broadcast SET gone = gone + 1
            WHERE frozen_at IS NOT NULL AND reduced_at IS NULL AND EXISTS (
                SELECT 1 FROM delivery d
                WHERE d.broadcast_id = broadcast.id AND d.subscriber_id = @Id AND d.state IN ('pending', 'sending'))
            """, row, transaction, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM delivery
            WHERE subscriber_id = @Id
              AND broadcast_id IN (SELECT id FROM broadcast WHERE frozen_at IS NOT NULL AND reduced_at IS NULL)
            """, row, transaction, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM subscriber WHERE id = @Id", row, transaction, cancellationToken: cancellation));
        return new Removed(row.BellMessage is { } message ? new MessageId((int)message) : null);
    }

    private object Parameters(ChatId chat, Wishes wishes, string expires) => new
    {
        key = _chats.Find(chat),
        closed = _chats.Close(chat),
        language = wishes.Language.Code(),
        topics = wishes.Topics.Bits,
        place = wishes.Place.Letter().ToString(),
        form = wishes.Form.Code(),
        hours = wishes.Hours.Code(),
        expires,
    };

    private string Today() => WriteDay(KabulTime.Today(clock));

    private string FreshExpiry() => WriteDay(KabulTime.Today(clock).AddDays(LifeDays));

    private static string WriteDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly ReadDay(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
