using System.Text.Encodings.Web;
using System.Text.Json;

namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>How JSON is written here: letters as they are, because nothing of it is put into a page unread.</summary>
internal static class ApiJson
{
    public static JsonWriterOptions Writing { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
}
