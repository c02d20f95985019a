using ResourceBot.Catalogue.Finder;
using ResourceBot.Catalogue.Links;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations;

/// <summary>A command that a person can type.</summary>
/// <param name="Name">Without the slash: 1 to 32 of <c>a-z 0-9 _</c> (Bot API, BotCommand).</param>
/// <param name="Description">What help and Telegram's command menu say.</param>
/// <param name="Open">
/// The view it leads to, given what was typed after it; null (also as an answer) when one of the parts answers it.
/// </param>
/// <param name="Needs">Null: for everybody. Else for whoever has this right; for others there is no such command.</param>
public sealed record Command(string Name, Func<Speech, Language, string> Description, Func<string, View?>? Open, Right? Needs)
{
    /// <summary>For everybody; leads to a view.</summary>
    public static Command To(string name, Func<Phrases, string> description, Func<string, View?> open) =>
        new(name, (speech, language) => description(speech.Phrases(language)), open, Needs: null);

    /// <summary>For everybody; answered by a part.</summary>
    public static Command OfPart<T>(string name, Func<T, string> description) where T : class =>
        new(name, (speech, language) => description(speech.Of<T>(language)), Open: null, Needs: null);

    /// <summary>For staff; answered by a part.</summary>
    public static Command OfStaff<T>(string name, Right needs, Func<T, string> description) where T : class =>
        new(name, (speech, language) => description(speech.Of<T>(language)), Open: null, needs);
}

/// <summary>
/// All commands, declared once: the answer to a typed command, the help page, Telegram's command menus and docs/commands.md
/// follow from this table.
/// </summary>
public static class Commands
{
    /// <summary>Begins the payload of a deep link that makes somebody staff: <c>/start i_code</c>.</summary>
    public const string InvitePayload = "i_";

    private const string EntryPayload = "r_";

    public static IReadOnlyList<Command> All { get; } =
    [
        Command.To("start", phrases => phrases.CommandStart, Start),
        Command.To("search", phrases => phrases.CommandSearch, Search),
        Command.To("finder", phrases => phrases.CommandFinder, _ => new FinderView(FinderView.Level, FinderAnswers.Empty, Page: 0)),
        Command.To("check", phrases => phrases.CommandCheck, _ => new CheckView("", LinkSigns.None)),
        Command.To("language", phrases => phrases.CommandLanguage, _ => new LanguageView()),
        Command.OfPart<SuggestionPhrases>("suggest", phrases => phrases.CommandSuggest),
        Command.To("help", phrases => phrases.CommandHelp, _ => new HelpView()),
        Command.To("privacy", phrases => phrases.CommandPrivacy, _ => new PrivacyView()),
        Command.To("hide", phrases => phrases.CommandHide, _ => new TimesTableView(TimesTableView.First)),
        Command.OfPart<BellPhrases>("bell", phrases => phrases.CommandBell),
        Command.OfPart<BellPhrases>("forget", phrases => phrases.CommandForget),
        Command.OfStaff<StaffPhrases>("staff", Right.BeStaff, phrases => phrases.CommandStaff),
        Command.OfStaff<StaffPhrases>("add", Right.EditEntries, phrases => phrases.CommandAdd),
        Command.OfStaff<StaffPhrases>("edit", Right.EditEntries, phrases => phrases.CommandEdit),
        Command.OfStaff<StaffPhrases>("drafts", Right.EditEntries, phrases => phrases.CommandDrafts),
        Command.OfStaff<StaffPhrases>("review", Right.ApproveEntries, phrases => phrases.CommandReview),
        Command.OfStaff<StaffPhrases>("translations", Right.EditEntries, phrases => phrases.CommandTranslations),
        Command.OfStaff<StaffPhrases>("audit", Right.SeeAudit, phrases => phrases.CommandAudit),
        Command.OfStaff<TruthPhrases>("truth", Right.CheckTruth, phrases => phrases.CommandTruth),
        Command.OfStaff<SuggestionPhrases>("suggestions", Right.CheckTruth, phrases => phrases.CommandSuggestions),
        Command.OfStaff<ExchangePhrases>("import", Right.MoveEntries, phrases => phrases.CommandImport),
        Command.OfStaff<ExchangePhrases>("export", Right.MoveEntries, phrases => phrases.CommandExport),
        Command.OfStaff<FigurePhrases>("stats", Right.SeeFigures, phrases => phrases.CommandStats),
        Command.OfStaff<StaffPhrases>("team", Right.ManageStaff, phrases => phrases.CommandTeam),
        Command.OfStaff<BroadcastPhrases>("broadcast", Right.WriteBroadcasts, phrases => phrases.CommandBroadcast),
        Command.OfStaff<BroadcastPhrases>("stop", Right.StopBroadcasts, phrases => phrases.CommandStop),
    ];

    /// <summary>The commands that exist for somebody, in the order of the table.</summary>
    /// <param name="role">Null for everybody who is not on the staff.</param>
    public static IEnumerable<Command> For(Role? role) =>
        All.Where(command => command.Needs is not { } needed || role?.May(needed) == true);

    /// <summary>The payload of a deep link that opens an entry: <c>/start r_slug</c>.</summary>
    public static string Payload(Catalogue.Slug slug) => EntryPayload + slug;

    /// <summary>The view behind a typed command; null when it is none of ours.</summary>
    /// <param name="text">Begins with a slash; may name the bot as in <c>/help@some_bot</c>.</param>
    public static View? Open(string text)
    {
        var (name, rest) = Split(text);
        return All.FirstOrDefault(command => command.Name == name)?.Open?.Invoke(rest);
    }

    /// <summary>What a typed <c>/search</c> asks for; null when it is another command, or none.</summary>
    public static string? WordsToFind(string text) =>
        text.StartsWith('/') && Split(text) is ("search", { Length: > 0 } words) ? words : null;

    /// <summary>The name of a typed command in lower case, and what was typed after it.</summary>
    /// <inheritdoc cref="Open"/>
    public static (string Name, string After) Split(string text)
    {
        var words = text[1..].Split([' ', '\n', '\t'], 2, StringSplitOptions.TrimEntries);
        return (words[0].Split('@')[0].ToLowerInvariant(), words.Length > 1 ? words[1] : "");
    }

    // An invitation is answered by the staff's part, or else like any garbled text.
    private static View? Start(string payload) =>
        payload.StartsWith(InvitePayload, StringComparison.Ordinal) ? null
        : payload.StartsWith(EntryPayload, StringComparison.Ordinal) && Catalogue.Slug.TryParse(payload[EntryPayload.Length..]) is { } slug
            ? new CardView(slug, From: null)
        : new LanguageView();

    /// <summary>What follows /check; null for other texts.</summary>
    public static string? LinksToCheck(string text) => text.StartsWith('/') && Split(text) is ("check", { Length: > 0 } links) ? links : null;

    private static View Search(string words) =>
        PackedWords.Keep(words) is { Length: > 0 } kept ? new ResultsView(kept, 0, 0) : new SearchView();
}
