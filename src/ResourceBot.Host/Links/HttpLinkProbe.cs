using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using ResourceBot.Catalogue.Links;

namespace ResourceBot.Host.Links;

/// <summary>
/// Asks for a link over HTTP, with <see cref="GuardedConnection"/> in front of every connection. No cookies, no proxy (it would
/// connect for us, unguarded), no body: that an answer begins is all we want to know.
/// </summary>
internal sealed class HttpLinkProbe : ILinkProbe, IDisposable
{
    public const int MostRedirects = 3;

    /// <summary>For one link, all its redirects included.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    // The head of an answer, in kilobytes; a longer one is cut off. Of a body nothing is read.
    private const int MostKilobytes = 64;

    private readonly AddressRules _rules;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    public HttpLinkProbe(AddressRules rules, TimeProvider clock)
    {
        (_rules, _clock) = (rules, clock);
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = new GuardedConnection(rules).OpenAsync,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = MostKilobytes,
            MaxResponseDrainSize = 0,
            // Every question opens, and so guards, a connection of its own.
            PooledConnectionLifetime = TimeSpan.Zero,
            ActivityHeadersPropagator = null,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        // Says what we are and not who: a scammer must not learn which bot lists him.
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (compatible; link check)");
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,*/*;q=0.5");
    }

    public async Task<LinkAnswer> AskAsync(Uri link, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await FollowAsync(link, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new LinkAnswer(LinkOutcome.Unreachable, "timeout");
        }
        catch (HttpRequestException failure)
        {
            return Explain(failure);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<LinkAnswer> FollowAsync(Uri link, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (Objection(link) is { } objection) return new LinkAnswer(LinkOutcome.NotAsked, objection);
            using var question = new HttpRequestMessage(HttpMethod.Get, link);
            using var answer = await _client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!IsRedirect(answer.StatusCode) || answer.Headers.Location is not { } location) return Judge(answer.StatusCode);
            if (redirects == MostRedirects) return new LinkAnswer(LinkOutcome.Barred, "redirects");
            link = location.IsAbsoluteUri ? location : new Uri(link, location);
        }
    }

    private string? Objection(Uri link) => link switch
    {
        { Scheme: not ("http" or "https") } => "scheme",
        { UserInfo.Length: > 0 } => "name and password inside",
        _ when !_rules.MayUsePort(link.Port) => "port",
        _ => null,
    };

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static LinkAnswer Judge(HttpStatusCode status)
    {
        var code = ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return (int)status switch
        {
            >= 200 and < 300 => new LinkAnswer(LinkOutcome.Answered, code),
            404 or 410 => new LinkAnswer(LinkOutcome.Missing, code),
            408 or >= 500 => new LinkAnswer(LinkOutcome.Unreachable, code),
            _ => new LinkAnswer(LinkOutcome.Barred, code),
        };
    }

    private static LinkAnswer Explain(HttpRequestException failure)
    {
        for (Exception? inner = failure; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case NotPublicException:
                    return new LinkAnswer(LinkOutcome.NotAsked, "not a public address");
                case AuthenticationException:
                    return new LinkAnswer(LinkOutcome.Unreachable, "certificate");
                case SocketException { SocketErrorCode: SocketError.HostNotFound }:
                    return new LinkAnswer(LinkOutcome.Missing, "no such name");
                case SocketException socket:
                    return new LinkAnswer(LinkOutcome.Unreachable, socket.SocketErrorCode.ToString());
            }
        }

        return new LinkAnswer(LinkOutcome.Unreachable, failure.HttpRequestError.ToString());
    }
}
