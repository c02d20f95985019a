using System.Net;
using System.Net.Sockets;
using Telegram.Bot.Exceptions;

namespace ResourceBot.Host.Telegram;

/// <summary>What a failed call tells us to do (texts: the Bot API server's own source, Client.cpp).</summary>
internal enum FailureKind
{
    /// <summary>429: everybody waits.</summary>
    TooMany,

    /// <summary>401, or a bare 404: the token is wrong or was taken back.</summary>
    TokenRefused,

    /// <summary>409: somebody else polls with our token, or a webhook is set.</summary>
    Conflict,

    /// <summary>403: she blocked us, or the account is gone.</summary>
    Unreachable,

    /// <summary>400: this very call is wrong, and would be again.</summary>
    Refused,

    /// <summary>5xx, no answer, no network: the same call may work later.</summary>
    Passing,
}

internal static class TelegramFailure
{
    /// <returns>Null when the exception does not come from a call to Telegram.</returns>
    public static FailureKind? Of(Exception exception) => exception switch
    {
        ApiRequestException api => api.ErrorCode switch
        {
            429 => FailureKind.TooMany,
            401 => FailureKind.TokenRefused,
            // The path of every call holds the token; a method that is missing says more.
            404 when api.Message == "Not Found" => FailureKind.TokenRefused,
            409 => FailureKind.Conflict,
            403 => FailureKind.Unreachable,
            >= 500 => FailureKind.Passing,
            _ => FailureKind.Refused,
        },
        // No JSON came back: a proxy's page, a cut connection, a time-out.
        RequestException { HttpStatusCode: HttpStatusCode.Unauthorized } => FailureKind.TokenRefused,
        RequestException or HttpRequestException or IOException or SocketException or TimeoutException => FailureKind.Passing,
        _ => null,
    };

    /// <summary>As long as Telegram said, or null when it said nothing.</summary>
    public static TimeSpan? RetryAfter(Exception exception) =>
        exception is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds) : null;

    public static bool Says(Exception exception, string words) =>
        exception is ApiRequestException api && api.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
