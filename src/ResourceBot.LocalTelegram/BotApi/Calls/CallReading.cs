using System.Text.Json;

namespace ResourceBot.LocalTelegram.BotApi.Calls;

/// <summary>Reads parameters from the query, and from a form, a multipart or a JSON body (Bot API, "Making requests").</summary>
internal static class CallReading
{
    public static async ValueTask<Refusal?> ReadAsync(HttpRequest request, Parameters parameters, CancellationToken aborted)
    {
        foreach (var (name, values) in request.Query) parameters.Add(name, values.ToString());
        if (request.ContentLength is 0 or null && request.ContentType is null) return null;
        if (request.HasJsonContentType()) return await ReadJsonAsync(request, parameters, aborted);
        if (request.HasFormContentType) return await ReadFormAsync(request, parameters, aborted);
        return null;
    }

    private static async ValueTask<Refusal?> ReadJsonAsync(HttpRequest request, Parameters parameters, CancellationToken aborted)
    {
        try
        {
            var body = await JsonDocument.ParseAsync(request.Body, default, aborted);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
            {
                parameters.AddBody(body);
                return null;
            }
            body.Dispose();
        }
        catch (JsonException)
        {
            // Answered below in the words for any body that is no object.
        }
        return Refusal.BadRequest("can't parse the request body as a JSON object");
    }

    private static async ValueTask<Refusal?> ReadFormAsync(HttpRequest request, Parameters parameters, CancellationToken aborted)
    {
        try
        {
            var form = await request.ReadFormAsync(aborted);
            foreach (var (name, values) in form) parameters.Add(name, values.ToString());
            foreach (var file in form.Files)
            {
                var bytes = new byte[file.Length];
                await using var content = file.OpenReadStream();
                await content.ReadExactlyAsync(bytes, aborted);
                parameters.Add(file.Name, new Upload(file.FileName, file.ContentType, bytes));
            }
            return null;
        }
        catch (InvalidDataException)
        {
            return new Refusal(413, "Request Entity Too Large");
        }
    }
}
