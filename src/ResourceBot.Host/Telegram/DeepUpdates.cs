using System.Buffers;
using System.Text.Json;

namespace ResourceBot.Host.Telegram;

/// <summary>
/// Cuts from an answer of getUpdates what is nested deeper than the library can read, and far deeper than anything we read. One
/// such update would otherwise make the whole answer unreadable, and as it is never confirmed, every later one too.
/// </summary>
internal static class DeepUpdates
{
    /// <summary>The library reads 64 levels; a message that answers a message with buttons has a dozen.</summary>
    public const int MostLevels = 40;

    // Around them are the answer and its list.
    private const int LevelOfUpdates = 2;

    /// <param name="answer">The whole body.</param>
    /// <param name="updates">Of how many updates something was cut.</param>
    /// <returns>The body with null for what lay too deep; null when nothing did, or when it is no JSON at all.</returns>
    public static byte[]? Cut(ReadOnlySpan<byte> answer, out int updates)
    {
        updates = 0;
        var kept = new ArrayBufferWriter<byte>();
        var (copied, isCounted) = (0, false);
        var reader = new Utf8JsonReader(answer, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) continue;
                if (reader.CurrentDepth == LevelOfUpdates) isCounted = false;
                if (reader.CurrentDepth < MostLevels) continue;
                kept.Write(answer[copied..(int)reader.TokenStartIndex]);
                kept.Write("null"u8);
                reader.Skip();
                copied = (int)reader.BytesConsumed;
                if (!isCounted) updates++;
                isCounted = true;
            }
        }
        catch (JsonException)
        {
            // Cut off on its way, or the page of a proxy: it comes again whole.
            updates = 0;
            return null;
        }

        if (updates == 0) return null;
        kept.Write(answer[copied..]);
        return kept.WrittenSpan.ToArray();
    }
}
