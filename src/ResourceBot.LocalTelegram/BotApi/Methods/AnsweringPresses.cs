using ResourceBot.LocalTelegram.BotApi.Calls;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>answerCallbackQuery.</summary>
internal static class AnsweringPresses
{
    private const int LongestText = 200;

    private static readonly Refusal TooLate = Refusal.BadRequest(
        "query is too old and response timeout expired or query ID is invalid");

    public static ApiAnswer Answer(Call call)
    {
        var parameters = call.Parameters;
        var text = parameters.Text("text");
        if (text?.Length > LongestText) return Refusal.BadRequest("MESSAGE_TOO_LONG");
        // Only links that open this very bot or a game are allowed (Bot API, answerCallbackQuery).
        var url = parameters.Text("url");
        if (url is { Length: > 0 } && !url.StartsWith($"https://t.me/{call.Bot.Username}?start=", StringComparison.OrdinalIgnoreCase))
            return Refusal.BadRequest("URL_INVALID");
        if (!call.Bot.Presses.TryTake(parameters.Text("callback_query_id")!, out var press)) return TooLate;
        var now = call.Network.Clock.GetUtcNow();
        if (now - press.At > call.Network.Options.PressLife) return TooLate;
        var notice = new Notice(press.QueryId, string.IsNullOrEmpty(text) ? null : text, parameters.Flag("show_alert"), url, now);
        lock (press.Chat.Gate)
        {
            press.Chat.Signs.Add(notice);
            press.Chat.Changed();
        }
        call.Network.Happenings.Tell(new NoticeShown(press.Chat, notice));
        return ApiAnswer.True;
    }
}
