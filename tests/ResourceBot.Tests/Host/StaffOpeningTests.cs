using Microsoft.Extensions.Logging;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Chat;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Starting;
using ResourceBot.LocalTelegram.People;
using ResourceBot.People;
using ResourceBot.Storage;
using ResourceBot.Tests.People;

namespace ResourceBot.Tests.Host;

public sealed class StaffOpeningTests : IAsyncLifetime
{
    private readonly Lines _log = new();
    private StaffHouse _house = null!;

    public async Task InitializeAsync() => _house = await StaffHouse.OpenAsync();

    [Fact]
    public async Task Whom_the_settings_name_is_owner_and_whom_they_name_no_more_is_nobody()
    {
        await OpenAsync(Settings(1009, 1010));
        Assert.Equal(2, (await _house.Staff.ListAsync(CancellationToken.None)).Count(line => line is { Member.Role: Role.Owner, Fixed: true }));

        await OpenAsync(Settings(1010));
        Assert.Null(await _house.Staff.FindAsync(new ChatId(1009), CancellationToken.None));
        Assert.NotNull(await _house.Staff.FindAsync(new ChatId(1010), CancellationToken.None));
        Assert.Empty(_log.All);
    }

    [Fact]
    public async Task Whoever_is_named_later_keeps_her_alias()
    {
        var admin = await _house.AddAsync(1009, Role.Admin);

        await OpenAsync(Settings(1009));

        Assert.Equal(admin with { Role = Role.Owner }, await _house.Staff.FindAsync(new ChatId(1009), CancellationToken.None));
    }

    [Fact]
    public async Task Without_an_owner_the_log_tells_how_to_become_one_until_somebody_did()
    {
        await OpenAsync(Settings());
        var start = Assert.Single(_log.All);
        var code = start[(start.IndexOf("i_", StringComparison.Ordinal) + 2)..].Trim();

        Assert.NotNull(await _house.WriteAsync(transaction =>
            _house.Invitations.UseAsync(transaction, new ChatId(42), code, CancellationToken.None)));
        await OpenAsync(Settings());

        Assert.Single(_log.All);
    }

    [Fact]
    public async Task With_the_local_Telegram_its_demo_people_have_their_roles_once()
    {
        await OpenAsync(Settings() with { Telegram = new TelegramSettings("", new Uri("https://api.telegram.org")) });
        Assert.Equal(Role.Owner, (await _house.Staff.FindAsync(new ChatId(DemoPeople.Owner), CancellationToken.None))!.Role);
        Assert.Equal(Role.Volunteer, (await _house.Staff.FindAsync(new ChatId(DemoPeople.Volunteer), CancellationToken.None))!.Role);
        Assert.Null(await _house.Staff.FindAsync(new ChatId(DemoPeople.GirlInKabul), CancellationToken.None));

        await _house.RevokeAsync((await _house.Staff.FindAsync(new ChatId(DemoPeople.Admin), CancellationToken.None))!);
        await OpenAsync(Settings() with { Telegram = new TelegramSettings("", new Uri("https://api.telegram.org")) });
        Assert.Null(await _house.Staff.FindAsync(new ChatId(DemoPeople.Admin), CancellationToken.None));
    }

    [Fact]
    public async Task Another_secret_stops_the_start_with_one_sentence()
    {
        await OpenAsync(Settings(1009));

        var bad = await Assert.ThrowsAsync<BadSettingException>(() => OpenAsync(Settings(1009), new Seal(new byte[Seal.SecretLength])));

        Assert.Equal("Secrets:KeyFile", bad.Setting);
        Assert.Single(bad.Message.Split(". "));
    }

    [Fact]
    public async Task A_lost_secret_stops_the_start_and_is_not_made_anew()
    {
        using var folder = new TemporaryFolder();
        var settings = Settings(1009) with { KeyFile = folder.File("secret.key") };
        await StaffOpening.RefuseLostKeyAsync(settings, _house.Database, CancellationToken.None);
        await OpenAsync(settings);

        var bad = await Assert.ThrowsAsync<BadSettingException>(() =>
            StaffOpening.RefuseLostKeyAsync(settings, _house.Database, CancellationToken.None));

        Assert.Equal("Secrets:KeyFile", bad.Setting);
        Assert.False(File.Exists(settings.KeyFile));
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    private Task OpenAsync(BotSettings settings, Seal? seal = null) => new StaffOpening(
        settings, _house.Database, new KeyCheck(_house.Database, seal ?? StaffHouse.Seal), _house.Staff, _house.Invitations, _house.Audit, _log)
        .RunAsync(CancellationToken.None);

    private static BotSettings Settings(params long[] owners) => new(
        "/", new TelegramSettings("1:x", new Uri("https://api.telegram.org")), new OutgoingSettings(29, TimeSpan.Zero),
        new BroadcastPace(PerSecond: 25, InFlight: 8, Paid: false), new DatabaseSettings(""), "secret.key", KeyFileIsDefault: true, SeedsPath: "seeds", Owners: owners, LocalTelegramUrl: new Uri("http://127.0.0.1:5080"), HealthUrl: null);

    private sealed class Lines : ILogger<StaffOpening>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception));
    }
}
