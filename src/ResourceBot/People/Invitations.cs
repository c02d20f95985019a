using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using ResourceBot.Chat;
using ResourceBot.Storage;

namespace ResourceBot.People;

/// <summary>Somebody came with a code.</summary>
/// <param name="Before">The role that she had already.</param>
public sealed record Welcomed(StaffMember Member, Role? Before);

/// <summary>
/// One-time codes that make somebody staff: invitations by an owner, and the claim code that the program prints when there
/// is no owner. The code itself is shown once and stands nowhere.
/// </summary>
public sealed class Invitations(StaffStore staff, AuditTrail audit, Seal seal, TimeProvider clock)
{
    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(48);

    // 128 bits, as 22 letters of base64url: they fit the payload of a deep link (64 of A-Z a-z 0-9 _ -).
    private const int CodeBytes = 16;
    private const int CodeLetters = 22;
    private const string Purpose = "invite";

    private sealed record Row(string Role, long? InvitedBy, string ExpiresAt);

    /// <summary>Whether a text can be a code at all.</summary>
    public static bool LooksLikeCode(string text) =>
        text.Length == CodeLetters && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public async Task<string> InviteAsync(DbTransaction transaction, StaffMember by, Role role, CancellationToken cancellation)
    {
        var code = await AddAsync(transaction, role, by.Id, Life, cancellation);
        await audit.WriteAsync(transaction, by, Deeds.StaffInvited, role.Code(), contentHash: null, cancellation);
        return code;
    }

    /// <summary>The claim code for the first owner; one from an earlier start stops working.</summary>
    public async Task<string> ClaimCodeAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        await ExecuteAsync(transaction, "DELETE FROM staff_invite WHERE invited_by IS NULL", null, cancellation);
        return await AddAsync(transaction, Role.Owner, invitedBy: null, TimeSpan.FromDays(3650), cancellation);
    }

    /// <summary>Uses a code up. The inviter's right is looked up again: a revoked owner's invitations are worth nothing.</summary>
    /// <returns>Null when there is no such code (any more).</returns>
    public async Task<Welcomed?> UseAsync(DbTransaction transaction, ChatId chat, string code, CancellationToken cancellation)
    {
        var key = Key(code);
        var row = await transaction.Connection!.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "SELECT role, invited_by, expires_at FROM staff_invite WHERE code_key = @key",
            new { key }, transaction, cancellationToken: cancellation));
        if (row is null || StoredTime.Read(row.ExpiresAt) <= clock.GetUtcNow() || !await MayStillAsync(transaction, row, cancellation))
            return null;
        await ExecuteAsync(transaction, "DELETE FROM staff_invite WHERE code_key = @key", new { key }, cancellation);
        return await WelcomeAsync(transaction, chat, Roles.FromCode(row.Role)!.Value, cancellation);
    }

    /// <summary>Puts a chat on the staff, or raises the role that it has; a lower one than it has changes nothing.</summary>
    public async Task<Welcomed> WelcomeAsync(DbTransaction transaction, ChatId chat, Role role, CancellationToken cancellation)
    {
        if (await staff.FindAsync(transaction, chat, cancellation) is not { } known)
        {
            var joined = await staff.AddAsync(transaction, chat, role, isFixed: false, cancellation);
            await audit.WriteAsync(transaction, joined, Deeds.StaffJoined, role.Code(), contentHash: null, cancellation);
            return new Welcomed(joined, Before: null);
        }

        if (known.Role <= role) return new Welcomed(known, known.Role);
        await StaffStore.ChangeRoleAsync(transaction, known.Id, role, isFixed: false, cancellation);
        await audit.WriteAsync(transaction, known, Deeds.RoleChanged, $"{known.Alias} {role.Code()}", contentHash: null, cancellation);
        return new Welcomed(known with { Role = role }, known.Role);
    }

    private static async Task<bool> MayStillAsync(DbTransaction transaction, Row row, CancellationToken cancellation) =>
        row.InvitedBy is not { } by
            ? await StaffStore.CountAsync(transaction, Role.Owner, cancellation) == 0
            : await StaffStore.FindAsync(transaction, new StaffId(by), cancellation) is { } inviter && inviter.May(Right.ManageStaff);

    private async Task<string> AddAsync(
        DbTransaction transaction, Role role, StaffId? invitedBy, TimeSpan life, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await ExecuteAsync(
            transaction, "DELETE FROM staff_invite WHERE expires_at <= @now", new { now = StoredTime.Write(now) }, cancellation);
        var code = Convert.ToBase64String(RandomNumberGenerator.GetBytes(CodeBytes))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
        await ExecuteAsync(
            transaction,
            "INSERT INTO staff_invite (code_key, role, invited_by, expires_at) VALUES (@key, @role, @by, @until)",
            new { key = Key(code), role = role.Code(), by = invitedBy?.Value, until = StoredTime.Write(now + life) }, cancellation);
        return code;
    }

    private byte[] Key(string code) => seal.Find(Purpose, Encoding.UTF8.GetBytes(code));

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object? parameters, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation));
}
