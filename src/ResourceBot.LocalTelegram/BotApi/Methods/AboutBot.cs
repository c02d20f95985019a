using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>getMe.</summary>
internal static class AboutBot
{
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
}
