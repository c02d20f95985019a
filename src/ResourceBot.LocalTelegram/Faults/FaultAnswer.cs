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
    /// <param name="record">Told what is answered in place of the call, before the bot hears of it: then the ledger is never behind.</param>
    /// <returns>Whether the call was answered; false when it goes on.</returns>
    public static async Task<bool> BeforeAsync(HttpContext http, Fault fault, TimeProvider clock, Action<Refusal> record)
    {
        switch (fault.Kind)
        {
            case FaultKind.TooManyRequests:
                return await RefuseAsync(http, Refusal.TooManyRequests(fault.RetryAfterSeconds), record);
            case FaultKind.ServerError:
                return await RefuseAsync(http, Restart, record);
            case FaultKind.OtherPoller:
                return await RefuseAsync(http, OtherPoller, record);
            case FaultKind.Unauthorized:
                return await RefuseAsync(http, Refusal.TokenUnknown, record);
            case FaultKind.BadGateway:
                record(new Refusal(502, "502 Bad Gateway"));
                await RawAsync(http, 502, "text/html", "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n");
                return true;
            case FaultKind.TruncatedJson:
                record(new Refusal(200, "half an answer"));
                await RawAsync(http, 200, "application/json", "{\"ok\":true,\"result\":{\"mess");
                return true;
            case FaultKind.Reset:
                record(new Refusal(0, "connection cut before the call"));
                http.Abort();
                return true;
            case FaultKind.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMilliseconds), clock, http.RequestAborted);
                return false;
            default:
                return false;
        }
    }

    private static async Task<bool> RefuseAsync(HttpContext http, Refusal refusal, Action<Refusal> record)
    {
        record(refusal);
        await BotApiDoor.RefuseAsync(http, refusal);
        return true;
    }

    private static async Task RawAsync(HttpContext http, int status, string contentType, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }
}
