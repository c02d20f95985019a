namespace ResourceBot.Catalogue.Seeds;

/// <summary>What loading the seeds did.</summary>
/// <param name="Kept">Entries whose seed changed but which an admin had changed before: the admin's word stands.</param>
/// <param name="Errors">Mistakes; the files that they stand in were refused whole.</param>
public sealed record SeedReport(int Added, int Changed, int Unchanged, int Kept, IReadOnlyList<SeedError> Errors)
{
    public override string ToString() =>
        $"{Added} new, {Changed} changed, {Unchanged} unchanged, {Kept} kept as an admin left them, "
        + $"{Errors.Select(error => error.File).Distinct(StringComparer.Ordinal).Count()} files refused";
}
