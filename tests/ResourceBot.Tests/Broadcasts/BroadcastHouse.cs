using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Conversations.Bells;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;
using ResourceBot.Tests.People;

namespace ResourceBot.Tests.Broadcasts;

/// <summary>A database with staff and subscribers, and everything that sends, with a post that only pretends.</summary>
internal sealed class BroadcastHouse : IDisposable
{
    public const long FirstChat = 10_001;

    private readonly StaffHouse _staff;

    private BroadcastHouse(StaffHouse staff)
    {
        _staff = staff;
        Subscribers = new SubscriberStore(Database, StaffHouse.Seal, Clock);
        Broadcasts = new BroadcastStore(Database, Clock);
        Audience = new AudienceStore(Database, Clock);
        Deliveries = new DeliveryStore(Database, StaffHouse.Seal, Clock);
        Decisions = new BroadcastDecisions(Database, staff.Approvals, staff.Audit, Clock);
        Stop = new SendingStop(Database, staff.Approvals, staff.Audit, Clock);
        Screens = new BroadcastScreens(new Speech(), staff.Rules, Stop, Pace, Clock);
        Panels = new OpenPanels(Clock);
    }

    public BroadcastPace Pace { get; init; } = new(25, 8, Paid: false);

    public FakeTimeProvider Clock => _staff.Clock;

    public Database Database => _staff.Database;

    public StaffMember Writer { get; private set; } = null!;

    public StaffMember Second { get; private set; } = null!;

    public FakePost Post { get; } = new();

    public SubscriberStore Subscribers { get; }

    public BroadcastStore Broadcasts { get; }

    public AudienceStore Audience { get; }

    public DeliveryStore Deliveries { get; }

    public BroadcastDecisions Decisions { get; }

    public SendingStop Stop { get; }

    public BroadcastScreens Screens { get; }

    public OpenPanels Panels { get; }

    public StaffHouse Staff => _staff;

    /// <summary>It is 13:30 in Kabul.</summary>
    public static async Task<BroadcastHouse> OpenAsync()
    {
        var house = new BroadcastHouse(await StaffHouse.OpenAsync());
        house.Writer = await house._staff.AddAsync(1007, Role.Volunteer);
        house.Second = await house._staff.AddAsync(1008, Role.Volunteer);
        return house;
    }

    public static Wishes Wishes(
        Language language = Language.Dari, BellForm form = BellForm.Bell, BellHours hours = BellHours.Day, Place place = Place.Anywhere) =>
        new(language, TopicSet.All, place, form, hours);

    /// <summary>Many who turned the bell on, with chats from <see cref="FirstChat"/> on.</summary>
    public Task SubscribeAsync(int count, Wishes? wishes = null) => Subscribers.AddAsync(
        Enumerable.Range(0, count).Select(number => (new ChatId(FirstChat + number), wishes ?? Wishes())), CancellationToken.None);

    public async Task<BroadcastId> WriteAsync(
        Func<Broadcast, Broadcast>? change = null, string text = "DAAD: the round is open.")
    {
        var id = await Broadcasts.AddAsync(
            Writer, Language.English, null, new AudienceRule(LanguageCodes.All, TopicSet.All, Place.Anywhere), CancellationToken.None);
        await Broadcasts.EditAsync(id, before =>
        {
            var written = before with { Texts = new Dictionary<Language, string> { [Language.English] = text } };
            return change?.Invoke(written) ?? written;
        }, CancellationToken.None);
        return id;
    }

    public async Task<BroadcastId> ApproveAsync(Func<Broadcast, Broadcast>? change = null)
    {
        var id = await WriteAsync(change);
        Assert.Equal(AskOutcome.Asked, await Decisions.AskAsync(id, Writer, CancellationToken.None));
        Assert.Equal(ApprovalOutcome.Approved, await Decisions.ApproveAsync(id, Second, await HashAsync(id), CancellationToken.None));
        return id;
    }

    public async Task<Broadcast> FindAsync(BroadcastId id) => (await Broadcasts.FindAsync(id, CancellationToken.None))!;

    public async Task<string> HashAsync(BroadcastId id) => BroadcastHash.Of(await FindAsync(id));

    /// <summary>Lets the sending loop run, a second of the clock at a time, until it looks as asked; then stops it in good order.</summary>
    public async Task RunUntilAsync(Func<Task<bool>> looksRight)
    {
        using var stop = new CancellationTokenSource();
        var running = NewRun().RunAsync(stop.Token, hangUp: CancellationToken.None, abandon: CancellationToken.None);
        await UntilAsync(looksRight, running);
        await stop.CancelAsync();
        await running;
    }

    /// <summary>Kills the loop as a power cut would: what is on its way is never written down.</summary>
    public async Task KillWhenAsync(Func<Task<bool>> looksRight)
    {
        using var dead = new CancellationTokenSource();
        var running = NewRun().RunAsync(dead.Token, dead.Token, dead.Token);
        await UntilAsync(looksRight, running);
        await dead.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task RunToTheEndAsync(BroadcastId id) =>
        RunUntilAsync(async () => (await FindAsync(id)).State is BroadcastState.Finished or BroadcastState.Cancelled);

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    /// <summary>Whether these bytes stand in the database file or in its write-ahead log.</summary>
    public async Task<bool> IsInTheFilesAsync(byte[] bytes)
    {
        var file = await AskAsync<string>("SELECT file FROM pragma_database_list WHERE name = 'main'");
        foreach (var path in (string[])[file, file + "-wal"])
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            if (copy.ToArray().AsSpan().IndexOf(bytes) >= 0) return true;
        }

        return false;
    }

    public BroadcastRun NewRun()
    {
        var writing = new DeliveryWriting(Database, Clock);
        return new BroadcastRun(
            Broadcasts, Audience, Deliveries, writing, new Delivering(Post, Screens, writing, Clock), Stop, Database, _staff.Audit, Pace, Clock,
            NullLogger<BroadcastRun>.Instance);
    }

    public TakingBack NewTakingBack() =>
        new(Broadcasts, Deliveries, Post, Screens, Panels, Clock, NullLogger<TakingBack>.Instance);

    public ProgressBoard NewBoard() =>
        new(Broadcasts, _staff.Staff, Database, Post, Screens, Panels, Clock, NullLogger<ProgressBoard>.Instance);

    public void Dispose() => _staff.Dispose();

    private async Task UntilAsync(Func<Task<bool>> looksRight, Task running)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await looksRight())
        {
            if (running.IsCompleted) await running;
            Assert.False(running.IsCompleted, "The loop ended by itself.");
            Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "It did not come to look as expected.");
            await Task.Delay(2);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
