using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Updates;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>getUpdates.</summary>
internal static class Polling
{
    public static async ValueTask<ApiAnswer> GetUpdates(Call call)
    {
        var parameters = call.Parameters;
        var limit = Math.Clamp(parameters.Integer("limit") ?? 100, 1, 100);
        var timeout = TimeSpan.FromSeconds(Math.Clamp(parameters.Integer("timeout") ?? 0, 0, 50));
        var (updates, refusal) = await call.Bot.Queue.TakeAsync(
            parameters.Integer("offset") ?? 0, (int)limit, timeout, KindsOf(parameters), call.Aborted);
        if (refusal is not null) return refusal;
        return ApiAnswer.Of(writer =>
        {
            writer.WriteStartArray();
            foreach (var update in updates) writer.WriteRawValue(update.Json, skipInputValidation: true);
            writer.WriteEndArray();
        });
    }

    /// <returns>Null when the call does not say, so that the last choice stays.</returns>
    public static UpdateKinds? KindsOf(Parameters parameters) => parameters.Json("allowed_updates") is { } names
        ? UpdateKinds.Of(names.EnumerateArray().Select(name => name.GetString()!))
        : null;
}
