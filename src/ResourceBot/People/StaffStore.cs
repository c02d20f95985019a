using System.Data.Common;
using System.Globalization;
using Dapper;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.People;

/// <summary>
/// Who is staff. Asked anew for every action and never kept in memory, so that a revoked role is gone at once, in every
/// process. A row holds no name; a revoked one also no chat any more, only the alias that the audit trail needs.
/// </summary>
public sealed class StaffStore(Database database, Seal seal, TimeProvider clock, Random random)
{
    private const string MemberColumns = "s.id, s.alias, s.role";
    private readonly ChatSeal _chats = new(seal, "staff");

    private sealed record MemberRow(long Id, string Alias, string Role)
    {
        public StaffMember ToMember() => new(new StaffId(Id), Alias, Roles.FromCode(Role)!.Value);
    }

    // Not a positional record: SQLite gives a computed column no type while there is no row, and Dapper then finds no constructor.
    private sealed class LineRow
    {
        public long Id { get; init; }
        public string Alias { get; init; } = "";
        public string Role { get; init; } = "";
        public string JoinedOn { get; init; } = "";
        public long Fixed { get; init; }
        public long HasFactor { get; init; }
    }

    private sealed record ChatRow(byte[] ChatSealed, string Role);

    /// <returns>Null when this chat is nobody's on the staff.</returns>
    public async Task<StaffMember?> FindAsync(ChatId chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await FindAsync(connection, transaction: null, chat, cancellation);
    }

    /// <summary>The same inside a write, so that nothing can be revoked between the question and the deed.</summary>
    public Task<StaffMember?> FindAsync(DbTransaction transaction, ChatId chat, CancellationToken cancellation) =>
        FindAsync(transaction.Connection!, transaction, chat, cancellation);

    public async Task<bool> MayAsync(ChatId chat, Right right, CancellationToken cancellation) =>
        await FindAsync(chat, cancellation) is { } member && member.May(right);

    /// <returns>Null when there is no such member (any more).</returns>
    public static async Task<StaffMember?> FindAsync(DbTransaction transaction, StaffId id, CancellationToken cancellation) =>
        (await transaction.Connection!.QuerySingleOrDefaultAsync<MemberRow>(new CommandDefinition(
            $"SELECT {MemberColumns} FROM staff s WHERE s.id = @id AND s.revoked_on IS NULL",
            new { id = id.Value }, transaction, cancellationToken: cancellation)))?.ToMember();

    /// <summary>Owners first, then in the order in which they joined.</summary>
    public async Task<IReadOnlyList<StaffLine>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<LineRow>(new CommandDefinition(
            """
            SELECT s.id, s.alias, s.role, s.joined_on, s.fixed,
                   (SELECT COUNT(*) FROM staff_factor f WHERE f.staff_id = s.id AND f.confirmed = 1) AS has_factor
            FROM staff s WHERE s.revoked_on IS NULL
            ORDER BY CASE s.role WHEN 'owner' THEN 0 WHEN 'admin' THEN 1 ELSE 2 END, s.id
            """, cancellationToken: cancellation));
        return [.. rows.Select(row => new StaffLine(
            new MemberRow(row.Id, row.Alias, row.Role).ToMember(),
            DateOnly.ParseExact(row.JoinedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture), row.Fixed != 0, row.HasFactor != 0))];
    }

    /// <summary>How many are on the staff with this role.</summary>
    public static Task<long> CountAsync(DbTransaction transaction, Role role, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM staff WHERE role = @role AND revoked_on IS NULL",
            new { role = role.Code() }, transaction, cancellationToken: cancellation));

    /// <summary>Those whom the setting Staff:Owners named at the last start.</summary>
    public static async Task<IReadOnlyList<StaffMember>> FixedAsync(DbTransaction transaction, CancellationToken cancellation) =>
        [.. (await transaction.Connection!.QueryAsync<MemberRow>(new CommandDefinition(
            $"SELECT {MemberColumns} FROM staff s WHERE s.fixed = 1 AND s.revoked_on IS NULL",
            transaction: transaction, cancellationToken: cancellation))).Select(row => row.ToMember())];

    /// <summary>Whether anybody was ever on the staff.</summary>
    public static async Task<bool> AnyEverAsync(DbTransaction transaction, CancellationToken cancellation) =>
        await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM staff", transaction: transaction, cancellationToken: cancellation)) > 0;

    /// <summary>Where everybody on the staff can be reached, for the command menus.</summary>
    public async Task<IReadOnlyList<(ChatId Chat, Role Role)>> ChatsAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<ChatRow>(new CommandDefinition(
            "SELECT chat_sealed, role FROM staff WHERE revoked_on IS NULL", cancellationToken: cancellation));
        return [.. rows.Select(row => (_chats.Open(row.ChatSealed), Roles.FromCode(row.Role)!.Value))];
    }

    /// <returns>Null when she is not on the staff (any more).</returns>
    public async Task<ChatId?> ChatOfAsync(DbTransaction transaction, StaffId id, CancellationToken cancellation) =>
        await transaction.Connection!.ExecuteScalarAsync<byte[]?>(new CommandDefinition(
            "SELECT chat_sealed FROM staff WHERE id = @id AND revoked_on IS NULL",
            new { id = id.Value }, transaction, cancellationToken: cancellation)) is { } closed
            ? _chats.Open(closed)
            : null;

    /// <summary>Adds somebody under a fresh alias. The chat must not be on the staff yet.</summary>
    /// <param name="isFixed">Named by Staff:Owners.</param>
    public async Task<StaffMember> AddAsync(
        DbTransaction transaction, ChatId chat, Role role, bool isFixed, CancellationToken cancellation)
    {
        var taken = (await transaction.Connection!.QueryAsync<string>(new CommandDefinition(
            "SELECT alias FROM staff", transaction: transaction, cancellationToken: cancellation))).ToHashSet(StringComparer.Ordinal);
        var alias = Aliases.Choose(taken, random);
        var id = await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            INSERT INTO staff (alias, role, chat_key, chat_sealed, joined_on, fixed)
            VALUES (@alias, @role, @key, @closed, @today, @isFixed) RETURNING id
            """,
            new
            {
                alias,
                role = role.Code(),
                key = _chats.Find(chat),
                closed = _chats.Close(chat),
                today = Today(),
                isFixed = isFixed ? 1 : 0,
            }, transaction, cancellationToken: cancellation));
        return new StaffMember(new StaffId(id), alias, role);
    }

    /// <summary>Gives somebody another role; what she had asked to be approved in the one before is void.</summary>
    public static async Task ChangeRoleAsync(
        DbTransaction transaction, StaffId id, Role role, bool isFixed, CancellationToken cancellation)
    {
        var parameters = new { id = id.Value, role = role.Code(), isFixed = isFixed ? 1 : 0 };
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE approval SET state = 'void'
            WHERE requested_by = @id AND state = 'open' AND EXISTS (SELECT 1 FROM staff WHERE id = @id AND role <> @role)
            """, parameters, transaction, cancellationToken: cancellation));
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE staff SET role = @role, fixed = @isFixed WHERE id = @id AND revoked_on IS NULL",
            parameters, transaction, cancellationToken: cancellation));
    }

    /// <summary>Takes every right away and forgets the chat; what she has asked to be approved is void.</summary>
    public async Task RevokeAsync(DbTransaction transaction, StaffId id, CancellationToken cancellation)
    {
        var parameters = new { id = id.Value, today = Today() };
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE staff SET revoked_on = @today, fixed = 0, chat_key = NULL, chat_sealed = NULL WHERE id = @id AND revoked_on IS NULL",
            parameters, transaction, cancellationToken: cancellation));
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM staff_factor WHERE staff_id = @id", parameters, transaction, cancellationToken: cancellation));
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE approval SET state = 'void' WHERE requested_by = @id AND state = 'open'",
            parameters, transaction, cancellationToken: cancellation));
    }

    private async Task<StaffMember?> FindAsync(
        DbConnection connection, DbTransaction? transaction, ChatId chat, CancellationToken cancellation) =>
        (await connection.QuerySingleOrDefaultAsync<MemberRow>(new CommandDefinition(
            $"SELECT {MemberColumns} FROM staff s WHERE s.chat_key = @key",
            new { key = _chats.Find(chat) }, transaction, cancellationToken: cancellation)))?.ToMember();

    // To the day: when exactly somebody joined is nobody's business.
    private string Today() => KabulTime.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
