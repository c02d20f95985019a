using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Chat;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>How it went with one person.</summary>
public enum Delivered
{
    /// <summary>Her row is final, or gone.</summary>
    Settled,

    /// <summary>Her turn comes again.</summary>
    Later,

    /// <summary>Nothing of this broadcast goes out now.</summary>
    Halted,

    /// <summary>Errors pile up.</summary>
    TooManyErrors,
}

/// <summary>Delivers one message to one person: her turn, the word on disk that it is on its way, the call, the word what became of it.</summary>
public sealed class Delivering(IPost post, IBroadcastScreens screens, DeliveryWriting writing, TimeProvider clock)
{
    // What Telegram took from nobody in so many attempts is not offered to her again.
    private const int MostRefusals = 3;

    /// <param name="stop">Leaves people in line whose message is not on its way yet.</param>
    /// <param name="hangUp">Waits no longer for the answer about a message that is on its way.</param>
    public async Task<Delivered> DeliverAsync(
        Broadcast broadcast, Recipient recipient, ErrorWindow window, CancellationToken stop, CancellationToken hangUp)
    {
        var screen = screens.Arrival(broadcast, recipient.Form, recipient.Language, recipient.Place);
        while (true)
        {
            await post.TurnAsync(recipient.Chat, stop);
            // A turn that was free at once did not look.
            stop.ThrowIfCancellationRequested();
            // She was read from the disk a while ago.
            if (recipient.Hours == BellHours.Day && !KabulDay.IsOpen(clock.GetUtcNow())) return Delivered.Later;
            switch (await writing.ClaimAsync(broadcast.Id, recipient.Id))
            {
                case Claim.Halted: return Delivered.Halted;
                case Claim.NotHers: return Delivered.Settled;
            }

            if (stop.IsCancellationRequested)
            {
                await writing.RecordAsync(broadcast.Id, recipient.Id, DeliveryOutcome.NotArrived, message: null, asBell: false);
                return Delivered.Later;
            }

            var result = await SendAsync(recipient, screen, stop, hangUp);
            var outcome = OutcomeOf(result, recipient.Attempts + 1);
            var message = (result as Posted)?.Message;
            var stillThere = await writing.RecordAsync(broadcast.Id, recipient.Id, outcome, message, recipient.Form == BellForm.Bell);
            // She turned the bell off while it was on its way: it must not be the last thing she sees.
            if (!stillThere && message is { } late) await post.DeleteAsync(recipient.Chat, late, hangUp);
            if (result is Postponed) continue;
            var isError = result is NotTaken or Failed or Unanswered;
            if (window.Add(isError)) return Delivered.TooManyErrors;
            return outcome is DeliveryOutcome.TryAgain or DeliveryOutcome.NotArrived ? Delivered.Later : Delivered.Settled;
        }
    }

    // At most one bell waits unread: the older one goes, or, when Telegram no longer deletes it, becomes the new one.
    private async Task<PostResult> SendAsync(Recipient recipient, Screen screen, CancellationToken stop, CancellationToken hangUp)
    {
        try
        {
            if (recipient is { Form: BellForm.Bell, WaitingBell: { } waiting }
                && !await post.DeleteAsync(recipient.Chat, waiting, stop)
                && await post.RewriteAsync(recipient.Chat, waiting, screen, stop))
            {
                return new Posted(waiting);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Both can be done again without anybody seeing it twice.
            return new Postponed();
        }

        try
        {
            return await post.SendAsync(recipient.Chat, screen, hangUp);
        }
        catch (OperationCanceledException) when (hangUp.IsCancellationRequested)
        {
            return new Unanswered();
        }
    }

    private static DeliveryOutcome OutcomeOf(PostResult result, int attempts) => result switch
    {
        Posted => DeliveryOutcome.Sent,
        Unreachable => DeliveryOutcome.Unreachable,
        NotTaken => attempts < MostRefusals ? DeliveryOutcome.TryAgain : DeliveryOutcome.Refused,
        // At most once: a second one could be the second that she gets.
        Unanswered => DeliveryOutcome.Unknown,
        _ => DeliveryOutcome.NotArrived,
    };
}
