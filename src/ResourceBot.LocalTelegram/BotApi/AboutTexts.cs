using System.Collections.Concurrent;

namespace ResourceBot.LocalTelegram.BotApi;

/// <summary>A text that a bot gives about itself, per language.</summary>
internal sealed class AboutTexts
{
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <param name="language">Two letters, or empty for everybody without a text of her own language.</param>
    /// <param name="text">Empty takes the text away.</param>
    public void Set(string language, string text)
    {
        if (text.Length == 0) _texts.TryRemove(language, out _);
        else _texts[language] = text;
    }

    /// <summary>The text in this language, or the general one, or nothing.</summary>
    public string Get(string? languageTag)
    {
        var language = languageTag is { Length: >= 2 } ? languageTag[..2] : "";
        return _texts.TryGetValue(language, out var own) ? own : _texts.GetValueOrDefault("", "");
    }
}
