using System.Net;

namespace ResourceBot.LocalTelegram.Control;

/// <summary>
/// Keeps foreign web pages out: a browser on this machine could be led here from any site, by a form or by a host name
/// that points to 127.0.0.1 (DNS rebinding).
/// </summary>
internal static class LoopbackOnly
{
    public static void Guard(WebApplication application, LocalTelegramOptions options) => application.Use((http, next) =>
    {
        if (options.BeyondLoopback || (IsLoopback(http.Request.Host.Host) && OriginsAreLoopback(http.Request))) return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync("This is for pages of this machine only.");
    });

    private static bool OriginsAreLoopback(HttpRequest request)
    {
        foreach (var origin in request.Headers.Origin)
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !IsLoopback(uri.Host)) return false;
        return true;
    }

    private static bool IsLoopback(string host) =>
        host == "127.0.0.1" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
