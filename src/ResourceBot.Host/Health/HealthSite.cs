using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Prometheus;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Starting;
using ResourceBot.Host.Telegram;

namespace ResourceBot.Host.Health;

/// <summary>
/// <c>/healthz</c> and <c>/metrics</c> (Prometheus text format) at Health:Url, for the operator's own monitoring. Only our own
/// counts and those of the process go out.
/// </summary>
internal sealed class HealthSite(BotSettings settings, Readiness readiness) : IAsyncDisposable
{
    private WebApplication? _site;
    private IDisposable? _counting;

    /// <summary>Starts the site, if it is switched on.</summary>
    /// <exception cref="BadSettingException">The address cannot be listened on.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (settings.HealthUrl is not { } url) return;
        var registry = Metrics.NewCustomRegistry();
        DotNetStats.Register(registry);
        _counting = MeterAdapter.StartListening(new MeterAdapterOptions
        {
            Registry = registry,
            MetricFactory = Metrics.WithCustomRegistry(registry),
            // The longest it allows: a count that rests for a night must not vanish.
            MetricsExpireAfter = TimeSpan.FromDays(1),
            InstrumentFilterPredicate = instrument => instrument.Meter.Name == Gauges.MeterName,
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url.AbsoluteUri);
        _site = builder.Build();
        _site.MapGet("/healthz", () => readiness.IsReady
            ? Results.Text("ready\n")
            : Results.Text("Telegram has not been reached yet\n", statusCode: StatusCodes.Status503ServiceUnavailable));
        _site.MapMetrics("/metrics", registry);
        try
        {
            await _site.StartAsync(cancellation);
        }
        // A port that is taken is the one, an address that is not of this machine or a port of the system the other.
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            throw new BadSettingException("Health:Url", $"{url} cannot be listened on", "choose a free port, or write nothing");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _counting?.Dispose();
        if (_site is { } site) await site.DisposeAsync();
    }
}
