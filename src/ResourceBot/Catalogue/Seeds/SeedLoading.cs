using System.Data.Common;
using Dapper;
using ResourceBot.Storage;

namespace ResourceBot.Catalogue.Seeds;

/// <summary>
/// Brings the seed files into the catalogue. Idempotent by slug: what is there unchanged stays, what changed in the file is
/// brought up to date, and what an admin changed is never overwritten.
/// </summary>
public sealed class SeedLoading(Database database)
{
    private sealed record KnownSeed(long Id, string Slug, string? SeedHash, long Edited);

    /// <param name="folder">Its <c>*.json</c> files are read in the order of their names.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public async Task<SeedReport> LoadAsync(string folder, CancellationToken cancellation)
    {
        var files = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).AsParallel().AsOrdered().Select(SeedFile.Read).ToList();
        var refused = files.SelectMany(file => file.Errors).ToList();
        var accepted = RefuseTaken([.. files.Where(file => file.Errors.Count == 0)], refused);
        return await database.WriteAsync(transaction => LoadAsync(transaction, accepted, refused, cancellation), cancellation);
    }

    private static async Task<SeedReport> LoadAsync(
        DbTransaction transaction, IReadOnlyList<SeedFile> files, IReadOnlyList<SeedError> refused, CancellationToken cancellation)
    {
        var known = (await transaction.Connection!.QueryAsync<KnownSeed>(new CommandDefinition(
            "SELECT id, slug, seed_hash, edited FROM resource", transaction: transaction, cancellationToken: cancellation)))
            .ToDictionary(row => row.Slug, StringComparer.Ordinal);
        int added = 0, changed = 0, unchanged = 0, kept = 0;
        foreach (var seed in files.SelectMany(file => file.Seeds))
        {
            var before = known.GetValueOrDefault(seed.Resource.Slug.Value);
            if (before is null)
            {
                var id = await ResourceWriting.AddAsync(transaction, seed.Resource, cancellation);
                await RememberAsync(transaction, id.Value, seed.Hash, cancellation);
                added++;
            }
            else if (before.SeedHash == seed.Hash)
            {
                unchanged++;
            }
            else if (before.Edited != 0)
            {
                kept++;
            }
            else
            {
                await ResourceWriting.ReplaceAsync(transaction, seed.Resource with { Id = new ResourceId(before.Id) }, cancellation);
                await RememberAsync(transaction, before.Id, seed.Hash, cancellation);
                changed++;
            }
        }

        if (added + changed > 0) await ResourceWriting.RaiseRevisionAsync(transaction, cancellation);
        return new SeedReport(added, changed, unchanged, kept, refused);
    }

    private static Task RememberAsync(DbTransaction transaction, long id, string hash, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE resource SET seed_hash = @hash WHERE id = @id", new { id, hash }, transaction, cancellationToken: cancellation));

    // A slug belongs to one entry in all files together; the later file is the one refused.
    private static List<SeedFile> RefuseTaken(IReadOnlyList<SeedFile> files, List<SeedError> refused)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var accepted = new List<SeedFile>();
        foreach (var file in files)
        {
            var slugs = file.Seeds.SelectMany(seed => seed.Resource.Aliases.Prepend(seed.Resource.Slug).Select(slug => (seed, slug.Value))).ToList();
            var twice = slugs.Where(pair => owners.ContainsKey(pair.Value)).ToList();
            refused.AddRange(twice.Select(pair => new SeedError(
                file.Name, pair.seed.Resource.Slug.Value, "slug", $"\"{pair.Value}\" is taken by an entry of {owners[pair.Value]}")));
            if (twice.Count > 0) continue;
            foreach (var (_, slug) in slugs) owners[slug] = file.Name;
            accepted.Add(file);
        }

        return accepted;
    }
}
