using System.Data.Common;
using Dapper;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Broadcasts;

/// <summary>A row of the table, and how it becomes a <see cref="Broadcast"/>.</summary>
internal sealed record BroadcastRow(
    long Id, string State, long Writer, string WriterLanguage, string? Slug, string Missing, string Languages, long Topics, string Place, string? SendAt,
    long Revision, string? FrozenAt, string? FinishedAt, string? WithdrawnAt, string? ReducedAt, string? PauseReason,
    long? ProgressMessage, long ReportDue, long Recipients, long Sent, long Opened, long Refused, long Unknown, long Gone)
{
    private const string Columns =
        """
        id, state, writer, writer_language, slug, missing, languages, topics, place, send_at, revision, frozen_at, finished_at, withdrawn_at,
        reduced_at, pause_reason, progress_message, report_due, recipients, sent, opened, refused, unknown, gone
        """;

    private sealed record TextRow(long BroadcastId, string Language, string Text);

    /// <param name="where">What comes after FROM broadcast.</param>
    public static async Task<IReadOnlyList<Broadcast>> ReadAsync(
        DbConnection connection, DbTransaction? transaction, string where, object? parameters, CancellationToken cancellation)
    {
        var rows = (await connection.QueryAsync<BroadcastRow>(new CommandDefinition(
            $"SELECT {Columns} FROM broadcast {where}", parameters, transaction, cancellationToken: cancellation))).AsList();
        if (rows.Count == 0) return [];
        var texts = (await connection.QueryAsync<TextRow>(new CommandDefinition(
            "SELECT broadcast_id, language, text FROM broadcast_text WHERE broadcast_id IN @ids",
            new { ids = rows.Select(row => row.Id) }, transaction, cancellationToken: cancellation))).ToLookup(text => text.BroadcastId);
        return [.. rows.Select(row => row.ToBroadcast(texts[row.Id]))];
    }

    public static string WriteLanguages(IEnumerable<Language> languages) => string.Join(' ', languages.Select(language => language.Code()));

    private Broadcast ToBroadcast(IEnumerable<TextRow> texts) => new()
    {
        Id = new BroadcastId(Id),
        State = Enum.Parse<BroadcastState>(State, ignoreCase: true),
        Writer = new StaffId(Writer),
        WriterLanguage = LanguageCodes.FromCode(WriterLanguage)!.Value,
        Entry = Catalogue.Slug.TryParse(Slug),
        Missing = Enum.Parse<MissingText>(Missing, ignoreCase: true),
        Audience = new AudienceRule(
            [.. Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => LanguageCodes.FromCode(code)!.Value)],
            new TopicSet((int)Topics), Places.FromLetter(Place[0])!.Value),
        SendAt = Moment(SendAt),
        Revision = (int)Revision,
        Texts = texts.ToDictionary(text => LanguageCodes.FromCode(text.Language)!.Value, text => text.Text),
        Counts = new BroadcastCounts(Recipients, Sent, Opened, Refused, Unknown, Gone),
        PausedBecause = PauseReason is null ? null : Enum.Parse<PauseReason>(PauseReason, ignoreCase: true),
        FrozenAt = Moment(FrozenAt),
        FinishedAt = Moment(FinishedAt),
        IsWithdrawn = WithdrawnAt is not null,
        IsReduced = ReducedAt is not null,
        IsReportDue = ReportDue != 0,
        Progress = ProgressMessage is { } message ? new MessageId((int)message) : null,
    };

    private static DateTimeOffset? Moment(string? text) => text is null ? null : StoredTime.Read(text);
}
