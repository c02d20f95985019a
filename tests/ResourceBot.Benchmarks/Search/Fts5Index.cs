using Microsoft.Data.Sqlite;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Search;
using ResourceBot.Languages;

namespace ResourceBot.Benchmarks.Search;

/// <summary>
/// The two SQLite ways of searching that the index in memory is compared with: a bare FTS5 query over the plain texts, and a
/// ladder of AND queries over the analysed terms that only finds candidates, which are then scored like everywhere.
/// </summary>
internal sealed class Fts5Index : IDisposable
{
    private const int EnoughCandidates = 40;
    private const int MostQueries = 10;
    private const int MostRows = 200;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public Fts5Index(IReadOnlyList<Resource> resources, SearchIndex index)
    {
        _connection.Open();
        Execute("CREATE VIRTUAL TABLE plain USING fts5(text, content='')");
        Execute("CREATE VIRTUAL TABLE terms USING fts5(term, content='', detail=none)");
        var all = index.TermsByEntry();
        using var transaction = _connection.BeginTransaction();
        using var plain = Insert("plain", transaction);
        using var terms = Insert("terms", transaction);
        foreach (var resource in resources)
        {
            Run(plain, resource.Id.Value, string.Join(' ', LanguageCodes.All.Select(language => resource.TextFor(language)).Select(text => $"{text.Title} {text.Summary} {text.Who}")));
            Run(terms, resource.Id.Value, string.Join(' ', all[resource.Id].Select(Token)));
        }

        transaction.Commit();
    }

    /// <summary>The best five by bm25 of any of the words, as the plain default would do it.</summary>
    public int AskPlain(string words)
    {
        var tokens = Tokens.Split(Folding.Fold(words, SearchQuestion.MostLetters)).Select(token => $"\"{token.Text}\"").ToList();
        return tokens.Count == 0 ? 0 : Rows($"SELECT rowid FROM plain WHERE plain MATCH @match ORDER BY bm25(plain) LIMIT 5", string.Join(" OR ", tokens)).Count;
    }

    /// <summary>Candidates from all units together, then from ever fewer of them, until there are enough.</summary>
    public HashSet<long> AskLadder(IReadOnlyList<Unit> units)
    {
        var found = new HashSet<long>();
        var ordered = units.OrderByDescending(unit => unit.Weight).Take(5).ToList();
        var queries = 0;
        for (var size = ordered.Count; size > 0 && found.Count < EnoughCandidates; size--)
        {
            foreach (var subset in Subsets(ordered, size))
            {
                if (found.Count >= EnoughCandidates || queries++ >= MostQueries) return found;
                var match = string.Join(" AND ", subset.Select(unit => $"({string.Join(" OR ", unit.Terms.Select(term => $"\"{Token(term.Term)}\""))})"));
                found.UnionWith(Rows($"SELECT rowid FROM terms WHERE terms MATCH @match LIMIT {MostRows}", match));
            }
        }

        return found;
    }

    public void Dispose() => _connection.Dispose();

    // One token for FTS5 whatever letters are in it.
    private static string Token(string term) => "t" + Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(term));

    private static IEnumerable<List<Unit>> Subsets(List<Unit> units, int size) =>
        Enumerable.Range(1, (1 << units.Count) - 1).Where(bits => int.PopCount(bits) == size)
            .Select(bits => units.Where((_, i) => (bits >> i & 1) == 1).ToList())
            .OrderByDescending(subset => subset.Sum(unit => unit.Weight));

    private List<long> Rows(string sql, string match)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@match", match);
        using var reader = command.ExecuteReader();
        var rows = new List<long>();
        while (reader.Read()) rows.Add(reader.GetInt64(0));
        return rows;
    }

    private SqliteCommand Insert(string table, SqliteTransaction transaction)
    {
        var command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} (rowid, {(table == "plain" ? "text" : "term")}) VALUES (@id, @text)";
        command.Parameters.Add("@id", SqliteType.Integer);
        command.Parameters.Add("@text", SqliteType.Text);
        return command;
    }

    private static void Run(SqliteCommand command, long id, string text)
    {
        command.Parameters["@id"].Value = id;
        command.Parameters["@text"].Value = text;
        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
