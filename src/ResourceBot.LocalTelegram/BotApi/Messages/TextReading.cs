using System.Text;
using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>Reads a text or a caption out of a call and holds it to Telegram's lengths.</summary>
internal static class TextReading
{
    /// <summary>Longest text in UTF-16 code units, after its markup is parsed.</summary>
    public const int LongestText = 4096;

    /// <summary>Longest caption in UTF-16 code units, after its markup is parsed.</summary>
    public const int LongestCaption = 1024;

    /// <summary>Longest raw text in UTF-8 bytes, before anything is parsed.</summary>
    public const int LongestRawText = 32_768;

    private const int MostEntities = 100;

    /// <returns>A null text without a refusal when there is none.</returns>
    public static (FormattedText? Text, Refusal? Refusal) Read(Parameters parameters, string name, string entities)
    {
        if (parameters.Text(name) is not { Length: > 0 } raw) return (null, null);
        if (Encoding.UTF8.GetByteCount(raw) > LongestRawText) return (null, Refusal.BadRequest(name + " is too long"));
        var (text, refusal) = Parse(raw, parameters.Text("parse_mode"), parameters.Json(entities));
        if (text is null) return (null, refusal);
        text = FoundEntities.Mark(Trim(text));
        if (text.Entities.Count > MostEntities) text = text with { Entities = [.. text.Entities.Take(MostEntities)] };
        if (text.Text.Length == 0) return (null, null);
        if (name == "caption")
            return text.Text.Length > LongestCaption ? (null, Refusal.BadRequest("message caption is too long")) : (text, null);
        return text.Text.Length > LongestText ? (null, Refusal.BadRequest("message is too long")) : (text, null);
    }

    private static (FormattedText? Text, Refusal? Refusal) Parse(string raw, string? mode, JsonElement? entities)
    {
        if (string.IsNullOrEmpty(mode) || mode.Equals("none", StringComparison.OrdinalIgnoreCase))
            return (new FormattedText(raw, entities is { } given ? [.. given.EnumerateArray().Select(ReadEntity)] : []), null);
        if (mode.Equals("html", StringComparison.OrdinalIgnoreCase))
        {
            var (text, error) = HtmlText.Parse(raw);
            return error is null ? (text, null) : (null, Refusal.BadRequest("can't parse entities: " + error));
        }
        return mode.Equals("markdown", StringComparison.OrdinalIgnoreCase) || mode.Equals("markdownv2", StringComparison.OrdinalIgnoreCase)
            ? (null, Refusal.BadRequest($"unsupported parse_mode: the local Telegram reads HTML and entities, not {mode}"))
            : (null, Refusal.BadRequest("unsupported parse_mode"));
    }

    private static Entity ReadEntity(JsonElement element)
    {
        string? extra = null;
        foreach (var name in (ReadOnlySpan<string>)["url", "language", "custom_emoji_id"])
            if (element.TryGetProperty(name, out var value)) extra = value.GetString();
        if (element.TryGetProperty("user", out var user)) extra = user.GetProperty("id").GetRawText();
        return new Entity(
            element.GetProperty("type").GetString()!, element.GetProperty("offset").GetInt32(), element.GetProperty("length").GetInt32(), extra);
    }

    // Telegram cuts white space from both ends and moves the entities along.
    private static FormattedText Trim(FormattedText text)
    {
        var start = text.Text.Length - text.Text.AsSpan().TrimStart().Length;
        var trimmed = text.Text.Trim();
        if (trimmed.Length == text.Text.Length) return text;
        var entities = new List<Entity>();
        foreach (var entity in text.Entities)
        {
            var from = Math.Max(entity.Offset - start, 0);
            var to = Math.Min(entity.Offset - start + entity.Length, trimmed.Length);
            if (to > from) entities.Add(entity with { Offset = from, Length = to - from });
        }
        return new FormattedText(trimmed, entities);
    }
}
