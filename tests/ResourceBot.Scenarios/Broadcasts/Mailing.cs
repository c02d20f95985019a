using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Host.Starting;
using ResourceBot.Languages;
using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.People;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Scenarios.Broadcasts;

/// <summary>
/// A database with many subscribers and an approved broadcast, beside a program that sends it. What arrived is read from the
/// local Telegram and never from the bot's own words.
/// </summary>
internal sealed class Mailing : IAsyncDisposable
{
    /// <summary>The chats of the audience begin here.</summary>
    public const long First = 100_001;

    private readonly IHost _parts;

    private Mailing(LocalTelegramServer telegram, string folder, IHost parts, int people)
    {
        (Telegram, Folder, _parts, People) = (telegram, folder, parts, people);
    }

    public LocalTelegramServer Telegram { get; }

    public string Folder { get; }

    public int People { get; }

    public IEnumerable<Phone> Phones => Enumerable.Range(0, People).Select(number => Telegram.Person(First + number, RunSettings.Token));

    /// <summary>How many messages arrived in all chats together.</summary>
    public int Arrived => Phones.Sum(phone => phone.Received);

    /// <summary>How many people have one at least.</summary>
    public int Reached => Phones.Count(phone => phone.Received > 0);

    public BroadcastId Id { get; private set; }

    public BroadcastStore Broadcasts => _parts.Services.GetRequiredService<BroadcastStore>();

    public BroadcastDecisions Decisions => _parts.Services.GetRequiredService<BroadcastDecisions>();

    public SendingStop Stop => _parts.Services.GetRequiredService<SendingStop>();

    public StaffMember Writer { get; private set; } = null!;

    public StaffMember Second { get; private set; } = null!;

    /// <summary>Fast, but with the default number in flight.</summary>
    public static string[] Fast { get; } = ["--Broadcast:Paid=true", "--Broadcast:PerSecond=1000"];

    /// <summary>Slow enough that what a test does in the middle is in the middle on a busy machine too.</summary>
    public static string[] Unhurried { get; } = ["--Broadcast:Paid=true", "--Broadcast:PerSecond=60"];

    public static async Task<Mailing> PrepareAsync(int people)
    {
        var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions
        {
            Url = "http://127.0.0.1:0",
            Limits = false,
            LedgerCapacity = 200_000,
        });
        telegram.AddPeople(First, people);
        var folder = Directory.CreateTempSubdirectory("resourcebot-mailing-").FullName;
        // Its parts only: the program that sends is another one.
        var parts = BotHost.Build(RunSettings.For(telegram, folder), Repository.Root);
        await parts.Services.GetRequiredService<Opening>().RunAsync(CancellationToken.None);
        var mailing = new Mailing(telegram, folder, parts, people);
        await mailing.WriteAsync();
        return mailing;
    }

    public async Task<Broadcast> FindAsync() => (await Broadcasts.FindAsync(Id, CancellationToken.None))!;

    /// <summary>How many rows say that a message is on its way.</summary>
    public async Task<long> OnTheirWayAsync()
    {
        await using var connection = await _parts.Services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM delivery WHERE state = 'sending'");
    }

    public async Task WaitForEndAsync(TimeSpan? longest = null)
    {
        var since = TimeProvider.System.GetTimestamp();
        while ((await FindAsync()).State is not (BroadcastState.Finished or BroadcastState.Cancelled))
        {
            if (TimeProvider.System.GetElapsedTime(since) > (longest ?? TimeSpan.FromMinutes(3)))
                Assert.Fail($"It did not come to an end: {(await FindAsync()).State}, {(await FindAsync()).Counts}");
            await Task.Delay(50);
        }
    }

    public static async Task WaitForAsync(Func<Task<bool>> looksRight, string what)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await looksRight())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(60), what);
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _parts.Dispose();
        await Telegram.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task WriteAsync()
    {
        var services = _parts.Services;
        var wishes = new Wishes(Language.Dari, TopicSet.All, Place.Anywhere, BellForm.Bell, BellHours.Any);
        await services.GetRequiredService<SubscriberStore>().AddAsync(
            Enumerable.Range(0, People).Select(number => (new ChatId(First + number), wishes)), CancellationToken.None);
        Writer = await AddStaffAsync(DemoPeople.Volunteer);
        Second = await AddStaffAsync(DemoPeople.SecondVolunteer);
        Id = await Broadcasts.AddAsync(
            Writer, Language.English, null, new AudienceRule(LanguageCodes.All, TopicSet.All, Place.Anywhere), CancellationToken.None);
        await Broadcasts.EditAsync(
            Id, before => before with { Texts = new Dictionary<Language, string> { [Language.Dari] = "دور تازه باز شد." } }, CancellationToken.None);
        await Decisions.AskAsync(Id, Writer, CancellationToken.None);
        Assert.Equal(ApprovalOutcome.Approved, await Decisions.ApproveAsync(Id, Second, BroadcastHash.Of(await FindAsync()), CancellationToken.None));
    }

    private Task<StaffMember> AddStaffAsync(long chat) => _parts.Services.GetRequiredService<Database>().WriteAsync(
        transaction => _parts.Services.GetRequiredService<StaffStore>().AddAsync(
            transaction, new ChatId(chat), Role.Volunteer, isFixed: false, CancellationToken.None), CancellationToken.None);
}
