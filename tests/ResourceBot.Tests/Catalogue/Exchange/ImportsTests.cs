using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Tests.People;

namespace ResourceBot.Tests.Catalogue.Exchange;

public sealed class ImportsTests : IAsyncLifetime
{
    private const string NewRow =
        "slug,kind,topics,provider,link,evidence,deadline,inside,phone,title_en,summary_en,who_en,how_en\n"
        + "new-one,scholarship,scholarships learning,Some University,https://example.org/,https://example.org/ | It says so | 2026-05,"
        + "2027-03-01,yes,'+93700123456,A title,A summary,Who may,How to\n";

    private StaffHouse _house = null!;
    private Imports _imports = null!;
    private EntryHistory _history = null!;

    public async Task InitializeAsync()
    {
        _house = await StaffHouse.OpenAsync();
        _history = new EntryHistory(_house.Database, _house.Clock);
        _imports = new Imports(_house.Database, _house.Approvals, _house.Audit, _history, _house.Clock);
    }

    [Fact]
    public async Task The_whole_catalogue_goes_out_and_comes_back_without_a_difference()
    {
        await new SeedLoading(_house.Database).LoadAsync(Path.Combine(Repository.Root, "seeds"), CancellationToken.None);
        var catalogue = await Store.AllAsync(CancellationToken.None);
        foreach (var content in new[] { CatalogueExport.Csv(catalogue), CatalogueExport.Json(catalogue) })
        {
            // Above the limit of one import; it is the form that is looked at here.
            foreach (var part in Parts(content, catalogue.Count))
            {
                var plan = await TryAsync(part);
                Assert.Empty(plan.Problems);
                Assert.Equal((0, 0), (plan.New.Count, plan.Changed.Count));
            }
        }
    }

    [Fact]
    public async Task A_new_row_with_few_columns_becomes_an_entry_with_the_rest_unknown()
    {
        var plan = await TryAsync(NewRow);

        Assert.Empty(plan.Problems);
        var entry = Assert.Single(plan.New).After;
        Assert.Equal(new OnDate(new DateOnly(2027, 3, 1)), entry.Deadline);
        Assert.Equal(["+93700123456"], entry.Channels.Phone);
        Assert.Equal(Known.Yes, entry.Audience.Inside);
        Assert.Equal(Known.Unknown, entry.Audience.Outside);
        Assert.Equal(TranslationState.Original, Assert.Single(entry.Texts).Value.State);
        Assert.Null(entry.ComparedOn);
        Assert.Equal(new Evidence("https://example.org/", "It says so", "2026-05"), Assert.Single(entry.Evidence));
    }

    [Fact]
    public async Task A_change_names_its_columns_and_leaves_everything_else_as_it_is()
    {
        await AddAsync(SampleResources.Scholarship("one") with { ComparedOn = new DateOnly(2026, 10, 1) });

        var plan = await TryAsync("slug;deadline;title_en\none;yearly 02;one title en\n");
        var changed = Assert.Single(plan.Changed);
        Assert.Equal(["deadline"], changed.Fields);
        Assert.Equal(new EveryYear(2, null), changed.After.Deadline);
        Assert.Equal(changed.Before! with { Deadline = changed.After.Deadline, Texts = changed.After.Texts }, changed.After, SameEntry);
        Assert.Equal(1, (await TryAsync("slug;provider\none;Example University <b>\n")).Unchanged);
    }

    [Fact]
    public async Task A_changed_original_makes_untouched_translations_out_of_date()
    {
        await AddAsync(SampleResources.Scholarship("one"));

        var after = Assert.Single((await TryAsync("slug,title_en,title_ps\none,Another title,بل سرلیک\n")).Changed).After;

        Assert.Equal(2, after.Revision);
        Assert.Equal(1, after.Texts[Language.Dari].FromRevision);
        Assert.Equal(2, after.Texts[Language.Pashto].FromRevision);
    }

    [Theory]
    [InlineData("slug,kind\nold,scholarships", 2, "kind")]
    [InlineData("slug,deadline\nold,31.12.2026", 2, "deadline")]
    [InlineData("slug,link\nold,javascript:alert(1)", 2, "link")]
    [InlineData("slug,link\nold,https://daad.de@evil.example.org/", 2, "link")]
    [InlineData("slug,form\nold,https://?", 2, "form")]
    [InlineData("slug,countries\nold,DE ZZ", 2, "countries")]
    [InlineData("slug,audience_countries\nold,Afghanistan", 2, "audience_countries")]
    [InlineData("slug,phone\nold,1001 1002 1003 1004 1005 1006 1007 1008 1009 1010 1011 1012 1013 1014 1015 1016 1017 1018 1019 1020 1021", 2, "phone")]
    [InlineData("slug,title_en\nold,\u202Egnp.exe", 2, "title_en")]
    [InlineData("slug,inside\nold,maybe", 2, "inside")]
    [InlineData("slug,age_from\nold,young", 2, "age_from")]
    [InlineData("slug,aliases\nold,other", 2, "aliases")]
    [InlineData("slug,evidence\nold,", 2, "evidence")]
    [InlineData("slug,evidence\nold,https://example.org/ | It says so | 2026-13", 2, "evidence")]
    [InlineData("slug,evidence\nold,https://example.org/ | It says so | 2026-00", 2, "evidence")]
    [InlineData("slug,evidence\nold,https://example.org/ | It says so | 2026-02-30", 2, "evidence")]
    [InlineData("slug,provider\nold,x\n\nold,y", 4, "slug")]
    [InlineData("slug,provider\nBad Slug,x", 2, "slug")]
    [InlineData("[{\"slug\": \"old\", \"audience\": 7}]", 1, "audience")]
    [InlineData("[{\"slug\": \"old\", \"flags\": {\"free\": null}}]", 1, "flags.free")]
    [InlineData("[{\"slug\": \"old\", \"secret\": 1}]", 1, "secret")]
    [InlineData("[{\"slug\": \"old\", \"texts\": {\"en\": [1]}}]", 1, "texts.en")]
    public async Task A_bad_row_is_named_with_its_line_and_keeps_the_whole_file_out(string text, int line, string field)
    {
        await AddAsync(SampleResources.Scholarship("old"));
        await AddAsync(SampleResources.Scholarship("other"));

        var plan = await TryAsync(text);

        Assert.Contains(plan.Problems, problem => problem.Line == line && problem.Field == field && problem.Mistake.English.Length > 0);
        Assert.False(plan.CanApply);
        Assert.False((await _imports.ApplyAsOperatorAsync(ImportFile.Read(Encoding.UTF8.GetBytes(text)), CancellationToken.None)).CanApply);
        Assert.Equal("Example University <b>", (await FindAsync("old"))!.Provider);
    }

    [Theory]
    [InlineData("slug,title_en,provider,summary_en,safety_en\nold,\"A\ntitle\",\"The\r\nUniversity\",\"First.\r\n\r\n  Second.\",\"Beware.\rReally.\"\n")]
    [InlineData("[{\"slug\": \"old\", \"provider\": \"The\\r\\nUniversity\", \"texts\": {\"en\": {\"state\": \"original\", \"title\": \"A\\ttitle\", \"summary\": \"First.\\r\\n\\n Second.\", \"who\": \"who\", \"how\": \"how\", \"safety\": \"Beware.\\rReally.\"}}}]")]
    public async Task Line_breaks_stay_in_the_long_texts_and_become_a_space_elsewhere(string text)
    {
        await AddAsync(SampleResources.Scholarship("old"));

        var plan = await TryAsync(text);

        Assert.Empty(plan.Problems);
        var after = Assert.Single(plan.Changed).After;
        Assert.Equal(("A title", "The University"), (after.Texts[Language.English].Title, after.Provider));
        Assert.Equal(("First.\nSecond.", "Beware.\nReally."), (after.Texts[Language.English].Summary, after.Texts[Language.English].Safety));
        Assert.DoesNotContain(ReviewWarning.HiddenLetters, ReviewWarnings.Of(after));
        Assert.Equal("First. ↵ Second.", ReviewWarnings.Reveal(after.Texts[Language.English].Summary));
        // What was taken goes out and comes back, and can be edited in the chat.
        await _imports.ApplyAsOperatorAsync(ImportFile.Read(Encoding.UTF8.GetBytes(text)), CancellationToken.None);
        Assert.Equal(1, (await TryAsync(CatalogueExport.Csv(await Store.AllAsync(CancellationToken.None)))).Unchanged);
        Assert.Equal(1, (await TryAsync(CatalogueExport.Json(await Store.AllAsync(CancellationToken.None)))).Unchanged);
        Assert.Empty(DraftBody.Of(after).Read().Wrong);
    }

    [Fact]
    public async Task Of_a_row_in_which_everything_is_wrong_some_mistakes_are_named_and_the_others_counted()
    {
        var plan = await TryAsync("slug,kind,topics,status,inside,outside,women_only,cost,funding,evidence\nnew,a,b,c,d,e,f,g,h,\n");

        Assert.Equal(7, plan.Problems.Count);
        Assert.Equal(MistakeCode.MoreMistakes, plan.Problems[^1].Mistake.Code);
        Assert.All(plan.Problems, problem => Assert.Equal((2, "new"), (problem.Line, problem.Entry)));
    }

    [Theory]
    [InlineData("slug,phone\nold,https://example.org/", 256, "phone")]
    [InlineData("slug,link\nold,https://example.org/", 501, "link")]
    [InlineData("slug,evidence\nold,https://example.org/ | ", 401, "evidence")]
    public async Task What_is_too_long_for_Telegram_is_a_mistake(string start, int letters, string field)
    {
        await AddAsync(SampleResources.Scholarship("old"));

        Assert.Contains((await TryAsync(start + new string('x', letters))).Problems, problem => problem.Field == field);
        Assert.Contains((await TryAsync("slug,evidence\nold,\"" + string.Concat(Enumerable.Repeat("https://example.org/ | It says so\n", 13)) + "\"")).Problems, problem => problem.Field == "evidence");
    }

    [Fact]
    public async Task Who_sends_a_file_does_not_apply_it_and_the_second_person_applies_it_whole()
    {
        await AddAsync(SampleResources.Scholarship("one"));
        var sender = await _house.AddAsync(1, Role.Admin);
        var second = await _house.AddAsync(2, Role.Admin);
        var content = NewRow.Replace("new-one", "one", StringComparison.Ordinal) + NewRow.Split('\n')[1] + "\n";
        var id = await KeepAsync(sender, Encoding.UTF8.GetBytes(content));
        var hash = (await _imports.ReadAsync(id, CancellationToken.None))!.Plan.Hash[..8];

        Assert.Equal(ImportOutcome.NotOpen, await _imports.ApplyAsync(id, second, hash, CancellationToken.None));
        Assert.Equal(ImportOutcome.Asked, await _imports.ApplyAsync(id, sender, hash, CancellationToken.None));
        Assert.True(Assert.Single(await _imports.ListAsync(CancellationToken.None)).IsAsked);
        Assert.Null(await FindAsync("new-one"));
        Assert.Equal(ImportOutcome.Applied, await _imports.ApplyAsync(id, second, hash, CancellationToken.None));
        Assert.Equal(ImportOutcome.Gone, await _imports.ApplyAsync(id, second, hash, CancellationToken.None));

        Assert.Equal("Some University", (await FindAsync("new-one"))!.Provider);
        var one = (await FindAsync("one"))!;
        Assert.Equal("Some University", one.Provider);
        Assert.Equal(
            [$"{sender.Alias}, {second.Alias}", AuditTrail.Program],
            (await _history.ListAsync(one.Id, CancellationToken.None)).Select(version => version.Who));
        var lines = (await _house.Audit.ListAsync(0, 9, CancellationToken.None)).Lines;
        Assert.Equal(
            [
                (second.Alias, Deeds.EntriesImported, "+ new-one, * one"), (second.Alias, Deeds.EntriesImported, "one"),
                (second.Alias, Deeds.EntriesImported, "new-one"), (sender.Alias, Deeds.ImportAsked, "+ new-one, * one"),
            ],
            lines.Select(line => (line.Who, line.Deed, line.Subject)));
        Assert.Equal(EntryJson.Hash(one), lines[1].ContentHash);
        Assert.Equal(lines[3].ContentHash, lines[0].ContentHash);
        Assert.Null((await _house.Audit.CheckAsync(CancellationToken.None)).FirstBroken);
        await using var connection = await _house.Database.OpenAsync(CancellationToken.None);
        Assert.Equal(2, await connection.ExecuteScalarAsync<long>("SELECT SUM(edited) FROM resource"));
    }

    [Fact]
    public async Task Of_a_large_file_every_entry_stands_in_the_trail_and_the_line_of_the_file_stays_short()
    {
        var rows = string.Concat(Enumerable.Range(1, 500).Select(number => NewRow.Split('\n')[1].Replace("new-one", $"new-{number}", StringComparison.Ordinal) + "\n"));
        var file = ImportFile.Read(Encoding.UTF8.GetBytes(NewRow.Split('\n')[0] + "\n" + rows));

        Assert.Empty((await _imports.ApplyAsOperatorAsync(file, CancellationToken.None)).Problems);

        var (lines, total) = await _house.Audit.ListAsync(0, 600, CancellationToken.None);
        Assert.Equal(501, total);
        Assert.Equal("+ new-1, + new-2, + new-3 … 500", lines[0].Subject);
        Assert.Equal(501, lines.Select(line => line.ContentHash).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            (501L, null), await _house.Audit.CheckAsync(CancellationToken.None) is var check ? (check.Lines, check.FirstBroken) : default);
    }

    [Fact]
    public async Task What_changes_after_it_was_read_is_not_applied()
    {
        await AddAsync(SampleResources.Scholarship("one"));
        var sender = await _house.AddAsync(1, Role.Admin);
        var second = await _house.AddAsync(2, Role.Admin);
        var id = await KeepAsync(sender, "slug,provider\none,Other"u8.ToArray());
        var hash = (await _imports.ReadAsync(id, CancellationToken.None))!.Plan.Hash[..8];
        await _imports.ApplyAsync(id, sender, hash, CancellationToken.None);
        await _house.WriteAsync(transaction => transaction.Connection!.ExecuteAsync("UPDATE resource SET cost = 'paid'", transaction: transaction));

        Assert.Equal(ImportOutcome.Changed, await _imports.ApplyAsync(id, second, hash, CancellationToken.None));
        Assert.Equal(ImportOutcome.Changed, await _imports.ApplyAsync(id, second, "", CancellationToken.None));
        var read = (await _imports.ReadAsync(id, CancellationToken.None))!;
        Assert.Equal(["one"], read.Moved);
        Assert.NotEqual(read.File.AskedHash, read.Plan.Hash);

        // Whoever sent it reads again and asks again; then nothing has moved.
        Assert.Equal(ImportOutcome.Asked, await _imports.ApplyAsync(id, sender, read.Plan.Hash, CancellationToken.None));
        read = (await _imports.ReadAsync(id, CancellationToken.None))!;
        Assert.Empty(read.Moved);
        Assert.Equal(read.File.AskedHash, read.Plan.Hash);
        Assert.Equal(ImportOutcome.Applied, await _imports.ApplyAsync(id, second, read.Plan.Hash, CancellationToken.None));
    }

    [Fact]
    public async Task A_team_of_one_applies_its_own_file_and_a_revoked_member_applies_none()
    {
        var sender = await _house.AddAsync(1, Role.Admin);
        var content = Encoding.UTF8.GetBytes(NewRow);
        await _house.WriteAsync<int>(async transaction =>
        {
            await StaffRulesStore.WriteAsync(transaction, new StaffRules(Solo: true, SecondFactor: false), CancellationToken.None);
            return 0;
        });
        var id = await KeepAsync(sender, content);
        var hash = (await _imports.ReadAsync(id, CancellationToken.None))!.Plan.Hash;
        var volunteer = await _house.AddAsync(3, Role.Volunteer);
        Assert.Equal(ImportOutcome.NotAllowed, await _imports.ApplyAsync(id, volunteer, hash, CancellationToken.None));
        Assert.Equal(ImportOutcome.Applied, await _imports.ApplyAsync(id, sender, hash, CancellationToken.None));

        var other = await KeepAsync(sender, "slug,provider\nnew-one,x"u8.ToArray());
        var otherHash = (await _imports.ReadAsync(other, CancellationToken.None))!.Plan.Hash;
        await _house.RevokeAsync(sender);
        Assert.Equal(ImportOutcome.NotAllowed, await _imports.ApplyAsync(other, sender, otherHash, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_nobody_applies_is_put_away()
    {
        var sender = await _house.AddAsync(1, Role.Admin);
        await KeepAsync(sender, Encoding.UTF8.GetBytes(NewRow));
        _house.Clock.Advance(TimeSpan.FromDays(Imports.LifeInDays));
        await _imports.PutOldAwayAsync(CancellationToken.None);
        Assert.Single(await _imports.ListAsync(CancellationToken.None));
        _house.Clock.Advance(TimeSpan.FromDays(1));
        await _imports.PutOldAwayAsync(CancellationToken.None);
        Assert.Empty(await _imports.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Contacts_go_out_in_the_terms_of_human_services()
    {
        var contact = SampleResources.Scholarship("line") with { Kind = ResourceKind.Contact, Hours = "Sa-We 08:00-16:00", Status = ResourceStatus.Suspended };
        await AddAsync(contact);
        await AddAsync(SampleResources.Scholarship("no-contact"));

        var services = JsonNode.Parse(CatalogueExport.Write("hsds", await Store.AllAsync(CancellationToken.None)))!.AsArray();

        var service = Assert.Single(services)!;
        Assert.True(Guid.TryParse((string?)service["id"], out _));
        Assert.Equal("line title en", (string?)service["name"]);
        Assert.Equal("temporarily closed", (string?)service["status"]);
        Assert.Equal("SA,SU,MO,TU,WE", (string?)service["schedules"]![0]!["byday"]);
        Assert.Equal("+35312100489", (string?)service["phones"]![0]!["number"]);
        Assert.Equal(["id", "name", "description", "website"], service["organization"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal(18, (int?)service["minimum_age"]);
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    private ResourceStore Store => new(_house.Database, _house.Clock);

    private static bool SameEntry(Resource one, Resource other) => EntryJson.Text(one) == EntryJson.Text(other);

    private static IEnumerable<byte[]> Parts(byte[] content, int entries)
    {
        if (content.Length <= ImportFile.MaxBytes) return [content];
        using var document = JsonDocument.Parse(content);
        var all = document.RootElement.EnumerateArray().Select(entry => entry.GetRawText()).ToList();
        Assert.Equal(entries, all.Count);
        return all.Chunk(100).Select(chunk => Encoding.UTF8.GetBytes("[" + string.Join(',', chunk) + "]"));
    }

    private Task<ImportPlan> TryAsync(string text) => TryAsync(Encoding.UTF8.GetBytes(text));

    private Task<ImportPlan> TryAsync(byte[] content)
    {
        var file = ImportFile.Read(content);
        Assert.Null(file.Refusal);
        return _imports.TryAsync(file, CancellationToken.None);
    }

    private async Task<long> KeepAsync(StaffMember sender, byte[] content) =>
        await _imports.KeepAsync(sender, content, await TryAsync(content), CancellationToken.None);

    private Task<Resource?> FindAsync(string slug) => Store.FindAsync(Slug.Parse(slug), CancellationToken.None);

    private Task AddAsync(Resource resource) =>
        _house.WriteAsync(transaction => ResourceWriting.AddAsync(transaction, resource, CancellationToken.None));
}
