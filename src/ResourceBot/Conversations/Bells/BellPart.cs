using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Bells;

/// <summary>
/// The bell of a visitor: turning it on is the first time that anything about her is stored, and turning it off, <c>/forget</c>
/// or blocking the bot is the end of it, at once.
/// </summary>
public sealed class BellPart(
    SubscriberStore subscribers, BroadcastStore broadcasts, DeliveryStore deliveries, StaffStore staff, IPost post, Speech speech) : IConversationPart
{
    // A bell that is tapped so near its end offers to stay.
    private const int RenewWithinDays = 14;

    public char Prefix => BellCode.Prefix;

    public IReadOnlyDictionary<string, Right> StaffActions { get; } = new Dictionary<string, Right>(StringComparer.Ordinal);

    public async Task<Answer?> AnswerAsync(Moment moment, CancellationToken cancellation)
    {
        switch (moment.Incoming)
        {
            case TypedText typed when typed.Text.StartsWith('/'):
                return await AnswerCommandAsync(typed, moment, cancellation);
            case ButtonPress press when PartCode.Read(press.Code) is { } code:
                return await AnswerPressAsync(press, code, cancellation);
            case DoorMoved { Blocked: true } door:
                await subscribers.RemoveAsync(door.Chat, cancellation);
                return null;
            default:
                return null;
        }
    }

    public async Task<Language?> LanguageOfAsync(ChatId chat, CancellationToken cancellation) =>
        (await subscribers.FindAsync(chat, cancellation))?.Wishes.Language;

    public Task ReadsInAsync(ChatId chat, Language language, CancellationToken cancellation) => KeepLanguageAsync(chat, language, cancellation);

    // The language in which she reads the bot is that of her bell, also when this is the first that her row hears of it.
    // Only what she pressed or sees before her: a guess is no choice.
    private async Task<Subscriber?> KeepLanguageAsync(ChatId chat, Language language, CancellationToken cancellation)
    {
        var found = await subscribers.FindAsync(chat, cancellation);
        if (found is null || found.Wishes.Language == language) return found;
        await subscribers.ChangeLanguageAsync(chat, language, cancellation);
        return found with { Wishes = found.Wishes with { Language = language } };
    }

    private async Task<Answer?> AnswerCommandAsync(TypedText typed, Moment moment, CancellationToken cancellation)
    {
        var reader = moment.Reader;
        switch (Commands.Split(typed.Text).Name)
        {
            case "bell":
                var seesPanel = moment.OpenCode is { } open && ScreenCode.ReadHeader(open) is not null;
                var hers = seesPanel
                    ? await KeepLanguageAsync(typed.Chat, reader.Language, cancellation)
                    : await subscribers.FindAsync(typed.Chat, cancellation);
                // Below a line that came meanwhile, not above it. Which page stands there we may have forgotten: then all that we
                // sent lately goes, unless something that she asked for is among it.
                return Bell(reader, hers, BellCode.Default(reader), notice: null) with
                {
                    FreshPanel = true,
                    Clears = hers is null or { Wishes.Form: BellForm.Bell, HasWaitingBell: false },
                };
            case "forget":
                await ForgetAsync(typed.Chat, cancellation);
                return new Answer(Plain(reader, await ForgottenAsync(typed.Chat, reader.Language, cancellation)), FreshPanel: true, Clears: true);
            default:
                return null;
        }
    }

    private async Task<Answer?> AnswerPressAsync(ButtonPress press, PartCode code, CancellationToken cancellation)
    {
        var phrases = speech.Of<BellPhrases>(code.Reader.Language);
        switch (code.Action)
        {
            case BellCode.Page:
                return await ShowBellAsync(press.Chat, code.Reader, BellCode.Read(code), notice: null, cancellation);
            case BellCode.On:
                return await SaveAsync(press.Chat, code, isNew: true, cancellation);
            case BellCode.Set:
                return await SaveAsync(press.Chat, code, isNew: false, cancellation);
            case BellCode.Off:
                await ForgetAsync(press.Chat, cancellation);
                return await ShowBellAsync(press.Chat, code.Reader, BellCode.Default(code.Reader), phrases.TurnedOff, cancellation);
            case BellCode.News when code.Number(0) is { } id:
                return await ReadAsync(press.Chat, code.Reader, new BroadcastId(id), cancellation);
            case BellCode.Earlier when code.Number(0) is { } id:
                return await broadcasts.FindOutBeforeAsync(new BroadcastId(id), code.Reader.Place, cancellation) is { } earlier
                    ? await ReadAsync(press.Chat, code.Reader, earlier.Id, cancellation)
                    : new Answer(Notice: phrases.NothingNew);
            default:
                return null;
        }
    }

    private async Task<Answer> ShowBellAsync(
        ChatId chat, Reader reader, Wishes chosen, string? notice, CancellationToken cancellation) =>
        Bell(reader, await KeepLanguageAsync(chat, reader.Language, cancellation), chosen, notice);

    private Answer Bell(Reader reader, Subscriber? subscriber, Wishes chosen, string? notice) =>
        new(BellPage.Draw(speech, reader, subscriber, subscriber?.Wishes ?? chosen, notice));

    /// <param name="isNew">She turned it on or renewed it; otherwise she changed a bell that must be on.</param>
    private async Task<Answer> SaveAsync(ChatId chat, PartCode code, bool isNew, CancellationToken cancellation)
    {
        var phrases = speech.Of<BellPhrases>(code.Reader.Language);
        var wishes = BellCode.Read(code);
        var before = await subscribers.FindAsync(chat, cancellation);
        // A button from before she turned it off is no consent.
        if (before is null && !isNew) return new Answer(BellPage.Draw(speech, code.Reader, null, wishes));
        if (wishes.Topics.IsEmpty) return new Answer(Notice: phrases.PickTopic);
        await subscribers.SaveAsync(chat, wishes, cancellation);
        var after = await subscribers.FindAsync(chat, cancellation);
        var notice = !isNew || after is null ? null
            : before is null ? phrases.TurnedOn
            : Phrase.Fill(phrases.Renewed, ("date", DateText.Show(after.ExpiresOn, code.Reader.Language)));
        return new Answer(BellPage.Draw(speech, code.Reader, after, wishes), notice);
    }

    private async Task<Answer> ReadAsync(ChatId chat, Reader reader, BroadcastId id, CancellationToken cancellation)
    {
        var broadcast = await broadcasts.FindAsync(id, cancellation);
        var subscriber = await subscribers.FindAsync(chat, cancellation);
        // The line may have come before she chose another language.
        if (subscriber is not null) reader = reader with { Language = subscriber.Wishes.Language };
        var phrases = speech.Of<BellPhrases>(reader.Language);
        if (subscriber is not null && broadcast is not null) await deliveries.OpenedAsync(id, subscriber.Id, cancellation);
        if (broadcast is not { IsOut: true }) return new Answer(Plain(reader, phrases.TakenBack));

        var page = new Page(speech, reader, NewsPage.Code(reader, id));
        page.Heading(phrases.News);
        NewsPage.Write(page, speech, broadcast);
        if (await broadcasts.FindOutBeforeAsync(id, reader.Place, cancellation) is not null)
            page.Row(new CodeButton($"‹ {phrases.Earlier}", PartCode.Write(Prefix, reader, BellCode.Earlier, id.Value)));
        page.Row(new CodeButton($"🔔 {phrases.Bell}", BellCode.Write(reader, BellCode.Page, subscriber?.Wishes ?? BellCode.Default(reader))));
        if (subscriber is not null && subscribers.DaysLeft(subscriber) <= RenewWithinDays)
        {
            page.Row(new CodeButton(
                Phrase.Fill(phrases.Renew, ("days", Digits.Show(SubscriberStore.LifeDays, reader.Language))),
                BellCode.Write(reader, BellCode.On, subscriber.Wishes)));
        }

        page.WayRow(new HomeView());
        return new Answer(page.ToScreen());
    }

    private async Task ForgetAsync(ChatId chat, CancellationToken cancellation)
    {
        // The unread line goes too: it would be the last thing that tells of the bell.
        if (await subscribers.RemoveAsync(chat, cancellation) is { WaitingBell: { } bell }) await post.DeleteAsync(chat, bell, cancellation);
    }

    // A reader who is on the team as well stays there: only an owner removes her, so that the trail of what she did holds.
    private async Task<string> ForgottenAsync(ChatId chat, Language language, CancellationToken cancellation)
    {
        var phrases = speech.Of<BellPhrases>(language);
        return await staff.FindAsync(chat, cancellation) is { } member
            ? Phrase.Fill(phrases.ForgottenStaff, ("alias", Direction.Isolate(member.Alias)))
            : phrases.Forgotten;
    }

    private Screen Plain(Reader reader, string text)
    {
        var page = new Page(speech, reader, new HomeView());
        page.Text(text);
        page.Row(page.To(page.Phrases.Home, new HomeView()), page.To(page.Phrases.Hide, new TimesTableView(TimesTableView.First)));
        return page.ToScreen();
    }
}
