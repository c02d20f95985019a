using ResourceBot.Chat;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Starting;

namespace ResourceBot.Host.Telegram;

/// <summary>
/// Answers what waited in one lane. Every update is understood and answered in its order; of several screens in one turn
/// only the last is shown, since nobody could have read the others.
/// </summary>
internal sealed class Answering(
    IConversation conversation, PanelDelivery delivery, OpenPanels panels, Inbox inbox, DoneWriting done, Gauges gauges, EndOfProgram end,
    TimeProvider clock, ILogger<Answering> log) : IDisposable
{
    // Understanding takes the processor and the database; more at a time would only take turns. Waiting for a turn at the gate is not
    // counted: there a whole crowd may stand.
    private const int AtOnce = 8;

    // Within ten seconds a press is to be answered; longer than this she presses again.
    private static readonly TimeSpan LongestSpin = TimeSpan.FromSeconds(4);

    private readonly SemaphoreSlim _room = new(AtOnce, AtOnce);

    // One at a time, so that when the program ends over it no other is blamed.
    private readonly SemaphoreSlim _suspects = new(1, 1);

    /// <summary>
    /// Called for what has to wait behind an earlier update of the same chat: when the screen before is long in having its turn, the
    /// button that she pressed stops spinning all the same. What the answer would have said over the chat is lost then.
    /// </summary>
    public Waiting LetWait(Waiting waiting)
    {
        if (waiting.Incoming is not ButtonPress press) return waiting;
        var spinning = new Spinning();
        _ = StopSpinningAsync();
        return waiting with { Spinning = spinning };

        async Task StopSpinningAsync()
        {
            await Task.Delay(LongestSpin, clock);
            if (spinning.Take()) await delivery.AcknowledgeAsync(press, notice: null, alert: false, CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _room.Dispose();
        _suspects.Dispose();
    }

    /// <summary>Never throws, except that a cancelled turn leaves its updates in the inbox.</summary>
    public async Task AnswerAsync(ChatId chat, IReadOnlyList<Waiting> turn, CancellationToken cancellation)
    {
        var since = clock.GetTimestamp();
        try
        {
            // Off her screen first: composing the answer may have to wait for its turn.
            var deleting = delivery.DeleteAsync(chat, [.. turn.Select(waiting => Typed(waiting.Incoming)).OfType<MessageId>()], cancellation);
            await ShowAsync(chat, turn, cancellation);
            await deleting;
            foreach (var waiting in turn)
            {
                done.Add(waiting.UpdateId);
                gauges.Answered(clock.GetElapsedTime(since));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The stop came first; the inbox keeps them for the next start.
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) == FailureKind.TokenRefused)
        {
            // With the right token they are answered at the next start.
            Log.TokenRefused(log);
            end.Because(BadSettingException.ExitCode);
        }
        catch (Exception failure)
        {
            gauges.Failed();
            Log.AnswerFailed(log, failure.GetType().Name, Environment.NewLine + failure.StackTrace);
            foreach (var waiting in turn) done.Add(waiting.UpdateId);
        }
    }

    private async Task ShowAsync(ChatId chat, IReadOnlyList<Waiting> turn, CancellationToken cancellation)
    {
        var view = new ChatView(chat, panels.Find(chat)?.Message);
        var acknowledging = new List<Task>();
        var files = new List<OutgoingFile>();
        foreach (var waiting in turn)
        {
            var incoming = waiting.Incoming;
            if (incoming is DoorMoved { Blocked: true }) panels.Forget(chat);
            var answer = await UnderstandAsync(waiting, cancellation);
            if (incoming is ButtonPress press && waiting.Spinning?.Take() != false)
                acknowledging.Add(delivery.AcknowledgeAsync(press, answer.Notice, answer.Alert, cancellation));
            files.AddRange(answer.Files ?? []);
            view = view.With(incoming, answer);
            // What she does next is understood from where this leads her.
            if (view is { Screen: { } screen, Panel: { } panel }) panels.Remember(chat, new OpenPanel(panel, screen.Code));
            else if (view.Screen is not null) view = await view.ShowAsync(delivery, panels, cancellation);
        }

        await view.ShowAsync(delivery, panels, cancellation);
        foreach (var file in files) await delivery.SendFileAsync(chat, file, cancellation);
        await Task.WhenAll(acknowledging);
    }

    private async Task<Answer> UnderstandAsync(Waiting waiting, CancellationToken cancellation)
    {
        var turn = waiting.IsSuspect ? _suspects : _room;
        await turn.WaitAsync(cancellation);
        try
        {
            return waiting.TookEffect
                ? await conversation.ConfirmAsync(waiting.Incoming, cancellation)
                : await inbox.UnderstandAsync(waiting, () => conversation.AnswerAsync(waiting.Incoming, cancellation), cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            gauges.Failed();
            Log.AnswerFailed(log, failure.GetType().Name, Environment.NewLine + failure.StackTrace);
            return await conversation.ApologiseAsync(waiting.Incoming, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private static MessageId? Typed(Incoming incoming) => incoming switch
    {
        TypedText typed => typed.Message,
        SentFile file => file.Message,
        OtherContent other => other.Message,
        _ => null,
    };

    /// <summary>What a chat shows, and what it is to show next.</summary>
    /// <param name="Panel">The message to turn into the screen; null to send a new one.</param>
    /// <param name="Old">A message that is in the way then.</param>
    /// <param name="ClearBefore">With an unknown panel: what lies before this message of hers is to go.</param>
    private sealed record ChatView(ChatId Chat, MessageId? Panel, MessageId? Old = null, Screen? Screen = null, MessageId? ClearBefore = null)
    {
        public ChatView With(Incoming incoming, Answer answer)
        {
            if (answer.Screen is null) return this;
            if (answer.Clears && Panel is null && Typed(incoming) is { } typed) return this with { Screen = answer.Screen, ClearBefore = typed };
            if (answer.FreshPanel) return this with { Panel = null, Old = Panel ?? Old, Screen = answer.Screen };
            // She pressed on another message than the one we knew: that one is before her eyes.
            if (incoming is ButtonPress press && press.Panel != Panel)
                return this with { Panel = press.Panel, Old = Panel ?? Old, Screen = answer.Screen };
            return this with { Screen = answer.Screen };
        }

        public async Task<ChatView> ShowAsync(PanelDelivery delivery, OpenPanels panels, CancellationToken cancellation)
        {
            if (Screen is null) return this;
            await delivery.ShowAsync(Chat, Screen, Panel, Old, cancellation);
            if (ClearBefore is { } before) await delivery.ClearAsync(Chat, before, cancellation);
            return new ChatView(Chat, panels.Find(Chat)?.Message);
        }
    }
}
