using ResourceBot.Chat;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using ChatId = ResourceBot.Chat.ChatId;
using MessageId = ResourceBot.Chat.MessageId;

namespace ResourceBot.Host.Telegram;

/// <summary>
/// Carries out answers: one panel a chat, edited in place; what she typed is deleted; nothing rings and no link shows a preview.
/// </summary>
internal sealed class PanelDelivery(ITelegramBotClient client, OutgoingGate gate, OpenPanels panels, ILogger<PanelDelivery> log)
{
    // Bot API, deleteMessages.message_ids.
    private const int MostDeleted = 100;

    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    /// <summary>Takes away what she typed or sent: it must not stay on a phone that somebody else may hold.</summary>
    public Task DeleteAsync(ChatId chat, IReadOnlyList<MessageId> messages, CancellationToken cancellation) => messages.Count switch
    {
        0 => Task.CompletedTask,
        1 => TryAsync(gate.CallAsync(async token => { await client.DeleteMessage(chat.Value, messages[0].Value, token); return true; }, cancellation)),
        _ => TryAsync(gate.CallAsync(async token =>
        {
            await client.DeleteMessages(chat.Value, messages.Select(message => message.Value), token);
            return true;
        }, cancellation)),
    };

    /// <summary>
    /// Takes away what we may have sent before one of her messages. Numbers of messages that are not in her chat are skipped
    /// (Bot API, deleteMessages), so it reaches back as far as one call may.
    /// </summary>
    public Task ClearAsync(ChatId chat, MessageId before, CancellationToken cancellation) =>
        DeleteAsync(chat, [.. Enumerable.Range(1, MostDeleted).Select(back => before.Value - back).Where(number => number > 0).Select(number => new MessageId(number))], cancellation);

    /// <summary>Stops the pressed button from spinning, with a word over the chat if there is one.</summary>
    public Task AcknowledgeAsync(ButtonPress press, string? notice, bool alert, CancellationToken cancellation) =>
        TryAsync(gate.CallAsync(async token =>
        {
            await client.AnswerCallbackQuery(press.PressId, notice, alert, cancellationToken: token);
            return true;
        }, cancellation));

    /// <summary>Makes <paramref name="screen"/> what the chat shows.</summary>
    /// <param name="panel">The message to turn into it; null to send a new one.</param>
    /// <param name="old">A message that is in the way afterwards.</param>
    public async Task ShowAsync(ChatId chat, Screen screen, MessageId? panel, MessageId? old, CancellationToken cancellation)
    {
        try
        {
            var shown = panel is { } known && await EditAsync(chat, known, screen, cancellation)
                ? known
                : await SendAsync(chat, screen, cancellation);
            panels.Remember(chat, new OpenPanel(shown, screen.Code));
            if (old is { } inTheWay && inTheWay != shown) await DeleteAsync(chat, [inTheWay], cancellation);
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) is FailureKind.Unreachable or FailureKind.Refused)
        {
            // She has blocked us or is gone: there is nobody to show anything to.
            panels.Forget(chat);
            if (TelegramFailure.Of(failure) == FailureKind.Refused) Log.CallRefused(log, failure.Message);
        }
    }

    public Task SendFileAsync(ChatId chat, OutgoingFile file, CancellationToken cancellation) =>
        TryAsync(gate.SendAsync(chat, Urgency.Reply, async token =>
        {
            // A stream of its own each time: the call may be repeated.
            var content = InputFile.FromStream(new MemoryStream(file.Content.ToArray(), writable: false), file.Name);
            if (file.IsPicture) await client.SendPhoto(chat.Value, content, disableNotification: true, cancellationToken: token);
            else await client.SendDocument(chat.Value, content, disableNotification: true, cancellationToken: token);
            return true;
        }, cancellation));

    private async Task<MessageId> SendAsync(ChatId chat, Screen screen, CancellationToken cancellation)
    {
        var sent = await gate.SendAsync(chat, Urgency.Reply, token => client.SendMessage(
            chat.Value, screen.Html, ParseMode.Html, linkPreviewOptions: NoPreview, replyMarkup: Keyboard.From(screen),
            disableNotification: true, cancellationToken: token), cancellation);
        return new MessageId(sent.Id);
    }

    /// <returns>False when that message cannot be edited any more.</returns>
    private async Task<bool> EditAsync(ChatId chat, MessageId panel, Screen screen, CancellationToken cancellation)
    {
        try
        {
            await gate.SendAsync(chat, Urgency.Reply, token => client.EditMessageText(
                chat.Value, panel.Value, screen.Html, ParseMode.Html, linkPreviewOptions: NoPreview,
                replyMarkup: Keyboard.From(screen), cancellationToken: token), cancellation);
            return true;
        }
        catch (Exception failure) when (TelegramFailure.Says(failure, "message is not modified"))
        {
            // It shows this already, for example because a lost answer made us ask twice.
            return true;
        }
        catch (Exception failure) when (
            TelegramFailure.Says(failure, "message to edit not found") || TelegramFailure.Says(failure, "message can't be edited"))
        {
            return false;
        }
    }

    // A message that is gone already, a press that is too old: what was wanted is so, or can no longer be.
    private async Task TryAsync(Task<bool> call)
    {
        try
        {
            await call;
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) is FailureKind.Refused or FailureKind.Unreachable)
        {
            if (!TelegramFailure.Says(failure, "query is too old") && !TelegramFailure.Says(failure, "message to delete not found")
                && !TelegramFailure.Says(failure, "message can't be deleted") && TelegramFailure.Of(failure) == FailureKind.Refused)
            {
                Log.CallRefused(log, failure.Message);
            }
        }
    }
}
