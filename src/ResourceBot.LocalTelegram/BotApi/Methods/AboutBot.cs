using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>getMe, and the name and the two descriptions that a bot gives itself in several languages.</summary>
internal static class AboutBot
{
    private const int LongestName = 64;
    private const int LongestDescription = 512;
    private const int LongestShortDescription = 120;

    public static ApiAnswer GetMe(Call call) => ApiAnswer.Of(writer =>
    {
        writer.WriteStartObject();
        MessageJson.WriteBotFields(writer, call.Bot);
        writer.WriteBoolean("can_join_groups", true);
        writer.WriteBoolean("can_read_all_group_messages", false);
        writer.WriteBoolean("supports_inline_queries", false);
        writer.WriteBoolean("can_connect_to_business", false);
        writer.WriteBoolean("has_main_web_app", false);
        writer.WriteEndObject();
    });

    public static ApiAnswer SetName(Call call) => Set(call, "name", LongestName, "bot name is too long", call.Bot.Names);

    public static ApiAnswer GetName(Call call) => Get(call, "name", language =>
        call.Bot.Names.Get(language) is { Length: > 0 } name ? name : call.Bot.Name);

    public static ApiAnswer SetDescription(Call call) =>
        Set(call, "description", LongestDescription, "bot description is too long", call.Bot.Descriptions);

    public static ApiAnswer GetDescription(Call call) => Get(call, "description", call.Bot.Descriptions.Get);

    public static ApiAnswer SetShortDescription(Call call) =>
        Set(call, "short_description", LongestShortDescription, "bot short description is too long", call.Bot.ShortDescriptions);

    public static ApiAnswer GetShortDescription(Call call) => Get(call, "short_description", call.Bot.ShortDescriptions.Get);

    private static ApiAnswer Set(Call call, string field, int longest, string tooLong, AboutTexts texts)
    {
        var (language, badLanguage) = LanguageCode.Read(call.Parameters);
        if (badLanguage is not null) return badLanguage;
        var text = (call.Parameters.Text(field) ?? "").Trim();
        if (text.Length > longest) return Refusal.BadRequest(tooLong);
        texts.Set(language, text);
        call.Network.Happenings.Tell(new BotChanged(call.Bot));
        return ApiAnswer.True;
    }

    private static ApiAnswer Get(Call call, string field, Func<string, string> find)
    {
        var (language, badLanguage) = LanguageCode.Read(call.Parameters);
        if (badLanguage is not null) return badLanguage;
        return ApiAnswer.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString(field, find(language));
            writer.WriteEndObject();
        });
    }
}
