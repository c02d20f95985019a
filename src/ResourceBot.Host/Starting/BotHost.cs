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
    public static IHost Build(string[] args, string home)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = args, ContentRootPath = home });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.AddResourceBot(new SettingsReading(builder.Configuration, home).Read());
        return builder.Build();
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
}
