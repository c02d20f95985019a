using System.Text;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.LocalTelegram.People;
using ResourceBot.Scenarios.Staff;

namespace ResourceBot.Scenarios.Truth;

/// <summary>A file comes in through the chat: good, bad, huge and hostile ones.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private StaffTeam _team = null!;

    public async Task InitializeAsync() => _team = await StaffTeam.StartAsync();

    [Fact]
    public async Task A_good_table_is_looked_at_first_and_applied_whole_by_a_second_person_with_one_tap()
    {
        var sender = await _team.AtWorkAsync(DemoPeople.Admin);
        await sender.OpensAsync("/import", "Bring in a file");
        await sender.SendsFileAsync("new.csv", Exchanging.GoodTable, "What this file would do");
        Assert.Contains("New: 1\nChanged: 1\nUnchanged: 0", sender.Screen, StringComparison.Ordinal);
        Assert.Contains($"+ {Exchanging.Slug}\n{Exchanging.Title}\nFile; Foundation\n🌐 file.example.org", sender.Screen, StringComparison.Ordinal);
        Assert.Contains("* learn-afghanistan\n• Organisation: ", sender.Screen, StringComparison.Ordinal);
        Assert.Equal(0, await EditedAsync());
        await sender.PressesAsync("Ask a second person", "It waits for a second person now");

        var second = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        await second.PressesAsync("Bring in a file (1)", "Send a CSV or JSON file");
        await second.PressesAsync("File of", "What this file would do");
        Assert.Contains(" → LEARN Afghanistan", second.Screen, StringComparison.Ordinal);
        await second.PressesAsync("Apply all of it", "Done: all of it was applied.");

        Assert.Equal(2, await EditedAsync());
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync($"/start r_{Exchanging.Slug}", "Pays a year of study.");
        Assert.Contains("File; Foundation", girl.Screen, StringComparison.Ordinal);
        await girl.FindsAsync("grant out of a file", Exchanging.Title);
        Assert.Equal(
            $"+ {Exchanging.Slug}, * learn-afghanistan|learn-afghanistan|{Exchanging.Slug}",
            await _team.ReadAsync<string>(
                "SELECT group_concat(subject, '|') FROM (SELECT subject FROM audit WHERE deed = 'entries-imported' AND content_hash <> '' ORDER BY number DESC)"));
        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM import_file"));
    }

    [Fact]
    public async Task The_second_person_sees_old_and_new_of_every_field_and_everything_one_tap_further()
    {
        var line = await _team.ReadAsync<string>("SELECT slug FROM resource WHERE kind = 'contact' AND id IN (SELECT resource_id FROM resource_text) LIMIT 1");
        var sender = await _team.AtWorkAsync(DemoPeople.Admin);
        var summary = "Beginning " + new string('s', 190) + " end";
        await sender.SendsFileAsync(
            "numbers.csv", $"slug,phone,summary_en,form\n{line},+15550100199,{summary},http://forms.example.org/a\n", "What this file would do");
        await sender.PressesAsync("Ask a second person", "It waits for a second person now");

        var second = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        await second.OpensAsync("/import", "Bring in a file");
        await second.PressesAsync("File of", "What this file would do");
        Assert.Contains("→ +15550100199", second.Screen, StringComparison.Ordinal);
        Assert.Contains("Beginning sss", second.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("sss end", second.Screen, StringComparison.Ordinal);
        Assert.Contains("the link is not https", second.Screen, StringComparison.Ordinal);
        Assert.Contains(second.Buttons, button => button.Contains("Apply all of it", StringComparison.Ordinal));
        await second.PressesAsync($"* {line}", "Change of an entry");
        Assert.Contains("sss end", second.Screen, StringComparison.Ordinal);
        Assert.Contains("forms.example.org", second.Screen, StringComparison.Ordinal);
        await second.PressesAsync("Preview: Dari", "+15550100199");
        await second.PressesAsync("Back", "Change of an entry");
        await second.PressesAsync("Back", "What this file would do");

        // Somebody changes the entry meanwhile: the screen says which one is another, and shows it as it is now.
        await _team.WriteAsync($"UPDATE resource SET provider = 'Meanwhile' WHERE slug = '{line}'");
        await second.PressesAsync("Apply all of it", "Please read it again");
        Assert.Contains($"Not as it was when it was sent or asked for: {line}", second.Screen, StringComparison.Ordinal);
        Assert.Contains("→ +15550100199", second.Screen, StringComparison.Ordinal);
        Assert.Contains("must read it and ask again", second.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Buttons, button => button.Contains("Apply all of it", StringComparison.Ordinal));
        await sender.PressesAsync("File of", $"sent or asked for: {line}");
        await sender.PressesAsync("Ask a second person", "It waits for a second person now");
        await second.OpensAsync("/import", "Bring in a file");
        await second.PressesAsync("File of", "What this file would do");
        await second.PressesAsync("Apply all of it", "Done: all of it was applied.");
        Assert.DoesNotContain(_team.Telegram.Ledger.Snapshot(), call => call.Code == 400 && call.Method is "sendMessage" or "editMessageText");
    }

    [Fact]
    public async Task A_long_file_is_read_page_by_page_and_the_fullest_entry_whole()
    {
        var sender = await _team.AtWorkAsync(DemoPeople.Admin);
        var rows = string.Concat((await _team.ReadAsync<string>("SELECT group_concat(slug) FROM (SELECT slug FROM resource ORDER BY slug LIMIT 7)")).Split(',').Select(slug => $"{slug},Other {slug}\n"));
        var before = Exchanging.Files(sender).Count;
        await sender.SendsFileAsync("seven.csv", "slug,provider\n" + rows, "Page 1 of 3");
        await sender.SeesAsync(_ => Exchanging.Files(sender).Count > before);
        await sender.PressesAsync("Next", "Page 2 of 3");
        await sender.PressesAsync("Next", "Page 3 of 3");
        Assert.Contains("→ Other ", sender.Screen, StringComparison.Ordinal);
        await sender.PressesAsync("Previous", "Page 2 of 3");
        Assert.Equal(before + 1, Exchanging.Files(sender).Count);

        await sender.SendsFileAsync("full.json", FullestEntry.Json(), "New: 1");
        await sender.PressesAsync("🔎 + sss", "New entry");
        for (var page = 2; sender.Buttons.Any(button => button.Contains("Next", StringComparison.Ordinal)); page++)
            await sender.PressesAsync("Next", $"Page {page} of");
        await sender.PressesAsync("Preview: Pashto", "tttttt");
        Assert.DoesNotContain(_team.Telegram.Ledger.Snapshot(), call => call.Code == 400 && call.Method is "sendMessage" or "editMessageText");
    }

    [Fact]
    public async Task An_admin_who_reads_Dari_gets_every_mistake_in_Dari()
    {
        var sender = _team.Person(DemoPeople.Admin);
        await sender.ArrivesAsync("دری", "");
        await sender.WritesAsync("/import", "CSV");
        await sender.SendsFileAsync("bad.csv", "slug,deadline,provider\nherat-online-school,31.12.2026,\nlearn-afghanistan,2026\n", "هیچ کاری نشد");

        Assert.Contains("سطر ۲، herat-online-school، deadline: «31.12.2026» تاریخ نیست.", sender.Screen, StringComparison.Ordinal);
        Assert.Contains("سطر ۳، learn-afghanistan: این سطر ۲ خانه دارد، سطر عنوان ۳.", sender.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_whatever_page_staff_send_a_file_it_is_looked_at()
    {
        var sender = await _team.AtWorkAsync(DemoPeople.Admin);
        await sender.SendsFileAsync("one.json", """[{"slug": "learn-afghanistan", "provider": "LEARN"}]""", "What this file would do");
        Assert.Contains("* learn-afghanistan\n• Organisation: ", sender.Screen, StringComparison.Ordinal);

        await sender.WritesAsync("teacher training", "Search results");
        await sender.SendsFileAsync("two.json", """[{"slug": "learn-afghanistan", "hours": "24/7"}]""", "What this file would do");
        await sender.PressesAsync("Put the file away", "nothing was changed");
        Assert.Equal(0, await EditedAsync());
    }

    [Fact]
    public async Task For_whoever_is_not_staff_a_file_is_a_file_and_is_never_fetched()
    {
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.SendsFileAsync("new.csv", Exchanging.GoodTable, "Only text and buttons here");
        await _team.AddAsync(DemoPeople.Volunteer, ResourceBot.People.Role.Volunteer);
        var volunteer = await _team.AtWorkAsync(DemoPeople.Volunteer);
        await volunteer.SendsFileAsync("new.csv", Exchanging.GoodTable, "Only text and buttons here");

        Assert.Empty(_team.Telegram.Ledger.Snapshot("getFile"));
        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM import_file"));
    }

    [Fact]
    public async Task Every_bad_row_is_named_with_its_line_and_reason_and_nothing_is_done()
    {
        var sender = await _team.AtWorkAsync(DemoPeople.Admin);
        await sender.SendsFileAsync(
            "bad.csv", "slug,link,deadline\nlearn-afghanistan,javascript:alert(1),\nherat-online-school,,31.12.2026\n", "Nothing was done.");

        Assert.Contains("line 2, learn-afghanistan, link: “javascript:alert(1)” is not an address", sender.Screen, StringComparison.Ordinal);
        Assert.Contains("line 3, herat-online-school, deadline", sender.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(sender.Buttons, button => button.Contains("second person", StringComparison.Ordinal));

        var many = "slug,inside\n" + string.Concat(Enumerable.Range(1, 60).Select(number => $"one-{number},perhaps\n"));
        var before = Exchanging.Files(sender).Count;
        await sender.SendsFileAsync("many.csv", many, "All of it is in the file below.");
        await sender.SeesAsync(_ => Exchanging.Files(sender).Count > before);
        var all = Encoding.UTF8.GetString(await _team.DownloadAsync(Exchanging.Files(sender)[^1]));
        Assert.All(Enumerable.Range(2, 60), line => Assert.Contains($"line {line},", all, StringComparison.Ordinal));
        Assert.Equal(0, await EditedAsync());
    }

    [Fact]
    public async Task Hostile_and_huge_files_get_a_sentence_and_harm_nothing()
    {
        var sender = await _team.AtWorkAsync(DemoPeople.Admin);
        var row = "x,1\n"u8.ToArray();
        (string Name, byte[] Content, string Expected)[] files =
        [
            ("book.xlsx", "PK\u0003\u0004 xl/workbook.xml"u8.ToArray(), "CSV UTF-8"),
            ("renamed.csv", "PK\u0003\u0004 xl/workbook.xml"u8.ToArray(), "this is a spreadsheet workbook"),
            ("bomb.zip", "PK\u0003\u0004 bomb"u8.ToArray(), "packed files are not opened"),
            ("bomb.gz", [0x1F, 0x8B, 8, 0, 0, 0], "packed files are not opened"),
            ("empty.csv", "  \n"u8.ToArray(), "the file is empty"),
            ("nul.csv", "slug\0,x"u8.ToArray(), "not in UTF-8"),
            ("latin.csv", [.. "slug,provider\nauw,caf"u8, 0xE9], "not in UTF-8"),
            ("wide.csv", Encoding.Unicode.GetBytes("\uFEFFslug,provider\n"), "not in UTF-8"),
            ("big.csv", new byte[ImportFile.MaxBytes + 1], "over 2 MB"),
            ("long.csv", [.. "slug,age_from\n"u8, .. Enumerable.Repeat(row, ImportFile.MaxRows + 1).SelectMany(one => one)], "over 5000 rows"),
            ("deep.json", Encoding.UTF8.GetBytes(new string('[', 100_000)), "Mistakes: 1"),
            ("deeper.json", Encoding.UTF8.GetBytes("[{\"slug\":\"auw\",\"flags\":" + string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1"), "Mistakes: 1"),
            ("twice.json", """[{"slug": "learn-afghanistan", "slug": "other"}]"""u8.ToArray(), "Mistakes: 1"),
            ("quote.csv", "slug,provider\nauw,\"never closed\n"u8.ToArray(), "Mistakes: 1"),
            ("turned.csv", Encoding.UTF8.GetBytes("slug,title_en\nlearn-afghanistan,\u202Egnp.exe\n"), "a letter that cannot be seen (U+202E)"),
        ];
        foreach (var (name, content, expected) in files)
        {
            await sender.OpensAsync("/staff", "Staff");
            await sender.SendsFileAsync(name, content, expected);
        }

        Assert.Equal(0, await EditedAsync());
        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM import_file"));
        await (await _team.ArrivesAsync(DemoPeople.StudentAbroad)).WritesAsync("scholarship germany", "Search results");
    }

    [Fact]
    public async Task A_formula_stays_the_text_that_it_is_and_leaves_again_neutralised()
    {
        await _team.WriteAsync("UPDATE staff_rules SET solo = 1");
        var sender = await _team.AtWorkAsync(DemoPeople.Admin);
        await sender.SendsFileAsync(
            "formula.csv", "slug,title_en,provider\nlearn-afghanistan,\"=HYPERLINK(\"\"https://evil.example.org\"\",\"\"Open\"\")\",@SUM(A1)\n", "Changed: 1");
        Assert.Contains("Solo mode", sender.Screen, StringComparison.Ordinal);
        await sender.PressesAsync("Apply all of it", "Done: all of it was applied.");

        Assert.StartsWith("=HYPERLINK(", await _team.ReadAsync<string>(
            "SELECT title FROM resource_text WHERE language = 'en' AND resource_id = (SELECT id FROM resource WHERE slug = 'learn-afghanistan')"), StringComparison.Ordinal);
        await sender.OpensAsync("/export", "Take out a file");
        var table = Encoding.UTF8.GetString(await sender.GetsFileAsync(_team, "Table (CSV)"));
        Assert.Contains("\"'=HYPERLINK(", table, StringComparison.Ordinal);
        Assert.Contains(",'@SUM(A1),", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fullest_entry_that_a_file_may_bring_can_be_read_in_every_language_and_edited()
    {
        await _team.WriteAsync("UPDATE staff_rules SET solo = 1");
        var admin = await _team.AtWorkAsync(DemoPeople.Admin);
        await admin.SendsFileAsync("full.json", FullestEntry.Json(), "New: 1");
        await admin.PressesAsync("Apply all of it", "Done: all of it was applied.");

        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync($"/start r_{FullestEntry.Slug}", "tttttt");
        foreach (var language in (string[])["دری", "پښتو", "English"])
        {
            await girl.PressesAsync(language, "tttttt");
            await girl.SeesAsync(_ => !girl.Buttons.Contains(language));
        }

        await girl.PressesAsync("Report a problem", "What is wrong here?");
        await admin.WritesAsync($"/edit {FullestEntry.Slug}", FullestEntry.Slug);
        await admin.PressesAsync("Preview: Dari", "tttttt");
        await admin.PressesAsync("Back", "Published");
        await admin.PressesAsync("Edit", "Change of an entry");
        await admin.OpensFieldAsync("Organisation");
        await admin.WritesAsync("Another", "Saved.");
        await admin.PressesAsync("Back", "Nothing is missing");
        await admin.PressesAsync("Send for review", "In solo mode you may read and approve it yourself");
        await admin.OpensAsync("/review", "To review");
        await admin.PressesAsync("tttttt", "What changes:");
        await admin.PressesAsync("Approve and publish", "Visitors see it now");
        await admin.WritesAsync($"/edit {FullestEntry.Slug}", FullestEntry.Slug);
        await admin.PressesAsync("History", "History");
        await admin.PressesAsync(admin.Buttons[1], "What changes:");

        Assert.DoesNotContain(_team.Telegram.Ledger.Snapshot(), call => call.Code == 400 && call.Method is "sendMessage" or "editMessageText");
    }

    [Fact]
    public async Task Where_the_second_factor_is_required_no_file_is_applied_without_a_code()
    {
        await _team.WriteAsync("UPDATE staff_rules SET second_factor = 1, solo = 1");
        var sender = await _team.AtWorkAsync(DemoPeople.Admin);
        await sender.SendsFileAsync("new.csv", Exchanging.GoodTable, "What this file would do");
        await sender.PressesAsync("Apply all of it", "This needs the second factor");

        Assert.Equal(0, await EditedAsync());
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();

    private Task<long> EditedAsync() => _team.ReadAsync<long>("SELECT COUNT(*) FROM resource WHERE edited = 1");
}
