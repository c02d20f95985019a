using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Host.Starting;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Scenarios;
using ResourceBot.Storage;

namespace ResourceBot.Benchmarks.Broadcasts;

/// <summary>A database with subscribers and an approved broadcast whose audience is frozen, ready for the program to send.</summary>
internal sealed class PreparedBroadcast
{
    /// <summary>The chats of the audience begin here.</summary>
    public const long FirstChat = 10_000_000;

    private const int MostAtOnce = 20_000;

    private readonly BroadcastStore _broadcasts;
    private readonly BroadcastId _id;

    private PreparedBroadcast(BroadcastStore broadcasts, BroadcastId id, TimeSpan freezeTime)
    {
        (_broadcasts, _id, FreezeTime) = (broadcasts, id, freezeTime);
    }

    /// <summary>How long it took to freeze the audience.</summary>
    public TimeSpan FreezeTime { get; }

    public static async Task<PreparedBroadcast> MakeAsync(string[] settings, int people)
    {
        // Its parts only: the host is not started, the program of the measurement is another process.
        var host = BotHost.Build(settings, Repository.Root);
        await host.Services.GetRequiredService<Opening>().RunAsync(CancellationToken.None);
        var parts = host.Services;
        await SubscribeAsync(parts.GetRequiredService<SubscriberStore>(), people);

        var database = parts.GetRequiredService<Database>();
        var staff = parts.GetRequiredService<StaffStore>();
        var writer = await database.WriteAsync(work => staff.AddAsync(work, new ChatId(1), Role.Volunteer, isFixed: false, CancellationToken.None), CancellationToken.None);
        var second = await database.WriteAsync(work => staff.AddAsync(work, new ChatId(2), Role.Volunteer, isFixed: false, CancellationToken.None), CancellationToken.None);
        var broadcasts = parts.GetRequiredService<BroadcastStore>();
        var id = await broadcasts.AddAsync(
            writer, Language.English, null, new AudienceRule(LanguageCodes.All, TopicSet.All, Place.Anywhere), CancellationToken.None);
        await broadcasts.EditAsync(
            id, before => before with { Texts = new Dictionary<Language, string> { [Language.Dari] = "دور تازه باز شد." } }, CancellationToken.None);
        var decisions = parts.GetRequiredService<BroadcastDecisions>();
        await decisions.AskAsync(id, writer, CancellationToken.None);
        var hash = BroadcastHash.Of((await broadcasts.FindAsync(id, CancellationToken.None))!);
        await decisions.ApproveAsync(id, second, hash, CancellationToken.None);

        var since = Stopwatch.GetTimestamp();
        await parts.GetRequiredService<AudienceStore>().FreezeAsync(id, CancellationToken.None);
        return new PreparedBroadcast(broadcasts, id, Stopwatch.GetElapsedTime(since));
    }

    public async Task<BroadcastCounts> CountsAsync() => (await _broadcasts.FindAsync(_id, CancellationToken.None))!.Counts;

    public async Task<BroadcastState> StateAsync() => (await _broadcasts.FindAsync(_id, CancellationToken.None))!.State;

    private static async Task SubscribeAsync(SubscriberStore subscribers, int people)
    {
        // At any hour, so that the measurement can be made at night too.
        var wishes = new Wishes(Language.Dari, TopicSet.All, Place.Anywhere, BellForm.Bell, BellHours.Any);
        foreach (var some in Enumerable.Range(0, people).Chunk(MostAtOnce))
            await subscribers.AddAsync(some.Select(number => (new ChatId(FirstChat + number), wishes)), CancellationToken.None);
    }
}
