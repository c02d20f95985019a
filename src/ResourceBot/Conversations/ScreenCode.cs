using System.Globalization;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Links;
using ResourceBot.Languages;

namespace ResourceBot.Conversations;

/// <summary>
/// A view and its reader as the code of a button: prefix, language, place, kind of view, the rest. ASCII, at most 64
/// bytes (Bot API, InlineKeyboardButton.callback_data). A code may be forged: it can only ever lead to a public page, and
/// what is not well formed leads nowhere.
/// </summary>
public static class ScreenCode
{
    public const int MaxBytes = 64;

    /// <summary>Of the visitors' pages; other parts have prefixes of their own (<see cref="IConversationPart.Prefix"/>).</summary>
    public const char VisitorsPrefix = '1';

    /// <summary>Length of the header in characters; what follows is the part's own.</summary>
    public const int HeaderLength = 3;

    private const string Digits36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int MaxPage = 36 * 36 - 1;

    public static string Write(Reader reader, View view) => Header(VisitorsPrefix, reader) + Write(view);

    /// <summary>How every code begins, whichever part it belongs to: prefix, language, place.</summary>
    public static string Header(char prefix, Reader reader) => $"{prefix}{reader.Language.Letter()}{reader.Place.Letter()}";

    /// <summary>The reader that the header of a code names, whichever part it belongs to.</summary>
    public static Reader? ReadHeader(string code) =>
        code.Length is >= HeaderLength and <= MaxBytes
        && LanguageCodes.FromLetter(code[1]) is { } language && Places.FromLetter(code[2]) is { } place
            ? new Reader(language, place)
            : null;

    /// <returns>Null when it is not a code of this version.</returns>
    public static (Reader Reader, View View)? Read(string code) =>
        code.Length > HeaderLength && code[0] == VisitorsPrefix && ReadHeader(code) is { } reader
        && ReadView(code[HeaderLength], code[(HeaderLength + 1)..]) is { } view
            ? (reader, view)
            : null;

    private static string Write(View view) => view switch
    {
        LanguageView => "l",
        HomeView => "h",
        TopicsView => "t",
        TopicView topic => "s" + WriteTopic(topic),
        CardView card => "c" + (card.From is { } from ? WriteTopic(from) : "") + ":" + card.Slug,
        SearchView => "q",
        ResultsView results => "r" + WriteResults(results),
        FoundCardView found => "k" + WriteNumber(found.Resource.Value) + "." + WriteResults(found.From),
        CheckView check => "u" + WriteNumber((int)check.Signs) + "." + check.Host,
        FinderView finder => "f" + FinderCode.Write(finder),
        FinderCardView card => "g" + WriteNumber(card.Resource.Value) + "." + FinderCode.Write(card.From),
        HelpView => "?",
        PrivacyView => "p",
        TimesTableView table => "x" + WriteNumber(table.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    private static View? ReadView(char kind, string rest) => (kind, rest) switch
    {
        ('l', "") => new LanguageView(),
        ('h', "") => new HomeView(),
        ('t', "") => new TopicsView(),
        ('s', _) => ReadTopic(rest),
        ('c', _) => ReadCard(rest),
        ('q', "") => new SearchView(),
        ('r', _) => ReadResults(rest),
        ('k', _) => ReadFoundCard(rest),
        ('u', _) => ReadCheck(rest),
        ('f', _) => FinderCode.Read(rest),
        ('g', _) => ReadFinderCard(rest),
        ('?', "") => new HelpView(),
        ('p', "") => new PrivacyView(),
        ('x', _) => ReadNumber(rest) is >= 2 and <= 12 and var number ? new TimesTableView((int)number) : null,
        _ => null,
    };

    private static string WriteTopic(TopicView view) => $"{(int)view.Topic}{WritePage(view.Page)}";

    private static TopicView? ReadTopic(string text) =>
        text.Length == 3 && char.IsAsciiDigit(text[0]) && Enum.IsDefined((Topic)(text[0] - '0')) && ReadPage(text[1..]) is { } page
            ? new TopicView((Topic)(text[0] - '0'), page)
            : null;

    private static CardView? ReadCard(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || Slug.TryParse(text[(colon + 1)..]) is not { } slug) return null;
        if (colon == 0) return new CardView(slug, From: null);
        return ReadTopic(text[..colon]) is { } from ? new CardView(slug, from) : null;
    }

    private static string WriteResults(ResultsView view) =>
        WritePage(view.Page) + WriteNumber(view.Without) + "." + PackedWords.Pack(view.Words);

    private static ResultsView? ReadResults(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 2 && ReadPage(text[..2]) is { } page && ReadNumber(text[2..dot]) is <= int.MaxValue and var without
            && PackedWords.Unpack(text[(dot + 1)..]) is { } words
            ? new ResultsView(words, page, (int)without)
            : null;
    }

    private static FoundCardView? ReadFoundCard(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && ReadNumber(text[..dot]) is { } id && ReadResults(text[(dot + 1)..]) is { } from
            ? new FoundCardView(new ResourceId(id), from)
            : null;
    }

    private static FinderCardView? ReadFinderCard(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && ReadNumber(text[..dot]) is { } id && FinderCode.Read(text[(dot + 1)..]) is { } from
            ? new FinderCardView(new ResourceId(id), from)
            : null;
    }

    // A forged host is only ever shown, in an isolate, and looked up.
    private static CheckView? ReadCheck(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || ReadNumber(text[..dot]) is not { } signs) return null;
        var host = text[(dot + 1)..];
        return host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':') ? new CheckView(host, (LinkSigns)(int)signs) : null;
    }

    private static string WritePage(int page)
    {
        var written = Math.Clamp(page, 0, MaxPage);
        return $"{Digits36[written / 36]}{Digits36[written % 36]}";
    }

    private static int? ReadPage(string text) =>
        Digits36.IndexOf(text[0], StringComparison.Ordinal) is >= 0 and var high
        && Digits36.IndexOf(text[1], StringComparison.Ordinal) is >= 0 and var low
            ? high * 36 + low
            : null;

    private static string WriteNumber(long number) => number.ToString("x", CultureInfo.InvariantCulture);

    private static long? ReadNumber(string text) =>
        text.Length is > 0 and <= 8 && long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
