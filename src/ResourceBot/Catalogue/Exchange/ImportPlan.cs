using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>An entry that an import would write.</summary>
/// <param name="Before">Null for a new one.</param>
/// <param name="Fields">The columns that change; none for a new one.</param>
public sealed record PlannedEntry(int Line, Resource? Before, Resource After, IReadOnlyList<string> Fields);

/// <summary>What an import would do. With one mistake in the file it does nothing.</summary>
/// <param name="Marks">By slug a short hash of what an entry is and would become.</param>
/// <param name="Hash">SHA-256 over all that would be written and over what stands there now: whoever approves, approves this.</param>
public sealed record ImportPlan(
    IReadOnlyList<PlannedEntry> New, IReadOnlyList<PlannedEntry> Changed, int Unchanged, IReadOnlyList<ImportProblem> Problems,
    IReadOnlyDictionary<string, string> Marks, string Hash)
{
    /// <summary>All that would be written: what changes, then what is new.</summary>
    public IReadOnlyList<PlannedEntry> Entries { get; } = [.. Changed, .. New];

    public bool CanApply => Problems.Count == 0 && New.Count + Changed.Count > 0;

    /// <summary>The marks as a text, a line an entry.</summary>
    internal string MarksText => string.Join('\n', Marks.Select(mark => $"{mark.Key} {mark.Value}"));

    /// <summary>The slugs of what is not as it was when this text of marks was made; of entries that came or went, too.</summary>
    internal IReadOnlyList<string> MovedSince(string marksText)
    {
        var then = marksText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(
            parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        return then.Count == 0 ? [] :
        [
            .. Marks.Where(mark => then.GetValueOrDefault(mark.Key) != mark.Value).Select(mark => mark.Key),
            .. then.Keys.Where(slug => !Marks.ContainsKey(slug)),
        ];
    }

    /// <summary>Compares a file with the catalogue as it is.</summary>
    /// <param name="transaction">Null outside a write.</param>
    internal static async Task<ImportPlan> MakeAsync(
        DbConnection connection, DbTransaction? transaction, ImportFile file, DateOnly today, CancellationToken cancellation)
    {
        // Retired entries too: their slugs are taken, and a file may mend them.
        var catalogue = await ResourceReading.ReadAsync(connection, "1 = 1", parameters: null, cancellation, transaction);
        return new Making(catalogue, file, today).Make();
    }

    private sealed class Making
    {
        // Of one row; a table with its columns in disorder would otherwise make more lines than anybody reads, or a server holds.
        private const int MostMistakes = 6;

        private readonly ImportFile _file;
        private readonly DateOnly _today;
        private readonly Dictionary<string, Resource> _known;
        private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
        private readonly List<ImportProblem> _problems;

        public Making(IReadOnlyList<Resource> catalogue, ImportFile file, DateOnly today)
        {
            (_file, _today) = (file, today);
            _problems = [.. file.Problems];
            _known = catalogue.ToDictionary(entry => entry.Slug.Value, StringComparer.Ordinal);
            foreach (var entry in catalogue)
            {
                foreach (var name in entry.Aliases.Prepend(entry.Slug)) _owners[name.Value] = entry.Slug.Value;
            }
        }

        public ImportPlan Make()
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            List<PlannedEntry> added = [], changed = [];
            var unchanged = 0;
            foreach (var given in _file.Entries)
            {
                if (Read(given) is not { } after) continue;
                if (!seen.TryAdd(after.Slug.Value, given.Line))
                {
                    Problem(given, "slug", Mistake.SlugTwice(seen[after.Slug.Value]));
                    continue;
                }

                if (!TakeNames(given, after)) continue;
                var before = _known.GetValueOrDefault(after.Slug.Value);
                var fields = before is null ? [] : EntryColumns.Differences(before, after);
                if (before is null) added.Add(new PlannedEntry(given.Line, null, Written(after, null), []));
                else if (fields.Count > 0) changed.Add(new PlannedEntry(given.Line, before, Written(after, before), fields));
                else unchanged++;
            }

            var (marks, hash) = Hash([.. added, .. changed]);
            return new ImportPlan(added, changed, unchanged, [.. _problems.OrderBy(problem => problem.Line)], marks, hash);
        }

        private Resource? Read(GivenEntry given)
        {
            var before = _known.GetValueOrDefault(given.Slug);
            var entry = before is null ? EntryJson.Parse(DraftBody.Empty().Text) : EntryJson.Write(before);
            given.PutOn(entry);
            var mistakes = 0;
            using var document = JsonDocument.Parse(EntryJson.Text(entry));
            var read = SeedEntry.Read(
                new EntryReader(document.RootElement, "", (path, problem) =>
                {
                    if (mistakes++ < MostMistakes) Problem(given, given.NameOf(path), problem);
                }), allLanguages: false);
            if (mistakes > MostMistakes) Problem(given, "", Mistake.MoreMistakes(mistakes - MostMistakes));
            return mistakes == 0 ? read : null;
        }

        private bool TakeNames(GivenEntry given, Resource after)
        {
            foreach (var name in after.Aliases.Prepend(after.Slug))
            {
                if (_owners.TryGetValue(name.Value, out var owner) && owner != after.Slug.Value)
                {
                    Problem(given, name == after.Slug ? "slug" : "aliases", Mistake.NameTaken(name.Value, owner));
                    return false;
                }

                _owners[name.Value] = after.Slug.Value;
            }

            return true;
        }

        // A file is no comparison with a source: the day of the last one stays what it was.
        private Resource Written(Resource after, Resource? before) =>
            Publication.Of(after, before, _today) with { ComparedOn = before?.ComparedOn };

        private void Problem(GivenEntry given, string field, Mistake problem) =>
            _problems.Add(new ImportProblem(given.Line, given.Slug.Length <= 60 ? given.Slug : "", field, problem));

        private static (IReadOnlyDictionary<string, string> Marks, string Hash) Hash(IReadOnlyList<PlannedEntry> entries)
        {
            const int letters = 8;
            var marks = new Dictionary<string, string>(StringComparer.Ordinal);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var entry in entries.OrderBy(entry => entry.After.Slug.Value, StringComparer.Ordinal))
            {
                // The link checker moves its date every night; that is no change of what was read.
                string[] sides = [.. new[] { entry.Before, entry.After }.OfType<Resource>()
                    .Select(side => EntryJson.Hash(side with { LinkAnsweredOn = null, ComparedOn = null }))];
                foreach (var side in sides) hash.AppendData(Encoding.ASCII.GetBytes(side + "\n"));
                marks[entry.After.Slug.Value] = string.Concat(sides.Select(side => side[..letters]));
            }

            return (marks, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
    }
}
