using Dapper;
using ResourceBot.Catalogue.Exchange;

namespace ResourceBot.Tests.Host.CommandLine;

/// <summary>The operator's verbs, with the exit codes of docs/operating.md.</summary>
public sealed class VerbsTests : IDisposable
{
    private const string NewRow =
        "slug;kind;topics;provider;link;evidence;title_en;summary_en;who_en;how_en\n"
        + "new-grant;scholarship;scholarships;Example Foundation;https://new.example.org/;https://new.example.org/ | It says so;New grant;Pays a year.;Women.;Apply.\n";

    private const string Change = "slug;provider\nlearn-afghanistan;LEARN Afghanistan\n";

    private readonly Terminal _terminal = new();

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        Assert.Equal(0, await _terminal.CallAsync("import", _terminal.Write("rows.csv", NewRow)));

        Assert.Contains("New: 1", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("+ new-grant", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("--apply", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _terminal.CallAsync("import", _terminal.Write("change.csv", Change)));
        Assert.Contains("Changed: 1", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("* learn-afghanistan: provider", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _terminal.ReadAsync<long>("SELECT COUNT(*) FROM resource WHERE edited = 1"));
        Assert.Equal(0, await _terminal.ReadAsync<long>("SELECT COUNT(*) FROM audit"));
    }

    [Fact]
    public async Task Applied_it_stands_in_the_catalogue_and_in_the_audit_trail_as_the_operators()
    {
        Assert.Equal(0, await _terminal.CallAsync("import", _terminal.Write("rows.csv", NewRow), "--apply"));
        Assert.Contains("all of it was applied", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _terminal.CallAsync("import", "--apply", _terminal.Write("change.csv", Change)));

        Assert.Equal("Example Foundation", await _terminal.ReadAsync<string>("SELECT provider FROM resource WHERE slug = 'new-grant'"));
        Assert.Equal("LEARN Afghanistan", await _terminal.ReadAsync<string>("SELECT provider FROM resource WHERE slug = 'learn-afghanistan'"));
        // Each file has a line, and each of its entries one.
        Assert.Equal(4, await _terminal.ReadAsync<long>("SELECT COUNT(*) FROM audit WHERE who = 'operator' AND deed = 'entries-imported'"));
        Assert.Equal(0, await _terminal.CallAsync("import", _terminal.File("change.csv"), "--apply"));
        Assert.Contains("changes nothing", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(4, await _terminal.ReadAsync<long>("SELECT COUNT(*) FROM audit"));
    }

    [Fact]
    public async Task With_one_mistake_nothing_is_applied_and_the_line_is_named()
    {
        var file = _terminal.Write("rows.csv", NewRow + "\u001B[2Jbad;dance;;;;;;;;\n");

        Assert.Equal(65, await _terminal.CallAsync("import", file, "--apply"));

        Assert.Contains("line 3", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("dance", _terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', _terminal.Output);
        Assert.Contains("Nothing was done", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(0, await _terminal.ReadAsync<long>("SELECT COUNT(*) FROM resource WHERE slug = 'new-grant'"));
    }

    [Fact]
    public async Task A_file_that_is_not_read_says_why()
    {
        Assert.Equal(65, await _terminal.CallAsync("import", _terminal.Write("book.xlsx", "PK\u0003\u0004 xl/workbook.xml")));
        Assert.Contains("CSV UTF-8", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(65, await _terminal.CallAsync("import", _terminal.Write("big.csv", new byte[ImportFile.MaxBytes + 5])));
        Assert.Contains("2 MB", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(66, await _terminal.CallAsync("import", _terminal.File("nothing.csv")));
        Assert.Contains("nothing.csv", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(66, await _terminal.CallAsync("import", Path.GetDirectoryName(_terminal.DatabaseFile)!));
    }

    [Theory]
    [InlineData("all.csv")]
    [InlineData("all.json")]
    public async Task An_export_comes_back_unchanged(string name)
    {
        Assert.Equal(0, await _terminal.CallAsync("export", _terminal.File(name)));
        var count = await _terminal.ReadAsync<long>("SELECT COUNT(*) FROM resource");

        Assert.Equal(0, await _terminal.CallAsync("import", _terminal.File(name)));

        Assert.Contains($"Unchanged: {count}", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("New: 0", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("Changed: 0", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_told_otherwise()
    {
        var file = _terminal.Write("mine.json", "mine");

        Assert.Equal(73, await _terminal.CallAsync("export", file));
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
        Assert.Contains("--overwrite", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(0, await _terminal.CallAsync("export", "--overwrite", "--format", "hsds", file));
        Assert.StartsWith("[", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(73, await _terminal.CallAsync("export", _terminal.File("no/such/folder/all.csv")));
        Assert.Equal(
            ["bot.db", "mine.json"],
            Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Select(Path.GetFileName).Where(name => !name!.EndsWith("-wal", StringComparison.Ordinal) && !name.EndsWith("-shm", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task The_audit_trail_is_in_order_or_its_first_broken_line_is_named()
    {
        await _terminal.CallAsync("import", _terminal.Write("rows.csv", NewRow), "--apply");
        await _terminal.CallAsync("import", _terminal.Write("change.csv", Change), "--apply");

        Assert.Equal(0, await _terminal.CallAsync("audit", "verify"));
        Assert.Contains("4 lines are in order", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains(await _terminal.ReadAsync<string>("SELECT chain FROM audit_head"), _terminal.Output, StringComparison.Ordinal);

        await using (var connection = await _terminal.OpenAsync()) await connection.ExecuteAsync("UPDATE audit SET subject = 'nothing' WHERE number = 2");
        Assert.Equal(1, await _terminal.CallAsync("audit", "verify"));
        Assert.Contains("line 2", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_there_is_nothing_to_verify_and_nothing_is_made()
    {
        Assert.Equal(66, await _terminal.CallAsync("audit", "verify"));
        Assert.False(File.Exists(_terminal.DatabaseFile));
    }

    [Fact]
    public async Task No_verb_makes_a_secret_and_none_works_under_another_one()
    {
        await _terminal.CallAsync("export", _terminal.File("all.csv"));
        Assert.False(File.Exists(_terminal.KeyFile));

        _terminal.Write("secret.key", new string('1', 64));
        Assert.Equal(0, await _terminal.CallAsync("export", _terminal.File("again.csv")));
        _terminal.Write("secret.key", new string('2', 64));
        Assert.Equal(78, await _terminal.CallAsync("export", _terminal.File("third.csv")));
        Assert.Contains("Secrets:KeyFile", _terminal.Error, StringComparison.Ordinal);
        File.Delete(_terminal.KeyFile);
        Assert.Equal(78, await _terminal.CallAsync("export", _terminal.File("third.csv")));
    }

    [Fact]
    public async Task The_claim_code_that_a_running_bot_printed_outlives_a_verb()
    {
        await _terminal.CallAsync("export", _terminal.File("all.csv"));
        await using (var connection = await _terminal.OpenAsync())
            await connection.ExecuteAsync("INSERT INTO staff_invite (code_key, role, expires_at) VALUES (x'01', 'owner', '2099-01-01T00:00:00.0000000Z')");

        await _terminal.CallAsync("export", _terminal.File("again.csv"));

        Assert.Equal(1, await _terminal.ReadAsync<long>("SELECT COUNT(*) FROM staff_invite WHERE code_key = x'01'"));
    }

    [Theory]
    [InlineData(64, "imprt", "x.csv")]
    [InlineData(64, "import")]
    [InlineData(64, "import", "a.csv", "b.csv")]
    [InlineData(64, "import", "a.csv", "--aply")]
    [InlineData(64, "export", "a.csv", "--format", "xlsx")]
    [InlineData(64, "audit")]
    [InlineData(78, "export", "a.csv", "--Seeds:Path=/nowhere/at/all")]
    [InlineData(78, "audit", "verify", "--Telegram:Token=nonsense")]
    [InlineData(0, "--help")]
    [InlineData(0, "import", "--help")]
    public async Task A_call_that_cannot_be_understood_ends_so_that_a_script_can_tell(int expected, params string[] arguments)
    {
        Assert.Equal(expected, await _terminal.CallAsync(arguments));
        Assert.NotEqual("", expected == 0 ? _terminal.Output : _terminal.Error);
        Assert.DoesNotContain("   at ", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_another_process_writes_it_says_to_try_again()
    {
        await _terminal.CallAsync("export", _terminal.File("all.csv"));
        await using var other = await _terminal.OpenAsync();
        await using var writing = other.BeginTransaction(deferred: false);

        Assert.Equal(75, await _terminal.CallAsync("import", _terminal.Write("rows.csv", NewRow), "--apply"));
        Assert.Contains("Try again", _terminal.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _terminal.Dispose();
}
