using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Scenarios;

/// <summary>The operator's side: one command, from anywhere, and a sentence when a setting is wrong.</summary>
public sealed class StartingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resourcebot-start-").FullName;

    [Fact]
    public async Task The_built_program_finds_its_settings_and_seeds_from_a_foreign_folder()
    {
        await using var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0" });
        await using var program = await BuiltProgram.StartReadyAsync(telegram, _folder);

        Assert.Contains(" new, 0 changed", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("0 new,", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_program_finds_them_beside_itself()
    {
        var published = Path.Combine(_folder, "published");
        Copy(Path.GetDirectoryName(BuiltProgram.Dll)!, published);
        await using var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0" });

        await using var program = BuiltProgram.Start(
            "/", [$"--Telegram:Token={RunSettings.Token}", $"--Telegram:BaseUrl={telegram.Address}"], Path.Combine(published, "ResourceBot.Host.dll"));
        await program.ReadyAsync();

        Assert.True(File.Exists(Path.Combine(published, "data", "resourcebot.db")));
        Assert.True(File.Exists(Path.Combine(published, "data", "secret.key")));
    }

    [Fact]
    public async Task Without_a_token_it_brings_a_Telegram_of_its_own()
    {
        await using var program = BuiltProgram.Start(_folder,
        [
            $"--Database:ConnectionString=Data Source={_folder}/bot.db", $"--Secrets:KeyFile={_folder}/secret.key",
            "--LocalTelegram:Url=http://127.0.0.1:0", "--Telegram:Token=",
        ]);
        await program.ReadyAsync();
        Assert.Matches("ResourceBot is ready.*http://127.0.0.1:[1-9]", program.Output);
    }

    [Fact]
    public async Task While_nobody_owns_it_whoever_sends_the_code_of_its_log_becomes_the_owner_once()
    {
        await using var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0", Limits = false });
        await using var program = await BuiltProgram.StartReadyAsync(telegram, _folder);
        var code = program.Output[program.Output.IndexOf("/start i_", StringComparison.Ordinal)..].Split('\n')[0].Trim();
        var owner = new Visitor(telegram.Person(DemoPeople.Owner, RunSettings.Token));
        await owner.ArrivesAsync("English", "This chat is not secret");
        await owner.WritesAsync(code, "From now on you are");
        var another = new Visitor(telegram.Person(DemoPeople.Admin, RunSettings.Token));
        await another.ArrivesAsync("English", "This chat is not secret");
        await another.WritesAsync(code, "Please use the buttons");

        await owner.WritesAsync("/team", "Team");
        await program.KillAsync();
        await using var again = await BuiltProgram.StartReadyAsync(telegram, _folder);
        Assert.DoesNotContain("/start i_", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Telegram:Token=nonsense", "Telegram:Token")]
    [InlineData("--Staff:Owners=zahra", "Staff:Owners")]
    [InlineData("--Seeds:Path=/nowhere/at/all", "Seeds:Path")]
    [InlineData("--Database:ConnectionString=Data Source=/proc/nothing/bot.db", "Database:ConnectionString")]
    [InlineData("--Health:Url=http://203.0.113.9:8081", "Health:Url")]
    [InlineData("--Logging:LogLevel:Default=Loud", "Logging:LogLevel:Default")]
    [InlineData("--Telegram:Tokn=1:x", "did you mean Telegram:Token?")]
    [InlineData("--Staff:Owners:0=zahra", "Staff:Owners")]
    [InlineData("--Secrets:KeyFile=/proc/nothing/key", "Secrets:KeyFile")]
    public async Task A_bad_setting_ends_it_with_78_and_one_sentence(string setting, string name)
    {
        await using var program = BuiltProgram.Start(_folder,
        [
            $"--Database:ConnectionString=Data Source={_folder}/bot.db", $"--Secrets:KeyFile={_folder}/secret.key",
            "--LocalTelegram:Url=http://127.0.0.1:0", setting,
        ]);

        Assert.Equal(78, await program.EndAsync());
        Assert.Contains(name, program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "is not there")]
    [InlineData("[{,}]", "line 1")]
    [InlineData("[]", "holds no danger")]
    public async Task Without_the_words_of_danger_it_does_not_start(string? json, string problem)
    {
        var seeds = Directory.CreateDirectory(Path.Combine(_folder, "seeds", "search"));
        if (json is not null) await File.WriteAllTextAsync(Path.Combine(seeds.FullName, "crisis.json"), json);
        await using var program = BuiltProgram.Start(_folder,
        [
            $"--Database:ConnectionString=Data Source={_folder}/bot.db", $"--Secrets:KeyFile={_folder}/secret.key",
            "--LocalTelegram:Url=http://127.0.0.1:0", $"--Seeds:Path={seeds.Parent!.FullName}",
        ]);

        Assert.Equal(78, await program.EndAsync());
        Assert.Contains("Seeds:Path", program.Output, StringComparison.Ordinal);
        Assert.Contains(problem, program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Telegram_refuses_ends_it_with_78()
    {
        await using var telegram = await LocalTelegramServer.StartAsync(
            new LocalTelegramOptions { Url = "http://127.0.0.1:0", Tokens = ["7654321:other"] });
        await using var program = BuiltProgram.Start(_folder, RunSettings.For(telegram, _folder));

        Assert.Equal(78, await program.EndAsync());
        Assert.Contains("The token was refused", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(RunSettings.Token, program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_and_counts_are_there_when_they_are_asked_for()
    {
        await using var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0" });
        var port = FreePort();
        await using var program = await BuiltProgram.StartReadyAsync(telegram, _folder, $"--Health:Url=http://127.0.0.1:{port}");
        const long unmistakable = 8_888_777_666;
        telegram.AddPerson(new Profile(unmistakable, "Somebody", "fa", "visitor", "Made for a test.", true, "somebody"));
        var girl = telegram.Person(unmistakable, RunSettings.Token);
        girl.Send("/start");
        await girl.WaitForAsync(her => her.LastFromBot is not null);

        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        Assert.Equal("ready\n", await http.GetStringAsync("/healthz"));
        var metrics = await http.GetStringAsync("/metrics");
        Assert.Contains("updates_received", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(RunSettings.Token, metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("8888777666", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_it_ends_well_within_ten_seconds()
    {
        await using var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0" });
        await using var program = await BuiltProgram.StartReadyAsync(telegram, _folder);

        Assert.InRange(await program.TerminateAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(0, program.ExitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
