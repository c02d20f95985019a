using System.Globalization;
using System.Text;

namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>
/// Parses the HTML style of the Bot API as Telegram does, with its messages. Not a browser's HTML: an unknown tag is an error,
/// an unknown character reference stays as it is. Offsets in messages are bytes of the UTF-8 text.
/// </summary>
internal sealed class HtmlText
{
    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly List<(int Opened, Entity Entity)> _entities = [];
    private readonly Stack<OpenTag> _open = new();
    private int _at;
    private int _opened;

    private HtmlText(string html) => _html = html;

    private char Current => _at < _html.Length ? _html[_at] : '\0';

    /// <returns>The text, or what is wrong with it, in words that follow <c>can't parse entities: </c>.</returns>
    public static (FormattedText? Text, string? Error) Parse(string html)
    {
        // The common case of a broadcast without any markup costs nothing.
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return (FormattedText.Plain(html), null);
        var parsing = new HtmlText(html);
        return parsing.Run() is { } error ? (null, error) : (parsing.Result(), null);
    }

    private string? Run()
    {
        while (_at < _html.Length)
        {
            if (Current == '&')
            {
                AppendReference(_text);
            }
            else if (Current != '<')
            {
                _text.Append(_html[_at++]);
            }
            else if ((_at + 1 < _html.Length && _html[_at + 1] == '/' ? Close() : Open()) is { } error)
            {
                return error;
            }
        }
        if (_open.Count > 0) return $"Can't find end tag corresponding to start tag \"{_open.Peek().Name}\"";
        return HasLoneSurrogate()
            ? "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
            : null;
    }

    private FormattedText Result()
    {
        // Outer before inner, as Telegram sorts them.
        _entities.Sort(static (a, b) =>
            a.Entity.Offset != b.Entity.Offset ? a.Entity.Offset.CompareTo(b.Entity.Offset)
            : a.Entity.Length != b.Entity.Length ? b.Entity.Length.CompareTo(a.Entity.Length)
            : a.Opened.CompareTo(b.Opened));
        return new FormattedText(_text.ToString(), [.. _entities.Select(entry => entry.Entity)]);
    }

    private string? Open()
    {
        var begin = _at++;
        while (_at < _html.Length && !char.IsWhiteSpace(Current) && Current != '>') _at++;
        if (_at >= _html.Length) return $"Unclosed start tag at byte offset {Bytes(begin)}";
        var name = _html[(begin + 1).._at].ToLowerInvariant();
        if (!IsKnown(name)) return $"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}";
        string? argument = null;
        while (Current != '>')
        {
            var error = Attribute(name, begin, ref argument, out var isEnd);
            if (error is not null) return error;
            if (isEnd) break;
        }
        if (name == "span" && argument != "spoiler")
            return $"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}";
        _at++;
        _open.Push(new OpenTag(name, argument, _text.Length, _opened++));
        return null;
    }

    private string? Attribute(string tag, int begin, ref string? argument, out bool isEnd)
    {
        isEnd = false;
        SkipSpace();
        if (Current == '>')
        {
            isEnd = true;
            return null;
        }
        var nameBegin = _at;
        while (_at < _html.Length && !char.IsWhiteSpace(Current) && Current is not ('=' or '>' or '/' or '"' or '\'')) _at++;
        var attribute = _html[nameBegin.._at].ToLowerInvariant();
        if (_at >= _html.Length) return $"Unclosed start tag \"{tag}\" at byte offset {Bytes(begin)}";
        if (attribute.Length == 0) return $"Empty attribute name in the tag \"{tag}\" at byte offset {Bytes(begin)}";
        SkipSpace();
        if (_at >= _html.Length) return $"Unclosed start tag \"{tag}\" at byte offset {Bytes(begin)}";
        var value = "";
        if (Current == '=')
        {
            _at++;
            if (AttributeValue(tag, begin, out value) is { } error) return error;
        }
        argument = (tag, attribute) switch
        {
            ("a", "href") => value,
            ("tg-emoji", "emoji-id") => value,
            ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal) => value["language-".Length..],
            ("span", "class") when value.StartsWith("tg-", StringComparison.Ordinal) => value["tg-".Length..],
            ("blockquote", "expandable") => "expandable",
            _ => argument,
        };
        return null;
    }

    private string? AttributeValue(string tag, int begin, out string value)
    {
        value = "";
        SkipSpace();
        if (_at >= _html.Length) return $"Unclosed start tag \"{tag}\" at byte offset {Bytes(begin)}";
        if (Current is not ('"' or '\''))
        {
            var token = _at;
            while (_at < _html.Length && (char.IsAsciiLetterOrDigit(Current) || Current is '.' or '-')) _at++;
            value = _html[token.._at].ToLowerInvariant();
            return char.IsWhiteSpace(Current) || Current == '>'
                ? null : $"Unexpected end of name token at byte offset {Bytes(token)}";
        }
        var quote = _html[_at++];
        var text = new StringBuilder();
        while (_at < _html.Length && Current != quote)
        {
            if (Current == '&') AppendReference(text);
            else text.Append(_html[_at++]);
        }
        if (Current == quote) _at++;
        if (_at >= _html.Length) return $"Unclosed start tag at byte offset {Bytes(begin)}";
        value = text.ToString();
        return null;
    }

    private string? Close()
    {
        var begin = _at;
        if (_open.Count == 0) return $"Unexpected end tag at byte offset {Bytes(begin)}";
        _at += 2;
        var nameBegin = _at;
        while (_at < _html.Length && !char.IsWhiteSpace(Current) && Current != '>') _at++;
        var name = _html[nameBegin.._at].ToLowerInvariant();
        SkipSpace();
        if (Current != '>') return $"Unclosed end tag at byte offset {Bytes(begin)}";
        var tag = _open.Pop();
        if (name.Length > 0 && name != tag.Name)
            return $"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{tag.Name}>\", found \"</{name}>\"";
        _at++;
        return AddEntity(tag);
    }

    private string? AddEntity(OpenTag tag)
    {
        var length = _text.Length - tag.Offset;
        if (length == 0) return null;
        Entity? entity = tag.Name switch
        {
            "b" or "strong" => new("bold", tag.Offset, length),
            "i" or "em" => new("italic", tag.Offset, length),
            "u" or "ins" => new("underline", tag.Offset, length),
            "s" or "strike" or "del" => new("strikethrough", tag.Offset, length),
            "tg-spoiler" or "span" => new("spoiler", tag.Offset, length),
            "blockquote" => new(tag.Argument is null ? "blockquote" : "expandable_blockquote", tag.Offset, length),
            "a" => LinkText.EntityFor(tag.Argument ?? _text.ToString(tag.Offset, length), tag.Offset, length),
            "pre" => Pre(tag.Offset, length),
            "code" => new("code", tag.Offset, length, tag.Argument),
            _ => new("custom_emoji", tag.Offset, length, tag.Argument),
        };
        if (entity is { Type: "custom_emoji" } && !long.TryParse(entity.Extra, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return "Invalid custom emoji identifier specified";
        // A code tag with a language means something only directly inside a pre tag, which takes the language over.
        if (entity is { Type: "code", Extra: not null } && (_open.Count == 0 || _open.Peek().Name != "pre"))
            entity = entity with { Extra = null };
        if (entity is not null) _entities.Add((tag.Order, entity));
        return null;
    }

    private Entity Pre(int offset, int length)
    {
        if (_entities.Count > 0 && _entities[^1].Entity is { Type: "code" } code && code.Offset == offset && code.Length == length)
        {
            _entities.RemoveAt(_entities.Count - 1);
            return new Entity("pre", offset, length, code.Extra);
        }
        return new Entity("pre", offset, length);
    }

    private void SkipSpace()
    {
        while (_at < _html.Length && char.IsWhiteSpace(Current)) _at++;
    }

    private int Bytes(int index) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, index));

    private void AppendReference(StringBuilder target)
    {
        if (CharacterReference.TryRead(_html.AsSpan(_at), out var code, out var length))
        {
            if (code > 0xFFFF) target.Append(char.ConvertFromUtf32(code));
            else target.Append((char)code);
            _at += length;
        }
        else
        {
            target.Append(_html[_at++]);
        }
    }

    private bool HasLoneSurrogate()
    {
        for (var index = 0; index < _text.Length; index++)
        {
            if (!char.IsSurrogate(_text[index])) continue;
            if (index + 1 >= _text.Length || !char.IsSurrogatePair(_text[index], _text[index + 1])) return true;
            index++;
        }
        return false;
    }

    private static bool IsKnown(string name) => name is
        "a" or "b" or "strong" or "i" or "em" or "u" or "ins" or "s" or "strike" or "del"
        or "tg-spoiler" or "tg-emoji" or "span" or "pre" or "code" or "blockquote";

    private readonly record struct OpenTag(string Name, string? Argument, int Offset, int Order);
}
