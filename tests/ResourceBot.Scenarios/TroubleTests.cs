using ResourceBot.LocalTelegram.Faults;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Scenarios;

/// <summary>A network as it is in Ghazni, and a Telegram that has a bad day.</summary>
public sealed class TroubleTests : IAsyncLifetime
{
    private Bot _bot = null!;

    public async Task InitializeAsync() => _bot = await Bot.StartAsync();

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.BadGateway)]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.TruncatedJson)]
    [InlineData(FaultKind.TooManyRequests)]
    public async Task An_edit_that_fails_in_passing_arrives_all_the_same_and_once(FaultKind kind)
    {
        var she = await ArriveAsync();
        _bot.Telegram.Faults.SwitchOn(new Fault(kind, "editMessageText", Count: 2, RetryAfterSeconds: 1));

        await she.PressesAsync("Topics", "What are you looking for?");

        Assert.Single(she.Phone.Messages);
    }

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.OtherPoller)]
    [InlineData(FaultKind.TruncatedJson)]
    public async Task A_poll_that_fails_loses_no_message_and_answers_none_twice(FaultKind kind)
    {
        var she = await ArriveAsync();
        _bot.Telegram.Faults.SwitchOn(new Fault(kind, "getUpdates", Count: 2));

        await she.WritesAsync("english", "Search results");

        Assert.Single(she.Phone.Messages);
    }

    [Fact]
    public async Task A_slow_answer_to_one_woman_does_not_hold_up_another()
    {
        var she = await ArriveAsync();
        var other = await ArriveAsync(DemoPeople.GirlInHerat);
        var slow = _bot.Telegram.Faults.SwitchOn(new Fault(FaultKind.Slow, "editMessageText", Count: 1, DelayMilliseconds: 4000));
        she.Phone.Press(she.Panel.Id, she.Panel.Buttons[0][0].Value);
        while (_bot.Telegram.Faults.On.Any(on => on.Id == slow)) await Task.Yield();

        await other.PressesAsync("Topics", "What are you looking for?");

        Assert.DoesNotContain("What are you looking for?", she.Screen, StringComparison.Ordinal);
        await she.SeesAsync("What are you looking for?");
    }

    [Fact]
    public async Task Many_messages_of_one_woman_end_with_the_answer_to_the_last()
    {
        var she = await ArriveAsync();
        for (var number = 0; number < 40; number++) she.Phone.Send(number % 2 == 0 ? "english course" : "/privacy");
        she.Phone.Send("/help");

        await she.SeesAsync(her => her.Messages.Count == 1);
        await she.SeesAsync("How this works");
    }

    [Fact]
    public async Task Somebody_who_has_blocked_the_bot_costs_the_others_nothing()
    {
        var gone = await ArriveAsync(DemoPeople.GirlInHerat);
        gone.Phone.Send("english");
        gone.Phone.Block();

        var she = await ArriveAsync();
        await she.WritesAsync("english", "Search results");
        gone.Phone.Unblock();
        await gone.WritesAsync("/start", "Choose a language");
    }

    [Fact]
    public async Task A_panel_that_was_deleted_is_replaced_by_a_new_one()
    {
        var she = await ArriveAsync();
        using var http = new HttpClient { BaseAddress = _bot.Telegram.Address };
        await http.GetAsync($"/bot{RunSettings.Token}/deleteMessage?chat_id={she.Phone.Id}&message_id={she.Panel.Id}");

        await she.WritesAsync("english", "Search results");

        Assert.Single(she.Phone.Messages);
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private async Task<Visitor> ArriveAsync(long who = DemoPeople.StudentAbroad) =>
        await _bot.Person(who).ArrivesAsync("English", "This chat is not secret");
}
