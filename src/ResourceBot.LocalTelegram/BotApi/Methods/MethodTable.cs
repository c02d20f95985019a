using System.Collections.Frozen;
using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>Carries out a checked call.</summary>
internal delegate ValueTask<ApiAnswer> MethodBody(Call call);

/// <summary>Which code stands behind which method.</summary>
internal static class MethodTable
{
    public static FrozenDictionary<string, MethodBody> Make() => new Dictionary<string, MethodBody>(StringComparer.Ordinal)
    {
        ["getMe"] = AtOnce(AboutBot.GetMe),
        ["getUpdates"] = Polling.GetUpdates,
        ["setWebhook"] = AtOnce(WebhookMethods.Set),
        ["deleteWebhook"] = AtOnce(WebhookMethods.Delete),
        ["getWebhookInfo"] = AtOnce(WebhookMethods.Info),
        ["sendMessage"] = AtOnce(SendingText.Send),
        ["editMessageText"] = AtOnce(Editing.EditText),
        ["editMessageCaption"] = AtOnce(Editing.EditCaption),
        ["editMessageReplyMarkup"] = AtOnce(Editing.EditKeyboard),
        ["deleteMessage"] = AtOnce(Deleting.DeleteOne),
        ["deleteMessages"] = AtOnce(Deleting.DeleteMany),
        ["answerCallbackQuery"] = AtOnce(AnsweringPresses.Answer),
        ["sendDocument"] = AtOnce(SendingFiles.SendDocument),
        ["sendPhoto"] = AtOnce(SendingFiles.SendPhoto),
        ["editMessageMedia"] = AtOnce(SendingFiles.EditMedia),
        ["getFile"] = AtOnce(GettingFiles.GetFile),
        ["setMyCommands"] = AtOnce(CommandMethods.Set),
        ["getMyCommands"] = AtOnce(CommandMethods.Get),
        ["deleteMyCommands"] = AtOnce(CommandMethods.Delete),
        ["setMyName"] = AtOnce(AboutBot.SetName),
        ["getMyName"] = AtOnce(AboutBot.GetName),
        ["setMyDescription"] = AtOnce(AboutBot.SetDescription),
        ["getMyDescription"] = AtOnce(AboutBot.GetDescription),
        ["setMyShortDescription"] = AtOnce(AboutBot.SetShortDescription),
        ["getMyShortDescription"] = AtOnce(AboutBot.GetShortDescription),
        ["setChatMenuButton"] = AtOnce(ChatMethods.SetMenuButton),
        ["getChatMenuButton"] = AtOnce(ChatMethods.GetMenuButton),
        ["getChat"] = AtOnce(ChatMethods.GetChat),
        ["sendChatAction"] = AtOnce(ChatMethods.SendAction),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static MethodBody AtOnce(Func<Call, ApiAnswer> body) => call => ValueTask.FromResult(body(call));
}
