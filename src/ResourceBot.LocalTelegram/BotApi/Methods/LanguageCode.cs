using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>The parameter <c>language_code</c>: two letters (ISO 639-1), so Dari cannot be told from Persian here.</summary>
internal static class LanguageCode
{
    /// <returns>Empty for everybody else.</returns>
    public static (string Language, Refusal? Refusal) Read(Parameters parameters)
    {
        var language = parameters.Text("language_code") ?? "";
        return language.Length == 0 || (language.Length == 2 && language.All(char.IsAsciiLetterLower))
            ? (language, null)
            : ("", Refusal.BadRequest("invalid language code specified"));
    }
}
