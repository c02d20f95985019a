namespace ResourceBot.Languages;

/// <summary>The languages of the bot. The letter of each stands in the code of every button.</summary>
public enum Language
{
    Dari = 'd',
    Pashto = 'p',
    English = 'e',
}

public static class LanguageCodes
{
    /// <summary>All languages in the order in which they are offered.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.Dari, Language.Pashto, Language.English];

    /// <summary>ISO 639-3 for Dari, ISO 639-1 for the others; used in seeds, files and the database.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Dari => "prs",
        Language.Pashto => "ps",
        _ => "en",
    };

    /// <summary>
    /// What Telegram accepts as a language of commands and descriptions: two letters, so Dari goes under Persian
    /// (Bot API, setMyCommands.language_code; TDLib refuses <c>prs</c> and <c>fa-AF</c>).
    /// </summary>
    public static string TelegramCode(this Language language) => language == Language.Dari ? "fa" : language.Code();

    public static char Letter(this Language language) => (char)language;

    public static bool IsRightToLeft(this Language language) => language != Language.English;

    public static Language? FromLetter(char letter) =>
        letter is 'd' or 'p' or 'e' ? (Language)letter : null;

    public static Language? FromCode(string code) => code switch
    {
        "prs" => Language.Dari,
        "ps" => Language.Pashto,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>
    /// The language that an app in <paramref name="clientLanguage"/> (IETF tag) hints at; null when it says nothing about
    /// ours. Afghan phones often run in English or Persian, so this is a first guess, never a decision.
    /// </summary>
    public static Language? Guess(string? clientLanguage) => clientLanguage?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "fa" or "prs" => Language.Dari,
        "ps" or "pbt" or "pbu" or "pst" => Language.Pashto,
        "en" => Language.English,
        _ => null,
    };
}
