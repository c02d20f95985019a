using System.Text;
using ResourceBot.LocalTelegram.BotApi;
using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.Faults;

/// <summary>Does what a fault says.</summary>
internal static class FaultAnswer
{
    private static readonly Refusal Restart = new(500, "Internal Server Error: restart");

    private static readonly Refusal OtherPoller = new(
        409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");

    /// <summary>The part of a fault that comes before the call is carried out.</summary>
    /// <returns>What was answered in place of the call; null when the call goes on.</returns>
    public static async Task<Refusal?> BeforeAsync(HttpContext http, Fault fault, TimeProvider clock, Bot bot)
    {
        switch (fault.Kind)
        {
            case FaultKind.TooManyRequests:
                return await RefuseAsync(http, Refusal.TooManyRequests(fault.RetryAfterSeconds));
            case FaultKind.ServerError:
                return await RefuseAsync(http, Restart);
            case FaultKind.OtherPoller:
                return await RefuseAsync(http, OtherPoller);
            case FaultKind.Unauthorized:
                return await RefuseAsync(http, Refusal.TokenUnknown);
            case FaultKind.BadGateway:
                await RawAsync(http, 502, "text/html", "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n");
                return new Refusal(502, "502 Bad Gateway");
            case FaultKind.TruncatedJson:
                await RawAsync(http, 200, "application/json", "{\"ok\":true,\"result\":{\"mess");
                return new Refusal(200, "half an answer");
            case FaultKind.Reset:
                http.Abort();
                return new Refusal(0, "connection cut before the call");
            case FaultKind.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMilliseconds), clock, http.RequestAborted);
                return null;
            default:
                return null;
        }
    }

    private static async Task<Refusal> RefuseAsync(HttpContext http, Refusal refusal)
    {
        await BotApiDoor.RefuseAsync(http, refusal);
        return refusal;
    }

    private static async Task RawAsync(HttpContext http, int status, string contentType, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }
}
