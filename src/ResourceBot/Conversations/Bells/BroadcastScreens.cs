using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Conversations.Broadcasting;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Bells;

/// <summary>What stands in the messages that broadcasts put into chats.</summary>
public sealed class BroadcastScreens(Speech speech, StaffRulesStore rules, SendingStop stop, BroadcastPace pace, TimeProvider clock) : IBroadcastScreens
{
    public Screen Arrival(Broadcast broadcast, BellForm form, Language language, Place place)
    {
        var reader = new Reader(language, place);
        if (form == BellForm.Letter) return NewsPage.Letter(speech, reader, broadcast);
        var phrases = speech.Of<BellPhrases>(language);
        var page = new Page(speech, reader, NewsPage.Code(reader, broadcast.Id));
        page.Text(phrases.NewItem);
        page.Row(new CodeButton(phrases.Open, page.Code));
        return page.ToScreen();
    }

    public Screen TakenBack(Language language, Place place)
    {
        var reader = new Reader(language, place);
        var phrases = speech.Of<BellPhrases>(language);
        var page = new Page(speech, reader, BellCode.Write(reader, BellCode.Page, BellCode.Default(reader)));
        page.Text(phrases.NothingNew);
        page.Row(new CodeButton($"🔔 {phrases.Bell}", page.Code));
        page.WayRow(new HomeView());
        return page.ToScreen();
    }

    public bool Shows(string code, BroadcastId broadcast) =>
        code.Length > 0 && code[0] == BellCode.Prefix && PartCode.Read(code) is { Action: BellCode.News } read && read.Number(0) == broadcast.Value;

    public async Task<Screen> ProgressAsync(Broadcast broadcast, CancellationToken cancellation)
    {
        var reader = new Reader(broadcast.WriterLanguage, Place.Anywhere);
        var page = new StaffPage(
            speech, reader, await rules.ReadAsync(cancellation), PartCode.Write(BroadcastPart.Code, reader, BroadcastPart.Show, broadcast.Id.Value));
        RunPage.Draw(page, speech, broadcast, await stop.FindAsync(cancellation), pace, clock.GetUtcNow());
        return page.ToScreen();
    }
}
