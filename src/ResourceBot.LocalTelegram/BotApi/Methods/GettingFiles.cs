using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Files;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>getFile, and the download at <c>/file/bot&lt;token&gt;/&lt;path&gt;</c>.</summary>
internal static class GettingFiles
{
    private const string Prefix = "/file/bot";

    public static bool IsFilePath(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    public static ApiAnswer GetFile(Call call)
    {
        var id = call.Parameters.Text("file_id");
        if (string.IsNullOrEmpty(id)) return Refusal.BadRequest("file_id not specified");
        if (!call.Bot.Files.TryFind(id, out var file)) return Refusal.BadRequest("invalid file_id");
        if (file.Bytes.Length > FileShelf.LargestDownload) return Refusal.BadRequest("file is too big");
        return ApiAnswer.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("file_id", file.Id);
            writer.WriteString("file_unique_id", file.UniqueId);
            writer.WriteNumber("file_size", file.Bytes.Length);
            writer.WriteString("file_path", file.Path);
            writer.WriteEndObject();
        });
    }

    public static async Task DownloadAsync(HttpContext http, Network network)
    {
        var path = http.Request.Path.Value![Prefix.Length..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !network.TryFindBot(path[..slash], out _))
        {
            await BotApiDoor.RefuseAsync(http, Refusal.TokenUnknown);
        }
        else if (network.Files.TryFindPath(path[(slash + 1)..], out var file))
        {
            http.Response.ContentType = "application/octet-stream";
            http.Response.ContentLength = file.Bytes.Length;
            await http.Response.Body.WriteAsync(file.Bytes, http.RequestAborted);
        }
        else
        {
            await BotApiDoor.RefuseAsync(http, Refusal.PathNotFound);
        }
    }
}
