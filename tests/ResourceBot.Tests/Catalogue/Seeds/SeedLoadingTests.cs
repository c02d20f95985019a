using System.Text.Json.Nodes;
using Dapper;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Tests.Catalogue.Seeds;

public sealed class SeedLoadingTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    [Fact]
    public async Task Loading_twice_changes_nothing_the_second_time()
    {
        Write("a.json", Entry("one"), Entry("two"));
        Assert.Equal((2, 0, 0), Numbers(await LoadAsync()));
        Assert.Equal((0, 0, 2), Numbers(await LoadAsync()));
    }

    [Fact]
    public async Task A_changed_entry_is_brought_up_to_date()
    {
        Write("a.json", Entry("one"));
        await LoadAsync();
        Write("a.json", Entry("one", entry => entry["provider"] = "Another"));

        Assert.Equal((0, 1, 0), Numbers(await LoadAsync()));
        Assert.Equal("Another", (await FindAsync("one"))!.Provider);
    }

    [Fact]
    public async Task What_an_admin_changed_is_never_overwritten()
    {
        Write("a.json", Entry("one"));
        await LoadAsync();
        await using (var connection = await _database.Database.OpenAsync(CancellationToken.None))
            await connection.ExecuteAsync("UPDATE resource SET provider = 'Admin', edited = 1");
        Write("a.json", Entry("one", entry => entry["provider"] = "Another"));

        Assert.Equal(1, (await LoadAsync()).Kept);
        Assert.Equal("Admin", (await FindAsync("one"))!.Provider);
    }

    [Fact]
    public async Task A_file_with_one_mistake_is_refused_whole_and_names_file_entry_and_field()
    {
        Write("bad.json", Entry("one"), Entry("two", entry => entry["texts"]!["ps"]!["title"] = ""));
        Write("good.json", Entry("three"));

        var report = await LoadAsync();

        var error = Assert.Single(report.Errors);
        Assert.Equal(("bad.json", "two", "texts.ps.title"), (error.File, error.Entry, error.Field));
        Assert.Equal(1, report.Added);
        Assert.Null(await FindAsync("one"));
        Assert.NotNull(await FindAsync("three"));
    }

    [Theory]
    [InlineData("kind", "\"grant\"", "kind")]
    [InlineData("slug", "\"Not A Slug\"", "slug")]
    [InlineData("link", "\"javascript:alert(1)\"", "link")]
    [InlineData("topics", "[]", "topics")]
    [InlineData("evidence", "[]", "evidence")]
    [InlineData("deadline", "{\"type\":\"date\",\"date\":\"2027-13-01\"}", "deadline.date")]
    [InlineData("deadline", "{\"type\":\"yearly\",\"month\":2,\"day\":30}", "deadline.day")]
    [InlineData("hours", "\"always\"", "hours")]
    [InlineData("evidence", "[{\"source\":\"https://example.org\",\"says\":\"So.\",\"date\":\"2026-13\"}]", "evidence[0].date")]
    [InlineData("evidence", "[{\"source\":\"https://example.org\",\"says\":\"So.\",\"date\":\"2026-02-30\"}]", "evidence[0].date")]
    [InlineData("provider", "\"a\\u202Eb\"", "provider")]
    [InlineData("misspelt", "1", "misspelt")]
    [InlineData("flags", "{}", "flags.free")]
    public async Task Each_kind_of_mistake_is_found(string field, string json, string path)
    {
        Write("bad.json", Entry("one", entry => entry[field] = JsonNode.Parse(json)));
        Assert.Contains((await LoadAsync()).Errors, error => error.Field == path);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("")]
    public async Task What_is_not_a_list_of_entries_is_refused(string text)
    {
        _folder.Write("bad.json", text);
        Assert.Equal("bad.json", Assert.Single((await LoadAsync()).Errors).File);
    }

    [Fact]
    public async Task A_slug_that_two_files_claim_is_refused_in_the_later_one()
    {
        Write("a.json", Entry("one"));
        Write("b.json", Entry("two", entry => entry["aliases"] = new JsonArray("one")));

        var report = await LoadAsync();

        Assert.Equal("b.json", Assert.Single(report.Errors).File);
        Assert.Equal(1, report.Added);
    }

    public Task DisposeAsync()
    {
        _database.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    private Task<SeedReport> LoadAsync() => new SeedLoading(_database.Database).LoadAsync(_folder.Path, CancellationToken.None);

    private Task<Resource?> FindAsync(string slug) => new ResourceStore(_database.Database, TimeProvider.System).FindAsync(Slug.Parse(slug), CancellationToken.None);

    private static (int Added, int Changed, int Unchanged) Numbers(SeedReport report) => (report.Added, report.Changed, report.Unchanged);

    private void Write(string name, params JsonNode[] entries) => _folder.Write(name, new JsonArray(entries).ToJsonString());

    private static JsonNode Entry(string slug, Action<JsonNode>? change = null)
    {
        var text = """{"state":"STATE","from":1,"title":"Title","summary":"Summary","who":"Who","how":"How","safety":null}""";
        var entry = JsonNode.Parse(
            $$$"""
            {"slug":"{{{slug}}}","aliases":[],"kind":"programme","topics":["learning"],"provider":"Provider","link":"https://example.org",
             "levels":["course"],"fields":["any"],"funding":"free","delivery":["online"],"countries":[],"languages":["prs"],
             "audience":{"inside":"yes","outside":"unknown","countries":[],"womenOnly":"yes","ageFrom":null,"ageTo":null},
             "cost":"free","deadline":{"type":"rolling"},"opens":{"type":"unknown"},"documents":[],
             "flags":{"noPassport":"yes","noGrade12":"yes","noLanguageTest":"yes","remote":"yes","littleData":"unknown","free":"yes"},
             "channels":{"phone":[],"email":[],"whatsapp":[],"signal":[],"telegram":[],"form":[]},"hours":null,"status":"open",
             "evidence":[{"source":"https://example.org","says":"So.","date":"2026"}],"linkAnsweredOn":null,"comparedOn":null,"revision":1,
             "texts":{"en":{{{text.Replace("STATE", "original", StringComparison.Ordinal)}}},"prs":{{{text.Replace("STATE", "machine", StringComparison.Ordinal)}}},"ps":{{{text.Replace("STATE", "machine", StringComparison.Ordinal)}}}}}
            """)!;
        change?.Invoke(entry);
        return entry;
    }
}
