using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Messages;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>getChat, sendChatAction, setChatMenuButton, getChatMenuButton.</summary>
internal static class ChatMethods
{
    private const string DefaultButton = """{"type":"default"}""";

    public static ApiAnswer GetChat(Call call)
    {
        if (call.FindChat(out var chat) is { } noChat) return noChat;
        return ApiAnswer.Of(writer =>
        {
            writer.WriteStartObject();
            MessageJson.WriteChatFields(writer, chat);
            writer.WriteNumber("accent_color_id", 0);
            writer.WriteNumber("max_reaction_count", 11);
            writer.WriteStartObject("accepted_gift_types");
            foreach (var gift in (ReadOnlySpan<string>)["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"])
                writer.WriteBoolean(gift, false);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    public static ApiAnswer SendAction(Call call)
    {
        if (call.FindChat(out var chat) is { } noChat) return noChat;
        var action = call.Parameters.Text("action");
        var isKnown = action is "typing" or "upload_photo" or "record_video" or "upload_video" or "record_voice" or "upload_voice"
            or "upload_document" or "choose_sticker" or "find_location" or "record_video_note" or "upload_video_note";
        if (!isKnown) return Refusal.BadRequest("wrong parameter action in request");
        return Call.CheckDoor(chat) is { } shut ? shut : ApiAnswer.True;
    }

    public static ApiAnswer SetMenuButton(Call call)
    {
        if (Place(call, out var chat) is { } noChat) return noChat;
        var button = call.Parameters.Json("menu_button")?.GetRawText() ?? DefaultButton;
        if (chat is null) call.Bot.MenuButton = button;
        else chat.MenuButton = button;
        return ApiAnswer.True;
    }

    public static ApiAnswer GetMenuButton(Call call)
    {
        if (Place(call, out var chat) is { } noChat) return noChat;
        var button = chat?.MenuButton ?? call.Bot.MenuButton ?? DefaultButton;
        return ApiAnswer.Of(writer => writer.WriteRawValue(button));
    }

    private static Refusal? Place(Call call, out Chat? chat)
    {
        chat = null;
        if (!call.Parameters.Has("chat_id")) return null;
        var refusal = call.FindChat(out var found);
        chat = found;
        return refusal;
    }
}
