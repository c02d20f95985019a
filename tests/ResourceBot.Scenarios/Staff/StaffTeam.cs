using Dapper;
using Microsoft.Extensions.DependencyInjection;
using ResourceBot.Chat;
using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.People;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Scenarios.Staff;

/// <summary>A running bot with an owner and two admins, played by the people of the local Telegram.</summary>
public sealed class StaffTeam : IAsyncDisposable
{
    // Nobody is made to wait here: the pace and Telegram's limits have tests of their own.
    private static readonly string[] Settings = [$"--Staff:Owners={DemoPeople.Owner}", "--Outgoing:MessagesPerSecond=1000"];

    private readonly LocalTelegramServer _telegram;
    private Bot _bot;

    private StaffTeam(LocalTelegramServer telegram, Bot bot) => (_telegram, _bot) = (telegram, bot);

    public LocalTelegramServer Telegram => _telegram;

    public static async Task<StaffTeam> StartAsync()
    {
        var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0" });
        telegram.SetLimits(on: false);
        var team = new StaffTeam(telegram, await Bot.StartAsync(telegram, folder: null, Settings));
        await team.AddAsync(DemoPeople.Admin, Role.Admin);
        await team.AddAsync(DemoPeople.SecondAdmin, Role.Admin);
        return team;
    }

    public T Part<T>() where T : notnull => _bot.Parts.GetRequiredService<T>();

    public Task<StaffMember> AddAsync(long person, Role role) => Part<Database>().WriteAsync(
        transaction => Part<StaffStore>().AddAsync(transaction, new ChatId(person), role, isFixed: false, CancellationToken.None),
        CancellationToken.None);

    public async Task<StaffMember> MemberAsync(long person) =>
        await Part<StaffStore>().FindAsync(new ChatId(person), CancellationToken.None)
        ?? throw new InvalidOperationException("Nobody on the staff.");

    public async Task RevokeAsync(long person)
    {
        var member = await MemberAsync(person);
        await Part<Database>().WriteAsync(
            transaction => Part<StaffStore>().RevokeAsync(transaction, member.Id, CancellationToken.None), CancellationToken.None);
    }

    public Visitor Person(long person) => _bot.Person(person);

    /// <summary>Somebody who has come to the bot, in English.</summary>
    public Task<Visitor> ArrivesAsync(long person) => Person(person).ArrivesAsync("English", "This chat is not secret");

    /// <summary>Somebody on the staff, on the staff's first page.</summary>
    public async Task<Visitor> AtWorkAsync(long person)
    {
        var she = Person(person);
        if (she.Phone.LastFromBot is null) await ArrivesAsync(person);
        return await she.OpensAsync("/staff", "Staff");
    }

    /// <summary>Stops the bot and starts it on the same folder; it remembers nothing but its database.</summary>
    public async Task RestartAsync()
    {
        var folder = _bot.Folder;
        await _bot.DisposeAsync();
        _bot = await Bot.StartAsync(_telegram, folder, Settings);
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var connection = await Part<Database>().OpenAsync(CancellationToken.None);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    /// <summary>Where the database of the running bot lies.</summary>
    public string Folder => _bot.Folder;

    /// <summary>The settings with which the running bot was started.</summary>
    public IReadOnlyList<string> StartedWith => [.. RunSettings.For(_telegram, _bot.Folder), .. Settings];

    public Task WriteAsync(string sql) => Part<Database>().WriteAsync(
        transaction => transaction.Connection!.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    /// <summary>A file as the local Telegram keeps it.</summary>
    public async Task<byte[]> DownloadAsync(string fileId)
    {
        using var client = new HttpClient { BaseAddress = _telegram.Address };
        return await client.GetByteArrayAsync(new Uri($"/local/files/{fileId}", UriKind.Relative));
    }

    public async ValueTask DisposeAsync()
    {
        var folder = _bot.Folder;
        await _bot.DisposeAsync();
        await _telegram.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
