using System.Text.Json.Serialization;

namespace ResourceBot.LocalTelegram.Control;

/// <summary>She types.</summary>
internal sealed record TextBody([property: JsonPropertyName("text")] string Text);

/// <summary>She presses.</summary>
internal sealed record PressBody(
    [property: JsonPropertyName("message_id")] int MessageId,
    [property: JsonPropertyName("data")] string Data,
    [property: JsonPropertyName("forged")] bool Forged = false);
