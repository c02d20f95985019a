using System.Collections.Frozen;

namespace ResourceBot.LocalTelegram.Page;

/// <summary>Serves the files of <c>Page/assets</c>, which are inside the program, at the root.</summary>
internal static class EmbeddedPage
{
    private const string Prefix = "page/";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static void Map(WebApplication application)
    {
        var names = typeof(EmbeddedPage).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenSet(StringComparer.Ordinal);
        application.MapGet("/{**path}", async (HttpContext http, string? path) =>
        {
            var name = Prefix + (string.IsNullOrEmpty(path) ? "index.html" : path);
            if (!names.Contains(name))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            http.Response.ContentType = ContentTypes.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
            http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'";
            http.Response.Headers.CacheControl = "no-cache";
            await using var stream = typeof(EmbeddedPage).Assembly.GetManifestResourceStream(name)!;
            await stream.CopyToAsync(http.Response.Body, http.RequestAborted);
        });
    }
}
