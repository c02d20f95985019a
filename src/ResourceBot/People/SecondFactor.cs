using System.Data.Common;
using Dapper;
using OtpNet;
using ResourceBot.Languages;
using ResourceBot.Storage;

namespace ResourceBot.People;

/// <summary>How somebody stands with the second factor.</summary>
public enum FactorStanding
{
    /// <summary>The team does not require it.</summary>
    NotRequired,

    /// <summary>It is required, and she has set up none.</summary>
    NotSetUp,

    /// <summary>She must send a code.</summary>
    NeedsCode,

    /// <summary>She sent one a short while ago.</summary>
    Passed,
}

/// <summary>What a code was.</summary>
public enum FactorAnswer
{
    Right,
    Wrong,

    /// <summary>Not six digits, so nothing was tried.</summary>
    NoCode,

    TooMany,
    NotSetUp,
}

/// <summary>
/// Codes of an authenticator app (TOTP, RFC 6238: SHA-1, 6 digits, 30 s). The shared key lies sealed in the database. A code
/// counts once, for a short session; wrong ones are counted.
/// </summary>
public sealed class SecondFactor(Database database, Seal seal, AuditTrail audit, TimeProvider clock)
{
    /// <summary>How long a code counts.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromMinutes(15);

    /// <summary>Tries in an hour; a million codes, so guessing is hopeless.</summary>
    public const int MostTries = 5;

    private const int KeyBytes = 20;
    private const int CodeLength = 6;
    private const string Purpose = "second-factor";
    private static readonly TimeSpan TriesWithin = TimeSpan.FromHours(1);

    // One step to either side, for a phone whose clock is a little off (RFC 6238, section 5.2).
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    private sealed record Row(byte[] Sealed, long Confirmed, long LastStep, string? PassedUntil, long Tries, string TriesSince);

    public async Task<FactorStanding> StandingAsync(StaffMember member, StaffRules rules, CancellationToken cancellation)
    {
        if (!rules.SecondFactor) return FactorStanding.NotRequired;
        await using var connection = await database.OpenAsync(cancellation);
        var row = await FindAsync(connection, transaction: null, member.Id, cancellation);
        return row is not { Confirmed: 1 } ? FactorStanding.NotSetUp
            : row.PassedUntil is { } until && StoredTime.Read(until) > clock.GetUtcNow() ? FactorStanding.Passed
            : FactorStanding.NeedsCode;
    }

    public async Task<bool> HasAsync(StaffMember member, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await FindAsync(connection, transaction: null, member.Id, cancellation) is { Confirmed: 1 };
    }

    /// <summary>Makes a key, to be confirmed by the first code. One that waits for that stays the same until it is given up.</summary>
    /// <returns>The key in base 32, as apps take it; null when she has a working one already.</returns>
    public Task<string?> BeginAsync(StaffMember member, CancellationToken cancellation) => database.WriteAsync<string?>(async transaction =>
    {
        if (await FindAsync(transaction.Connection!, transaction, member.Id, cancellation) is { } row)
            return row.Confirmed == 1 ? null : Written(seal.Open(Purpose, row.Sealed));
        var key = KeyGeneration.GenerateRandomKey(KeyBytes);
        await ExecuteAsync(
            transaction,
            "INSERT INTO staff_factor (staff_id, sealed, confirmed, last_step, tries, tries_since) VALUES (@id, @content, 0, 0, 0, @now)",
            new { id = member.Id.Value, content = seal.Close(Purpose, key), now = Now() }, cancellation);
        return Written(key);
    }, cancellation);

    /// <summary>Gives up a key that no code has confirmed; one that works stays.</summary>
    public Task GiveUpAsync(StaffMember member, CancellationToken cancellation) => database.WriteAsync(
        transaction => ExecuteAsync(
            transaction, "DELETE FROM staff_factor WHERE staff_id = @id AND confirmed = 0", new { id = member.Id.Value }, cancellation),
        cancellation);

    /// <summary>Takes a code; the first right one also confirms the key.</summary>
    /// <param name="typed">As she typed it, in any digits.</param>
    public Task<FactorAnswer> TryAsync(StaffMember member, string typed, CancellationToken cancellation) => database.WriteAsync(async transaction =>
    {
        if (await FindAsync(transaction.Connection!, transaction, member.Id, cancellation) is not { } row) return FactorAnswer.NotSetUp;
        if (Code(typed) is not { } code) return FactorAnswer.NoCode;
        var now = clock.GetUtcNow();
        var inTime = StoredTime.Read(row.TriesSince) + TriesWithin > now;
        if (inTime && row.Tries >= MostTries) return FactorAnswer.TooMany;
        var right = new Totp(seal.Open(Purpose, row.Sealed)).VerifyTotp(now.UtcDateTime, code, out var step, Window) && step > row.LastStep;
        var tries = inTime ? row.Tries + 1 : 1;
        await ExecuteAsync(
            transaction,
            right
                ? "UPDATE staff_factor SET confirmed = 1, last_step = @step, passed_until = @until, tries = 0, tries_since = @now WHERE staff_id = @id"
                : "UPDATE staff_factor SET tries = @tries, tries_since = @since WHERE staff_id = @id",
            new
            {
                id = member.Id.Value,
                step,
                until = StoredTime.Write(now + Session),
                now = Now(),
                tries,
                since = inTime ? row.TriesSince : Now(),
            }, cancellation);
        if (right && row.Confirmed == 0)
            await audit.WriteAsync(transaction, member, Deeds.FactorSet, member.Alias, contentHash: null, cancellation);
        // The first wrong code of an hour and the one that closes the door: what comes between would only fill the trail.
        if (!right && (tries == 1 || tries == MostTries))
            await audit.WriteAsync(transaction, member, tries == 1 ? Deeds.FactorWrong : Deeds.FactorClosed, member.Alias, contentHash: null, cancellation);
        return right ? FactorAnswer.Right : FactorAnswer.Wrong;
    }, cancellation);

    /// <summary>Forgets somebody's key, so that she can set up a new phone.</summary>
    public async Task ForgetAsync(DbTransaction transaction, StaffMember by, StaffMember whose, CancellationToken cancellation)
    {
        await ExecuteAsync(transaction, "DELETE FROM staff_factor WHERE staff_id = @id", new { id = whose.Id.Value }, cancellation);
        await audit.WriteAsync(transaction, by, Deeds.FactorLost, whose.Alias, contentHash: null, cancellation);
    }

    // In any digits, and with the space that apps put into the middle; words beside it make it no code.
    private static string? Code(string typed)
    {
        var code = string.Concat(Digits.ToAscii(typed).Where(letter => !char.IsWhiteSpace(letter) && letter != '-'));
        return code.Length == CodeLength && code.All(char.IsAsciiDigit) ? code : null;
    }

    private static string Written(byte[] key) => Base32Encoding.ToString(key).TrimEnd('=');

    private static Task<Row?> FindAsync(
        DbConnection connection, DbTransaction? transaction, StaffId id, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<Row?>(new CommandDefinition(
            "SELECT sealed, confirmed, last_step, passed_until, tries, tries_since FROM staff_factor WHERE staff_id = @id",
            new { id = id.Value }, transaction, cancellationToken: cancellation));

    private string Now() => StoredTime.Write(clock.GetUtcNow());

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object parameters, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation));
}
