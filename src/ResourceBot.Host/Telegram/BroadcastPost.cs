using System.Net;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Chat;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using ChatId = ResourceBot.Chat.ChatId;
using MessageId = ResourceBot.Chat.MessageId;

namespace ResourceBot.Host.Telegram;

/// <summary>Carries broadcasts to Telegram: silently, without previews, each call once.</summary>
internal sealed class BroadcastPost(ITelegramBotClient client, OutgoingGate gate, BroadcastPace pace) : IPost
{
    // A message of ours that cannot be taken away soon is left to the next step rather than held on to.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    private Urgency Urgency => pace.Paid ? Urgency.PaidBroadcast : Urgency.Broadcast;

    public Task TurnAsync(ChatId chat, CancellationToken cancellation) => gate.TurnAsync(chat, Urgency, cancellation);

    public async Task<PostResult> SendAsync(ChatId chat, Screen screen, CancellationToken cancellation)
    {
        try
        {
            var sent = await gate.OnceAsync(Urgency, token => client.SendMessage(
                chat.Value, screen.Html, ParseMode.Html, linkPreviewOptions: NoPreview, replyMarkup: Keyboard.From(screen),
                disableNotification: true, allowPaidBroadcast: pace.Paid, cancellationToken: token), cancellation);
            return new Posted(new MessageId(sent.Id));
        }
        catch (GatePausedException)
        {
            return new Postponed();
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) is { } kind)
        {
            return ResultOf(kind, failure);
        }
    }

    public async Task<bool> RewriteAsync(ChatId chat, MessageId message, Screen screen, CancellationToken cancellation)
    {
        try
        {
            // Only sending can be paid for; a change counts among the free ones.
            await gate.SendAsync(chat, Telegram.Urgency.Broadcast, token => client.EditMessageText(
                chat.Value, message.Value, screen.Html, ParseMode.Html, linkPreviewOptions: NoPreview,
                replyMarkup: Keyboard.From(screen), cancellationToken: token), cancellation);
            return true;
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) is not null)
        {
            return TelegramFailure.Says(failure, "message is not modified");
        }
    }

    public async Task<bool> DeleteAsync(ChatId chat, MessageId message, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await gate.CallAsync(async token =>
            {
                await client.DeleteMessage(chat.Value, message.Value, token);
                return true;
            }, both.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) is not null)
        {
            // Gone already, or nobody there to see it.
            return TelegramFailure.Says(failure, "message to delete not found") || TelegramFailure.Of(failure) == FailureKind.Unreachable;
        }
    }

    private static PostResult ResultOf(FailureKind kind, Exception failure) => kind switch
    {
        FailureKind.TooMany => new Postponed(),
        FailureKind.Unreachable => new Unreachable(),
        // An account that never started the bot or was deleted long ago (Bot API server, Client.cpp).
        FailureKind.Refused when TelegramFailure.Says(failure, "chat not found") || TelegramFailure.Says(failure, "PEER_ID_INVALID") => new Unreachable(),
        FailureKind.Refused => new NotTaken(),
        FailureKind.Passing => CertainlyDidNotArrive(failure) ? new Failed() : new Unanswered(),
        // The receive loop says what is wrong with the token; nobody loses her turn over it.
        _ => new Failed(),
    };

    // An error answer means that the call was not carried out, and without a connection it was never made. A connection
    // that breaks off afterwards, half an answer, or a proxy that waited in vain (504) says nothing.
    internal static bool CertainlyDidNotArrive(Exception failure) => failure switch
    {
        ApiRequestException => true,
        RequestException { HttpStatusCode: { } code } when (int)code >= 500 => code != HttpStatusCode.GatewayTimeout,
        RequestException { InnerException: { } inner } => CertainlyDidNotArrive(inner),
        // The time for making a connection ran out (SocketsHttpHandler.ConnectTimeout); a call that takes too long ends otherwise.
        OperationCanceledException { InnerException: TimeoutException } => true,
        HttpRequestException http => http.HttpRequestError is
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
        _ => false,
    };
}
