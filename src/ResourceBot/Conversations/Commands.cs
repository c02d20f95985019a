using ResourceBot.Languages;

namespace ResourceBot.Conversations;

/// <summary>A command that a person can type.</summary>
/// <param name="Name">Without the slash: 1 to 32 of <c>a-z 0-9 _</c> (Bot API, BotCommand).</param>
/// <param name="Description">What help and Telegram's command menu say.</param>
/// <param name="Open">The view it leads to, given what was typed after it; null when that makes no sense.</param>
public sealed record Command(string Name, Func<Phrases, string> Description, Func<string, View?> Open);

/// <summary>
/// All commands, declared once: the answer to a typed command, the help page, Telegram's command menu and docs/commands.md
/// follow from this table.
/// </summary>
public static class Commands
{
    private const string EntryPayload = "r_";

    public static IReadOnlyList<Command> All { get; } =
    [
        new("start", phrases => phrases.CommandStart, Start),
        new("search", phrases => phrases.CommandSearch, Search),
        new("language", phrases => phrases.CommandLanguage, _ => new LanguageView()),
        new("help", phrases => phrases.CommandHelp, _ => new HelpView()),
        new("privacy", phrases => phrases.CommandPrivacy, _ => new PrivacyView()),
        new("hide", phrases => phrases.CommandHide, _ => new TimesTableView(TimesTableView.First)),
    ];

    /// <summary>The payload of a deep link that opens an entry: <c>/start r_slug</c>.</summary>
    public static string Payload(Catalogue.Slug slug) => EntryPayload + slug;

    /// <summary>The view behind a typed command; null when it is none of ours.</summary>
    /// <param name="text">Begins with a slash; may name the bot as in <c>/help@some_bot</c>.</param>
    public static View? Open(string text)
    {
        var words = text[1..].Split([' ', '\n', '\t'], 2, StringSplitOptions.TrimEntries);
        var name = words[0].Split('@')[0];
        return All.FirstOrDefault(command => string.Equals(command.Name, name, StringComparison.OrdinalIgnoreCase))
            ?.Open(words.Length > 1 ? words[1] : "");
    }

    private static View Start(string payload) =>
        payload.StartsWith(EntryPayload, StringComparison.Ordinal) && Catalogue.Slug.TryParse(payload[EntryPayload.Length..]) is { } slug
            ? new CardView(slug, From: null)
            : new LanguageView();

    private static View Search(string words) =>
        PackedWords.Keep(words) is { Length: > 0 } kept ? new ResultsView(kept, 0, 0) : new SearchView();
}
