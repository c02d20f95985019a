using System.Data.Common;
using Dapper;
using ResourceBot.Storage;

namespace ResourceBot.People;

/// <summary>How the team works; the owner decides.</summary>
/// <param name="Solo">A team of one: what somebody wrote she may approve herself. Every staff screen says so.</param>
/// <param name="SecondFactor">Publishing, approving and changing roles asks for a code of an authenticator app.</param>
public sealed record StaffRules(bool Solo, bool SecondFactor);

/// <summary>The one row with the rules of the team.</summary>
public sealed class StaffRulesStore(Database database)
{
    private const string Select = "SELECT solo, second_factor FROM staff_rules WHERE only_row = 1";

    private sealed record Row(long Solo, long SecondFactor)
    {
        public StaffRules ToRules() => new(Solo != 0, SecondFactor != 0);
    }

    public async Task<StaffRules> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QuerySingleAsync<Row>(new CommandDefinition(Select, cancellationToken: cancellation))).ToRules();
    }

    public static async Task<StaffRules> ReadAsync(DbTransaction transaction, CancellationToken cancellation) =>
        (await transaction.Connection!.QuerySingleAsync<Row>(new CommandDefinition(
            Select, transaction: transaction, cancellationToken: cancellation))).ToRules();

    public static Task WriteAsync(DbTransaction transaction, StaffRules rules, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE staff_rules SET solo = @solo, second_factor = @factor WHERE only_row = 1",
            new { solo = rules.Solo ? 1 : 0, factor = rules.SecondFactor ? 1 : 0 }, transaction, cancellationToken: cancellation));
}
