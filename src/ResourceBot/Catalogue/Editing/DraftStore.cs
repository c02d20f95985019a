using System.Data.Common;
using System.Globalization;
using Dapper;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Editing;

/// <summary>Drafts in the database.</summary>
public sealed class DraftStore(Database database)
{
    /// <summary>The kind of the approvals that drafts wait for.</summary>
    public const string ApprovalKind = "entry";

    /// <summary>Where the form stands in a draft that has just begun.</summary>
    public const string FirstStep = "link";

    private const string Select =
        """
        SELECT d.id, d.resource_id, d.holder, s.alias, d.writers, d.state, d.step, d.language, d.body, d.base, d.version, d.rejected
        FROM draft d JOIN staff s ON s.id = d.holder
        """;

    private sealed record Row(
        long Id, long? ResourceId, long Holder, string Alias, string Writers, string State, string Step, string Language,
        string Body, string? Base, long Version, string? Rejected)
    {
        public Draft ToDraft() => new(
            new DraftId(Id),
            ResourceId is { } resource ? new ResourceId(resource) : null,
            new StaffId(Holder),
            Alias,
            [.. Writers.Split(' ').Select(writer => new StaffId(long.Parse(writer, CultureInfo.InvariantCulture)))],
            State == "review",
            Step,
            LanguageCodes.FromCode(Language)!.Value,
            DraftBody.Parse(Body),
            Base is null ? null : DraftBody.Parse(Base),
            (int)Version,
            Rejected);
    }

    public async Task<Draft?> FindAsync(DraftId id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"{Select} WHERE d.id = @id", new { id = id.Value }, cancellationToken: cancellation)))?.ToDraft();
    }

    public static async Task<Draft?> FindAsync(DbTransaction transaction, DraftId id, CancellationToken cancellation) =>
        (await transaction.Connection!.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"{Select} WHERE d.id = @id", new { id = id.Value }, transaction, cancellationToken: cancellation)))?.ToDraft();

    /// <summary>The draft that changes this entry.</summary>
    public static async Task<Draft?> FindAsync(DbTransaction transaction, ResourceId resource, CancellationToken cancellation) =>
        (await transaction.Connection!.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"{Select} WHERE d.resource_id = @id", new { id = resource.Value }, transaction, cancellationToken: cancellation)))?.ToDraft();

    /// <summary>Her drafts of entries that are not in the catalogue yet, the newest first.</summary>
    public static async Task<IReadOnlyList<Draft>> ListNewAsync(DbTransaction transaction, StaffMember holder, CancellationToken cancellation) =>
        [.. (await transaction.Connection!.QueryAsync<Row>(new CommandDefinition(
            $"{Select} WHERE d.holder = @holder AND d.resource_id IS NULL ORDER BY d.id DESC",
            new { holder = holder.Id.Value }, transaction, cancellationToken: cancellation))).Select(row => row.ToDraft())];

    /// <summary>Every draft, the newest first.</summary>
    public async Task<IReadOnlyList<Draft>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return [.. (await connection.QueryAsync<Row>(new CommandDefinition(
            $"{Select} ORDER BY d.id DESC", cancellationToken: cancellation))).Select(row => row.ToDraft())];
    }

    /// <param name="from">The entry that it changes; null for a new one.</param>
    public static async Task<DraftId> AddAsync(
        DbTransaction transaction, StaffMember writer, Resource? from, DraftBody body, Language language, CancellationToken cancellation) =>
        new(await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            INSERT INTO draft (resource_id, holder, writers, state, step, language, body, base, version)
            VALUES (@resource, @holder, @writers, 'draft', @step, @language, @body, @before, 1) RETURNING id
            """,
            new
            {
                resource = from?.Id.Value,
                holder = writer.Id.Value,
                writers = writer.Id.Value.ToString(CultureInfo.InvariantCulture),
                step = FirstStep,
                language = language.Code(),
                body = body.Text,
                before = from is null ? null : DraftBody.Of(from).Text,
            }, transaction, cancellationToken: cancellation)));

    /// <summary>Writes a changed draft. It is a draft again, and a request to approve what it was is void.</summary>
    /// <param name="changed">As it was read, with its new values; the version still the one that was read.</param>
    /// <returns>False when somebody changed it since.</returns>
    public static async Task<bool> ChangeAsync(
        DbTransaction transaction, Draft changed, StaffMember by, CancellationToken cancellation)
    {
        var writers = changed.Writers.Append(by.Id).Distinct().Select(writer => writer.Value);
        var done = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE draft SET body = @body, base = @before, writers = @writers, state = 'draft', step = @Step, version = version + 1
            WHERE id = @id AND version = @Version
            """,
            new
            {
                id = changed.Id.Value,
                body = changed.Body.Text,
                before = changed.Base?.Text,
                writers = string.Join(' ', writers),
                changed.Step,
                changed.Version,
            }, transaction, cancellationToken: cancellation));
        await Approvals.VoidAsync(transaction, ApprovalKind, changed.Subject, cancellation);
        return done == 1;
    }

    /// <summary>Remembers where in the form the writer stands; what was written stays as it is.</summary>
    public Task StepAsync(DraftId id, string step, CancellationToken cancellation) => database.WriteAsync(
        transaction => ExecuteAsync(transaction, "UPDATE draft SET step = @step WHERE id = @id", new { id = id.Value, step }, cancellation),
        cancellation);

    public static Task HoldAsync(DbTransaction transaction, DraftId id, StaffMember holder, CancellationToken cancellation) =>
        ExecuteAsync(transaction, "UPDATE draft SET holder = @holder, state = 'draft' WHERE id = @id", new { id = id.Value, holder = holder.Id.Value }, cancellation);

    /// <param name="rejected">Why it came back; null when it goes to review.</param>
    public static Task ReviewAsync(
        DbTransaction transaction, DraftId id, bool inReview, string? rejected, CancellationToken cancellation) =>
        ExecuteAsync(
            transaction,
            "UPDATE draft SET state = @state, rejected = @rejected WHERE id = @id",
            new { id = id.Value, state = inReview ? "review" : "draft", rejected }, cancellation);

    public static async Task DeleteAsync(DbTransaction transaction, Draft draft, CancellationToken cancellation)
    {
        await Approvals.VoidAsync(transaction, ApprovalKind, draft.Subject, cancellation);
        await ExecuteAsync(transaction, "DELETE FROM draft WHERE id = @id", new { id = draft.Id.Value }, cancellation);
    }

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object parameters, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation));
}
