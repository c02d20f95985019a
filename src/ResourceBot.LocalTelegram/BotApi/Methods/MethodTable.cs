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
        ["sendMessage"] = AtOnce(SendingText.Send),
        ["editMessageText"] = AtOnce(Editing.EditText),
        ["editMessageCaption"] = AtOnce(Editing.EditCaption),
        ["editMessageReplyMarkup"] = AtOnce(Editing.EditKeyboard),
        ["deleteMessage"] = AtOnce(Deleting.DeleteOne),
        ["deleteMessages"] = AtOnce(Deleting.DeleteMany),
        ["answerCallbackQuery"] = AtOnce(AnsweringPresses.Answer),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static MethodBody AtOnce(Func<Call, ApiAnswer> body) => call => ValueTask.FromResult(body(call));
}
