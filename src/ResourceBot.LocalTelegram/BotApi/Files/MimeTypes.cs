using Microsoft.AspNetCore.StaticFiles;

namespace ResourceBot.LocalTelegram.BotApi.Files;

/// <summary>Telegram tells the kind of a document by the ending of its name.</summary>
internal static class MimeTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new();

    public static string Of(string fileName) =>
        Known.TryGetContentType(fileName, out var type) ? type : "application/octet-stream";
}
