using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Starting;

namespace ResourceBot.Benchmarks.Search;

/// <summary>The whole bot without its network, on a fresh database with the seeds of this repository.</summary>
internal sealed class SeededBot : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ServiceProvider _parts;

    private SeededBot(string folder, ServiceProvider parts)
    {
        _folder = folder;
        _parts = parts;
    }

    public IServiceProvider Parts => _parts;

    public static async Task<SeededBot> OpenAsync()
    {
        var home = HomeFolder.Find(AppContext.BaseDirectory);
        var folder = Directory.CreateTempSubdirectory("resourcebot-benchmark-").FullName;
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(home, "appsettings.json")).AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "benchmark.db")}",
                ["Secrets:KeyFile"] = Path.Combine(folder, "secret.key"),
                ["Seeds:Path"] = Path.Combine(home, "seeds"),
            }).Build();
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        services.AddResourceBot(new SettingsReading(configuration, home).Read());
        var parts = services.BuildServiceProvider();
        await parts.GetRequiredService<Opening>().RunAsync(CancellationToken.None);
        return new SeededBot(folder, parts);
    }

    public async ValueTask DisposeAsync()
    {
        await _parts.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
