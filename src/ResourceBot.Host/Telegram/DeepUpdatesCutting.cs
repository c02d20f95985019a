using System.Net;

namespace ResourceBot.Host.Telegram;

/// <summary>Stands between the library and the network, and cuts <see cref="DeepUpdates"/>.</summary>
internal sealed class DeepUpdatesCutting(HttpMessageHandler network, Gauges gauges, ILogger<DeepUpdatesCutting> log) : DelegatingHandler(network)
{
    private const string Method = "/getUpdates";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK || request.RequestUri?.AbsolutePath.EndsWith(Method, StringComparison.OrdinalIgnoreCase) != true)
            return response;
        // Kept by the content, so that the library reads it once more from memory.
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (DeepUpdates.Cut(body, out var updates) is not { } cut) return response;
        gauges.Cut(updates);
        Log.DeepUpdatesCut(log, updates);
        var content = new ByteArrayContent(cut);
        content.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content.Dispose();
        response.Content = content;
        return response;
    }
}
