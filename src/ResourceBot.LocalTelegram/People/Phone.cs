using ResourceBot.LocalTelegram.BotApi;

namespace ResourceBot.LocalTelegram.People;

/// <summary>
/// What one person does and sees in her chat with a bot. Everything here happens at once; what the bot makes of it comes
/// later, see <see cref="WaitForAsync"/>.
/// </summary>
public sealed class Phone
{
    private readonly Chat _chat;
    private readonly Incoming _incoming;

    internal Phone(Chat chat)
    {
        _chat = chat;
        _incoming = new Incoming(chat);
    }

    public long Id => _chat.Id;

    public Profile Profile => _chat.Person!.Profile;

    public bool HasBlocked => _chat.Blocked;

    /// <summary>The messages in her chat as they stand now, oldest first.</summary>
    public IReadOnlyList<ShownMessage> Messages => [.. _chat.Seen().Select(ShownMessage.Of)];

    /// <summary>The last message of the bot, null when she sees none.</summary>
    public ShownMessage? LastFromBot => Messages.LastOrDefault(message => message.FromBot);

    /// <summary>Pop-ups after presses, oldest first.</summary>
    public IReadOnlyList<Notice> Notices => _chat.Signs.Notices;

    /// <summary>What her lock screen showed, oldest first.</summary>
    public IReadOnlyList<Notification> Notifications => _chat.Signs.Notifications;

    /// <summary>Messages of the bot that arrived, also when contents are not kept.</summary>
    public int Received => _chat.Received;

    /// <summary>She types a text and sends it.</summary>
    /// <returns>Its message id.</returns>
    /// <exception cref="CannotDoThatException">She has blocked the bot, or her account is gone.</exception>
    public int Send(string text) => _incoming.Text(text);

    /// <summary>She sends a file.</summary>
    /// <returns>Its message id.</returns>
    public int SendFile(string fileName, byte[] bytes, string? caption = null, string contentType = "application/octet-stream") =>
        _incoming.File(fileName, bytes, caption, contentType);

    /// <summary>She sends something that is neither text nor a file.</summary>
    /// <returns>Its message id.</returns>
    public int SendOther(OtherKind kind) => _incoming.Other(kind);

    /// <summary>She presses the button with this code.</summary>
    /// <param name="forged">Sends the code even if no button has it, as a changed app could.</param>
    /// <returns>The id of the query.</returns>
    /// <exception cref="CannotDoThatException">There is no such message or button.</exception>
    public string Press(int messageId, string code, bool forged = false) => _incoming.Press(messageId, code, forged);

    /// <summary>She presses the button whose label contains this text, in the last message that has one.</summary>
    /// <returns>The id of the query.</returns>
    public string PressLabel(string label)
    {
        foreach (var message in Messages.Reverse())
        {
            var button = message.Buttons.SelectMany(row => row)
                .FirstOrDefault(found => found.Kind == "code" && found.Text.Contains(label, StringComparison.Ordinal));
            if (button is not null) return Press(message.Id, button.Value);
        }
        throw new CannotDoThatException($"No message has a button \"{label}\".");
    }

    public void Block() => _incoming.Door(blocked: true);

    public void Unblock() => _incoming.Door(blocked: false);

    /// <summary>Her account is gone for every bot.</summary>
    public void Deactivate() => _incoming.Deactivate();

    /// <summary>She clears the chat on her side; the bot's side stays.</summary>
    public void ClearChat() => _incoming.ClearChat();

    /// <summary>Waits until her chat looks as asked, by real time and not by the clock of the options.</summary>
    /// <exception cref="TimeoutException">It did not within <paramref name="longest"/> (10 s if not given).</exception>
    public async Task WaitForAsync(Func<Phone, bool> looksRight, TimeSpan? longest = null, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest ?? TimeSpan.FromSeconds(10));
        while (true)
        {
            var change = _chat.NextChange();
            if (looksRight(this)) return;
            try
            {
                await change.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
            {
                throw new TimeoutException($"The chat did not come to look as expected. Its last message: {LastFromBot?.Text ?? "(none)"}", late);
            }
        }
    }
}
