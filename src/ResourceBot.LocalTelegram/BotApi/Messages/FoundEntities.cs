using System.Text.RegularExpressions;

namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>Marks what Telegram finds by itself in a text: commands, links, mentions, hashtags.</summary>
internal static partial class FoundEntities
{
    /// <summary>The entities of <paramref name="text"/> with those found added; nothing is found inside code or links.</summary>
    public static FormattedText Mark(FormattedText text)
    {
        if (text.Text.AsSpan().IndexOfAny('/', '@', '#') < 0) return text;
        List<Entity>? found = null;
        foreach (var match in Patterns().EnumerateMatches(text.Text))
        {
            var piece = text.Text.AsSpan(match.Index, match.Length);
            var entity = new Entity(TypeOf(piece), match.Index, match.Length);
            if (!text.Entities.Any(known => Forbids(known) && Overlaps(known, entity))) (found ??= []).Add(entity);
        }
        return found is null
            ? text
            : text with { Entities = [.. text.Entities.Concat(found).OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)] };
    }

    private static string TypeOf(ReadOnlySpan<char> piece) => piece[0] switch
    {
        '/' => "bot_command",
        '@' => "mention",
        '#' => "hashtag",
        _ => "url",
    };

    private static bool Forbids(Entity entity) => entity.Type is "code" or "pre" or "text_link" or "text_mention";

    private static bool Overlaps(Entity a, Entity b) => a.Offset < b.Offset + b.Length && b.Offset < a.Offset + a.Length;

    [GeneratedRegex(
        @"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(@[a-zA-Z0-9_]{3,32})?(?![\w/<>])|(?<![\w@])@[a-zA-Z0-9_]{3,32}(?!\w)|(?<!\w)#\w*\p{L}\w*|https?://[^\s<>""]+[^\s<>"".,;:!?)]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Patterns();
}
