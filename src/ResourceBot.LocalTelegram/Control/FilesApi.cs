using ResourceBot.LocalTelegram.BotApi;

namespace ResourceBot.LocalTelegram.Control;

/// <summary>Files for the page to show. They may come from anybody, so they are kept from playing the page.</summary>
internal static class FilesApi
{
    // An own origin for whatever opens in the browser: its scripts may run, but reach neither the page nor a network.
    private const string Caged =
        "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:";

    public static void Map(RouteGroupBuilder local, Network network) => local.MapGet("/files/{fileId}", async (string fileId, HttpContext http) =>
    {
        var response = http.Response;
        if (!network.Files.TryFind(fileId, out var file))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.ContentType = file.MimeType.StartsWith("text/", StringComparison.Ordinal) ? file.MimeType + "; charset=utf-8" : file.MimeType;
        response.ContentLength = file.Bytes.Length;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentDisposition = "inline; filename*=UTF-8''" + Uri.EscapeDataString(file.Name);
        // Chromium shows no PDF inside a sandbox.
        if (file.MimeType != "application/pdf") response.Headers.ContentSecurityPolicy = Caged;
        await response.Body.WriteAsync(file.Bytes, http.RequestAborted);
    });
}
