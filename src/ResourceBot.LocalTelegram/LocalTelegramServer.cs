using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using ResourceBot.LocalTelegram.BotApi;
using ResourceBot.LocalTelegram.BotApi.Files;
using ResourceBot.LocalTelegram.BotApi.Methods;
using ResourceBot.LocalTelegram.Control;
using ResourceBot.LocalTelegram.Faults;
using ResourceBot.LocalTelegram.Ledgers;
using ResourceBot.LocalTelegram.Page;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.LocalTelegram;

/// <summary>
/// A Telegram that lives on this machine: the Bot API over HTTP on loopback, people to talk with, a page to do it by hand,
/// faults to switch on. Everything is in memory and gone when it is disposed of.
/// </summary>
public sealed class LocalTelegramServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Network _network;

    private LocalTelegramServer(
        WebApplication application, Network network, FaultSwitch faults, UpdateFaults updateFaults, Ledger ledger)
    {
        _application = application;
        _network = network;
        Faults = faults;
        UpdateFaults = updateFaults;
        Ledger = ledger;
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    /// <summary>Where it listens, with the real port. A bot takes it as its base address; a browser shows the page there.</summary>
    public Uri Address { get; }

    /// <summary>Troubles with calls.</summary>
    public FaultSwitch Faults { get; }

    /// <summary>Troubles with updates.</summary>
    public UpdateFaults UpdateFaults { get; }

    public Ledger Ledger { get; }

    /// <exception cref="ArgumentException">The address is none, or can be reached by other machines and that was not allowed.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalTelegramServer> StartAsync(LocalTelegramOptions options, CancellationToken cancellation = default)
    {
        CheckUrl(options);
        var network = new Network(options);
        var faults = new FaultSwitch(network.Dice);
        var ledger = new Ledger(options);
        var door = new BotApiDoor(network, faults, ledger);
        network.RunCall = door.RunAsync;

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = FileShelf.LargestUpload + 1024 * 1024;
            kestrel.AddServerHeader = false;
        });
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = ControlApi.Json.PropertyNamingPolicy;
            json.SerializerOptions.Encoder = ControlApi.Json.Encoder;
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = FileShelf.LargestUpload + 512 * 1024);
        var application = builder.Build();
        LoopbackOnly.Guard(application, options);
        // The Bot API goes past routing: a bot makes a thousand calls a second, and a token holds a colon.
        application.Use((http, next) =>
        {
            var path = http.Request.Path.Value!;
            if (BotApiDoor.IsBotPath(path)) return door.AnswerAsync(http);
            return GettingFiles.IsFilePath(path) ? GettingFiles.DownloadAsync(http, network) : next(http);
        });
        application.UseRouting();
        var updateFaults = new UpdateFaults(network);
        ControlApi.Map(application, network, faults, updateFaults, ledger);
        EmbeddedPage.Map(application);
        await application.StartAsync(cancellation);
        return new LocalTelegramServer(application, network, faults, updateFaults, ledger);
    }

    /// <summary>A person's view of her chat with the first bot.</summary>
    /// <exception cref="CannotDoThatException">There is nobody with this id.</exception>
    public Phone Person(long id) => PhoneOf(id, _network.FirstBot);

    /// <summary>A person's view of her chat with the bot of a token.</summary>
    /// <exception cref="CannotDoThatException">There is nobody with this id, or no such bot.</exception>
    public Phone Person(long id, string token) => _network.TryFindBot(token, out var bot)
        ? PhoneOf(id, bot) : throw new CannotDoThatException("There is no bot with this token.");

    /// <summary>Adds a person.</summary>
    /// <returns>False when the id is taken.</returns>
    public bool AddPerson(Profile profile) => _network.Crowd.Add(profile);

    /// <summary>Adds many people at once; each takes memory only when somebody writes to her.</summary>
    /// <param name="started">They count as having written to every bot.</param>
    public void AddPeople(long firstId, long count, bool started = true) => _network.Crowd.AddRange(firstId, count, started);

    /// <summary>Puts the first bot into a group; groups only receive here.</summary>
    /// <param name="id">Negative, such as -1001000000001.</param>
    public void AddGroup(long id, string title) => _network.FirstBot.AddGroup(id, title);

    /// <summary>Gives the first bot Stars, of which it needs 10,000 for paid broadcasts.</summary>
    public void GiveStars(decimal stars) => _network.FirstBot.Pace.GiveStars(stars);

    /// <summary>The Stars that the first bot has left.</summary>
    public decimal Stars => _network.FirstBot.Pace.Stars;

    /// <summary>Turns Telegram's limits on pace on or off for every bot.</summary>
    public void SetLimits(bool on) => _network.SetLimits(on);

    public async ValueTask DisposeAsync()
    {
        // Long polls would hold the stop back for their whole time.
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        try
        {
            await _application.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // The polls were cut off.
        }
        await _application.DisposeAsync();
        _network.Dispose();
    }

    private static void CheckUrl(LocalTelegramOptions options)
    {
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp)
            throw new ArgumentException($"LocalTelegram:Url \"{options.Url}\" is no http address; write one like http://127.0.0.1:5080.", nameof(options));
        var isLoopback = url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        if (!isLoopback && !options.BeyondLoopback)
        {
            throw new ArgumentException(
                $"LocalTelegram:Url \"{options.Url}\" can be reached from other machines, and nothing here asks for a password; write http://127.0.0.1:5080.",
                nameof(options));
        }
    }

    private Phone PhoneOf(long id, Bot bot) => _network.Crowd.TryFind(id, out var person)
        ? new Phone(bot.ChatWith(person)) : throw new CannotDoThatException($"There is nobody with the id {id}.");
}
