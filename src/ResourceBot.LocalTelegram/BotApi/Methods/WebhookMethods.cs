using System.Net;
using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Webhooks;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>setWebhook, deleteWebhook, getWebhookInfo. Plain http is allowed to this machine, and nothing leaves it.</summary>
internal static class WebhookMethods
{
    private const int LongestSecret = 256;

    public static ApiAnswer Set(Call call)
    {
        var parameters = call.Parameters;
        var url = parameters.Text("url")!;
        if (url.Length == 0) return Delete(call);
        if (CheckAddress(url, out var address) is { } badAddress) return badAddress;
        var secret = parameters.Text("secret_token");
        if (secret?.Length > LongestSecret) return Refusal.BadRequest("secret token is too long");
        if (secret is not null && !secret.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
            return Refusal.BadRequest("secret token contains unallowed characters");
        if (!call.Bot.MaySetWebhookNow()) return Refusal.TooManyRequests(1);
        if (Polling.KindsOf(parameters) is { } kinds) call.Bot.Queue.Kinds = kinds;
        var connections = (int)Math.Clamp(parameters.Integer("max_connections") ?? 40, 1, 100);
        call.Bot.UseWebhook(
            new Webhook(call.Bot, call.Network.WebhookClient, address, string.IsNullOrEmpty(secret) ? null : secret, connections),
            parameters.Flag("drop_pending_updates"));
        return ApiAnswer.TrueWith("Webhook was set");
    }

    public static ApiAnswer Delete(Call call) => ApiAnswer.TrueWith(
        call.Bot.RemoveWebhook(call.Parameters.Flag("drop_pending_updates")) ? "Webhook was deleted" : "Webhook is already deleted");

    public static ApiAnswer Info(Call call) => ApiAnswer.Of(writer =>
    {
        var webhook = call.Bot.Webhook;
        writer.WriteStartObject();
        writer.WriteString("url", webhook?.Address.OriginalString ?? "");
        writer.WriteBoolean("has_custom_certificate", false);
        writer.WriteNumber("pending_update_count", call.Bot.Queue.Count);
        if (webhook is not null)
        {
            writer.WriteNumber("max_connections", webhook.MaxConnections);
            writer.WriteString("ip_address", "127.0.0.1");
            if (webhook.LastError is { } error)
            {
                writer.WriteNumber("last_error_date", error.At.ToUnixTimeSeconds());
                writer.WriteString("last_error_message", error.Message);
            }
        }
        if (call.Bot.Queue.Kinds.Named is { } kinds)
        {
            writer.WriteStartArray("allowed_updates");
            foreach (var kind in kinds) writer.WriteStringValue(kind);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    });

    private static Refusal? CheckAddress(string url, out Uri address)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out address!) || address.Scheme is not ("http" or "https"))
            return Refusal.BadRequest("bad webhook: invalid webhook URL specified");
        var isLoopback = address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        if (isLoopback) return null;
        if (address.Scheme == "http") return Refusal.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        if (address.Port is not (443 or 80 or 88 or 8443))
            return Refusal.BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        return Refusal.BadRequest("bad webhook: the local Telegram delivers to this machine only");
    }
}
