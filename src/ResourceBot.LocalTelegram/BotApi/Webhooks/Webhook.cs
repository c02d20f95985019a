using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Updates;

namespace ResourceBot.LocalTelegram.BotApi.Webhooks;

/// <summary>
/// Posts updates to a bot: several at once, but one at a time within a lane; a failed one again at once, then after waits that
/// double up to two minutes (WebhookActor.cpp of telegram-bot-api). Ends when it is disposed of.
/// </summary>
internal sealed class Webhook : IDisposable
{
    /// <summary>Where Telegram puts the secret that setWebhook was given.</summary>
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan LongestAskedWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan GoneForGood = TimeSpan.FromHours(23);

    private readonly Bot _bot;
    private readonly HttpClient _http;
    private readonly string? _secret;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private DateTimeOffset? _goneSince;
    private int _underWay;

    /// <param name="maxConnections">Posts at the same time, 1 to 100.</param>
    public Webhook(Bot bot, HttpClient http, Uri address, string? secret, int maxConnections)
    {
        _bot = bot;
        _http = http;
        Address = address;
        _secret = secret;
        MaxConnections = maxConnections;
    }

    public Uri Address { get; }

    public int MaxConnections { get; }

    /// <summary>The last failure, as getWebhookInfo tells it.</summary>
    public (DateTimeOffset At, string Message)? LastError { get; private set; }

    private TimeProvider Clock => _bot.Network.Clock;

    /// <summary>Starts posting whatever waits and may go.</summary>
    public void Pump()
    {
        while (!_stop.IsCancellationRequested)
        {
            QueuedUpdate? update;
            lock (_lock)
            {
                if (_underWay >= MaxConnections) return;
                update = _bot.Queue.TakeForWebhook();
                if (update is null) return;
                _underWay++;
            }
            _ = DeliverAsync(update);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task DeliverAsync(QueuedUpdate update)
    {
        // Off the thread of the person who writes.
        await Task.Yield();
        var isDelivered = false;
        try
        {
            var stop = _stop.Token;
            for (var attempt = 0; !isDelivered && Clock.GetUtcNow() < update.Expires; attempt++)
            {
                var (done, askedWait) = await PostAsync(update, stop);
                isDelivered = done;
                if (done) break;
                var wait = askedWait ?? (attempt == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempt - 1), LongestWait.TotalSeconds)));
                if (wait > TimeSpan.Zero) await Task.Delay(wait, Clock, stop);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
        {
            // The webhook was taken away; the update goes back.
        }
        _bot.Queue.FinishForWebhook(update, isDelivered);
        lock (_lock) _underWay--;
        Pump();
    }

    private async Task<(bool Done, TimeSpan? AskedWait)> PostAsync(QueuedUpdate update, CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address);
            request.Content = new ByteArrayContent(update.Json);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (_secret is not null) request.Headers.Add(SecretHeader, _secret);
            using var response = await _http.SendAsync(request, stop);
            if (response.IsSuccessStatusCode)
            {
                _goneSince = null;
                await CarryOutAsync(response, stop);
                return (true, null);
            }
            Fail($"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}");
            if (response.StatusCode == HttpStatusCode.Gone && Clock.GetUtcNow() - (_goneSince ??= Clock.GetUtcNow()) > GoneForGood)
                _bot.RemoveWebhook(dropPending: false);
            var asked = response.Headers.RetryAfter?.Delta;
            return (false, asked > LongestAskedWait ? LongestAskedWait : asked);
        }
        catch (HttpRequestException broken)
        {
            Fail(broken.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : "Connection reset by peer");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            Fail("Read timeout expired");
        }
        return (false, null);
    }

    // A bot may answer the post itself with one call; it never learns the result (Bot API, "Making requests when getting updates").
    private async Task CarryOutAsync(HttpResponseMessage response, CancellationToken stop)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json") return;
        try
        {
            using var parameters = new Parameters();
            var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(stop), default, stop);
            if (body.RootElement.ValueKind != JsonValueKind.Object
                || !body.RootElement.TryGetProperty("method", out var name) || name.GetString() is not { } method)
            {
                body.Dispose();
                return;
            }
            parameters.AddBody(body);
            parameters.Remove("method");
            var isRefused = method.StartsWith("get", StringComparison.OrdinalIgnoreCase)
                || method.Equals("setWebhook", StringComparison.OrdinalIgnoreCase)
                || method.Equals("deleteWebhook", StringComparison.OrdinalIgnoreCase);
            if (!isRefused) await _bot.Network.RunCall(_bot, method, parameters, stop);
        }
        catch (JsonException)
        {
            // An answer that is no call.
        }
    }

    private void Fail(string message) => LastError = (Clock.GetUtcNow(), message);
}
