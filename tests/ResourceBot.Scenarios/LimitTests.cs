using ResourceBot.LocalTelegram;

namespace ResourceBot.Scenarios;

/// <summary>With Telegram's limits on and our settings as they are shipped, a crowd is answered without a single 429.</summary>
public sealed class LimitTests
{
    private const long First = 60_001;
    private const int Crowd = 90;

    [Fact]
    public async Task A_crowd_that_comes_at_once_is_answered_at_the_allowed_pace_and_never_refused()
    {
        await using var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0", Limits = true });
        telegram.AddPeople(First, Crowd, started: false);
        await using var bot = await Bot.StartAsync(telegram, folder: null, "--Outgoing:ChatSpacing=1", "--Outgoing:MessagesPerSecond=29");
        var people = Enumerable.Range(0, Crowd).Select(number => telegram.Person(First + number, RunSettings.Token)).ToList();

        foreach (var person in people)
        {
            person.Send("/start");
            person.Send("scholarship");
        }

        foreach (var person in people) await person.WaitForAsync(her => her.Messages is [{ FromBot: true, IsEdited: true }], TimeSpan.FromSeconds(60));
        Assert.DoesNotContain(telegram.Ledger.Snapshot(), call => call.Code == 429);
    }
}
