using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.BotApi.Schema;

/// <summary>Checks of a keyboard that Telegram makes in words of its own, before the general ones.</summary>
internal static class MarkupShape
{
    public static Refusal? Check(JsonElement markup)
    {
        if (markup.ValueKind != JsonValueKind.Object) return Refusal.BadRequest("object expected as reply markup");
        if (markup.TryGetProperty("inline_keyboard", out var inline) && !IsRows(inline))
            return Rows("inline_keyboard", "InlineKeyboardMarkup");
        if (markup.TryGetProperty("keyboard", out var keyboard) && !IsRows(keyboard))
            return Rows("keyboard", "ReplyKeyboardMarkup");
        return null;
    }

    private static bool IsRows(JsonElement rows) =>
        rows.ValueKind == JsonValueKind.Array && rows.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Array);

    private static Refusal Rows(string field, string type) =>
        Refusal.BadRequest($"field \"{field}\" of the {type} must be an Array of Arrays");
}
