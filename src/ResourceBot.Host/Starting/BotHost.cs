using Microsoft.Extensions.Logging.Console;
using ResourceBot.Host.Health;
using ResourceBot.Host.Settings;
using ResourceBot.Storage;

namespace ResourceBot.Host.Starting;

/// <summary>The whole program as one host; Program.cs and the scenario tests start the same.</summary>
internal static class BotHost
{
    /// <param name="args">Settings as <c>--Telegram:Token=…</c>, which go before environment variables and the file.</param>
    /// <param name="home">The folder with appsettings.json.</param>
    /// <exception cref="BadSettingException">A setting is wrong.</exception>
    public static IHost Build(string[] args, string home) => Builder(args, home).Build();

    /// <summary>The same parts for a verb of the command line. Nothing is started; what is logged does not get between its lines.</summary>
    /// <inheritdoc cref="Build"/>
    public static IHost BuildForVerb(IReadOnlyList<string> settings, string home)
    {
        // The first counts least: whoever sets a level gets it.
        var builder = Builder(["--Logging:LogLevel:Default=Warning", .. settings], home);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder.Build();
    }

    /// <summary>
    /// Puts in order what a verb needs. It makes no secret: called by another user, it would make one that the bot cannot read.
    /// </summary>
    /// <exception cref="BadSettingException">The database, the seeds or the secret cannot be used.</exception>
    public static async Task OpenForVerbAsync(IHost host, CancellationToken cancellation)
    {
        var settings = host.Services.GetRequiredService<BotSettings>();
        await host.Services.GetRequiredService<Opening>().RunAsync(cancellation);
        await StaffOpening.RefuseLostKeyAsync(settings, host.Services.GetRequiredService<Database>(), cancellation);
        if (File.Exists(settings.KeyFile)) await host.Services.GetRequiredService<StaffOpening>().CheckKeyAsync(cancellation);
    }

    /// <summary>Puts in order what must be before the host starts.</summary>
    /// <exception cref="BadSettingException">The database, the seeds or an address cannot be used.</exception>
    public static async Task OpenAsync(IHost host, CancellationToken cancellation)
    {
        await host.Services.GetRequiredService<Opening>().RunAsync(cancellation);
        // Before anything is sealed or opened; the part that holds the secret makes one if there is none.
        await StaffOpening.RefuseLostKeyAsync(
            host.Services.GetRequiredService<BotSettings>(), host.Services.GetRequiredService<Database>(), cancellation);
        await host.Services.GetRequiredService<StaffOpening>().RunAsync(cancellation);
        await host.Services.GetRequiredService<LocalTelegramDoor>().OpenAsync(cancellation);
        await host.Services.GetRequiredService<HealthSite>().OpenAsync(cancellation);
    }

    private static HostApplicationBuilder Builder(string[] args, string home)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = args, ContentRootPath = home });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.AddResourceBot(new SettingsReading(builder.Configuration, home).Read());
        return builder;
    }
}
