using Dapper;
using Microsoft.Extensions.DependencyInjection;
using ResourceBot.Chat;
using ResourceBot.LocalTelegram.People;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Scenarios.Broadcasts;

/// <summary>The bell from both sides, in a person's words: she turns it on, staff write and approve, it rings, she reads, it is taken back.</summary>
public sealed class BellTests : IAsyncLifetime
{
    private Bot _bot = null!;

    public async Task InitializeAsync()
    {
        _bot = await Bot.StartAsync(telegram: null, folder: null, Mailing.Fast);
        await AddStaffAsync(DemoPeople.Volunteer);
        await AddStaffAsync(DemoPeople.SecondVolunteer);
    }

    [Fact]
    public async Task From_her_first_tap_to_the_text_that_she_reads_and_its_withdrawal()
    {
        var girl = await TurnOnAsync(DemoPeople.GirlInKabul, "دری", "این چت محرمانه نیست", "زنگ", "هر ساعت", "روشن کردن زنگ", "زنگ تا");
        var panel = girl.Panel.Id;

        var writer = _bot.Person(DemoPeople.Volunteer);
        await WriteAsync(writer, "The DAAD round is open until 31 December.");
        var second = _bot.Person(DemoPeople.SecondVolunteer);
        await ArriveAsync(second);
        await second.WritesAsync("/broadcast", "Broadcasts");
        await second.PressesAsync("Broadcast 1", "The DAAD round is open");
        await second.PressesAsync("Approve and send", "Approved");

        await girl.Phone.WaitForAsync(hers => hers.Messages.Any(message => message.Id != panel && message.FromBot), TimeSpan.FromSeconds(30));
        var bell = girl.Phone.LastFromBot!;
        Assert.DoesNotContain("DAAD", bell.Text, StringComparison.Ordinal);
        Assert.True(bell.Silent);
        Assert.DoesNotContain(girl.Phone.Notifications, shown => shown.Text.Contains("DAAD", StringComparison.Ordinal));
        await girl.PressesAsync("باز کردن", "The DAAD round is open until 31 December.");
        await girl.SeesAsync(hers => hers.Messages.Count == 1);

        await writer.Phone.WaitForAsync(
            his => his.Messages.Any(message => message.Text.Contains("Finished", StringComparison.Ordinal)), TimeSpan.FromSeconds(30));
        await writer.WritesAsync("/broadcast", "Broadcasts");
        await writer.PressesAsync("Broadcast 1", "Finished");
        Assert.Contains("<10", writer.Screen, StringComparison.Ordinal);
        await writer.PressesAsync("Take it back", "Nobody can read it any more");
        await writer.PressesAsync("Take it back", "Taken back");

        // She has it open: it goes from her page too.
        await girl.SeesAsync("اینجا چیز تازه‌ای نیست");
        girl.Phone.Press(girl.Panel.Id, "Sdanews.1", forged: true);
        await girl.SeesAsync("این مورد پس گرفته شده است");

        writer.Phone.PressLabel("Picture");
        writer.Phone.PressLabel("Table");
        await writer.SeesAsync(his => his.Messages.Count(message => message.FileId is not null) == 2);
    }

    [Fact]
    public async Task Before_she_turns_it_on_nothing_is_stored_and_off_is_one_tap()
    {
        var girl = _bot.Person(DemoPeople.GirlInKabul);
        await girl.ArrivesAsync("دری", "این چت محرمانه نیست");
        await girl.PressesAsync("زنگ", "زنگ خاموش است");
        Assert.Contains("شمارهٔ این چت، رمزگذاری‌شده", girl.Screen, StringComparison.Ordinal);
        await girl.PressesAsync("بورسیه", "زنگ خاموش است");
        Assert.Equal(0, await CountAsync());

        await girl.PressesAsync("روشن کردن زنگ", "زنگ تا");
        Assert.Equal(1, await CountAsync());
        await girl.PressesAsync("خاموش کردن", "زنگ خاموش است");
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Forget_removes_her_at_once_and_works_for_somebody_who_was_never_there()
    {
        var her = await TurnOnAsync(DemoPeople.StudentAbroad, "English", "This chat is not secret", "Bell", "At any hour", "Turn the bell on", "The bell is on");
        Assert.Equal(1, await CountAsync());
        await her.WritesAsync("/forget", "Nothing about you is kept");
        Assert.Equal(0, await CountAsync());

        var stranger = _bot.Person(DemoPeople.GirlInHerat);
        await stranger.WritesAsync("/forget", "Nothing about you is kept");
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_bell_speaks_the_language_in_which_she_reads_the_bot()
    {
        var her = await TurnOnAsync(DemoPeople.PashtoSpeaker, "پښتو", "دا چټ پټ نه دی", "زنګ", "هر ساعت", "زنګ چالانول", "زنګ چالان دی");
        Assert.Equal("ps", await LanguageAsync());
        var expires = await AskAsync<string>("SELECT expires_on FROM subscriber");

        await her.WritesAsync("/language", "Choose a language");
        await her.PressesAsync("English", "This chat is not secret");
        Assert.Equal("en", await LanguageAsync());
        Assert.Equal(expires, await AskAsync<string>("SELECT expires_on FROM subscriber"));

        await her.WritesAsync("/bell", "The bell is on until");
        await her.PressesAsync("9 to 18", "The bell is on until");
        await her.SeesAsync(_ => her.Buttons.Contains("● 9 to 18, Kabul"));
        Assert.Equal("en", await LanguageAsync());

        // What the program did not hear of, the page of the bell makes good.
        await AskAsync<string>("UPDATE subscriber SET language = 'ps' RETURNING language");
        await her.PressesAsync("Home", "This chat is not secret");
        await her.WritesAsync("/bell", "The bell is on until");
        Assert.Equal("en", await LanguageAsync());
    }

    [Fact]
    public async Task A_line_that_came_before_she_chose_another_language_opens_in_the_new_one()
    {
        var her = await TurnOnAsync(DemoPeople.StudentAbroad, "English", "This chat is not secret", "Bell", "At any hour", "Turn the bell on", "The bell is on");
        her.Phone.Press(her.Panel.Id, "Sdanews.1", forged: true);
        await her.SeesAsync("This item was taken back");
        Assert.Equal("en", await LanguageAsync());
    }

    [Fact]
    public async Task Somebody_on_the_team_is_told_what_forget_leaves()
    {
        var volunteer = _bot.Person(DemoPeople.Volunteer);
        await volunteer.WritesAsync("/forget", "You stay on the team");
        Assert.Contains("until an owner removes you", volunteer.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocking_the_bot_removes_her_too()
    {
        var her = await TurnOnAsync(DemoPeople.StudentAbroad, "English", "This chat is not secret", "Bell", "At any hour", "Turn the bell on", "The bell is on");
        her.Phone.Block();
        for (var tries = 0; await CountAsync() > 0; tries++)
        {
            Assert.True(tries < 1200, "Her row is still there.");
            await Task.Delay(50);
        }
    }

    [Theory]
    [InlineData("/broadcast")]
    [InlineData("/stop")]
    public async Task For_a_visitor_there_is_no_such_command(string command)
    {
        var girl = _bot.Person(DemoPeople.StudentAbroad);
        await girl.ArrivesAsync("English", "This chat is not secret");
        await girl.WritesAsync(command, "Please use the buttons");
    }

    [Fact]
    public async Task Forged_presses_of_a_visitor_change_nothing()
    {
        await WriteAsync(_bot.Person(DemoPeople.Volunteer), "The DAAD round is open.");
        var girl = _bot.Person(DemoPeople.StudentAbroad);
        await girl.ArrivesAsync("English", "This chat is not secret");
        var actions = typeof(Conversations.Broadcasting.BroadcastPart).GetFields()
            .Where(field => field.IsLiteral && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.True(actions.Count > 30);
        foreach (var action in actions)
        {
            var answered = girl.Phone.Notices.Count;
            girl.Phone.Press(girl.Panel.Id, $"Bea{action}.1.e", forged: true);
            await girl.SeesAsync(hers => hers.Notices.Count > answered);
            Assert.Contains("This page is old", girl.Phone.Notices[^1].Text, StringComparison.Ordinal);
        }

        var broadcast = await _bot.Parts.GetRequiredService<ResourceBot.Broadcasts.BroadcastStore>().FindAsync(
            new ResourceBot.Broadcasts.BroadcastId(1), CancellationToken.None);
        Assert.Equal(ResourceBot.Broadcasts.BroadcastState.Asked, broadcast!.State);
        Assert.Null(await _bot.Parts.GetRequiredService<ResourceBot.Broadcasts.SendingStop>().FindAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_text_is_tested_on_oneself_and_previewed_as_each_reader_sees_it()
    {
        var writer = _bot.Person(DemoPeople.Volunteer);
        await DraftAsync(writer, "The DAAD round is open.");
        await writer.PressesAsync("👁 دری", "این متن تنها به این زبان است");
        Assert.Contains("۱ مورد تازه", writer.Screen, StringComparison.Ordinal);
        Assert.Contains("[ 🔔 زنگ ]", writer.Screen, StringComparison.Ordinal);
        await writer.PressesAsync("Back", "Draft");
        var before = writer.Phone.Received;
        await writer.PressesAsync("Send it to me", "In which language?");
        writer.Phone.PressLabel("English");
        await writer.SeesAsync(his => his.Received == before + 2);
        Assert.Contains(writer.Phone.Messages, message => message.Text == "1 new item");
    }

    [Fact]
    public async Task One_person_stops_everything_and_two_start_it_again()
    {
        var one = _bot.Person(DemoPeople.Volunteer);
        await ArriveAsync(one);
        await one.WritesAsync("/stop", "All sending is stopped");
        await one.PressesAsync("Start again: I ask", "asks to start again");
        Assert.DoesNotContain(one.Buttons, button => button.Contains("I agree", StringComparison.Ordinal));

        var two = _bot.Person(DemoPeople.SecondVolunteer);
        await ArriveAsync(two);
        await two.WritesAsync("/broadcast", "All sending is stopped");
        await two.PressesAsync("Start again", "asks to start again");
        await two.PressesAsync("I agree", "Sending goes on");
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private async Task<Visitor> TurnOnAsync(
        long who, string language, string home, string bellLabel, string anyHour, string turnOn, string isOn)
    {
        var her = _bot.Person(who);
        await her.ArrivesAsync(language, home);
        await her.PressesAsync(bellLabel, bellLabel);
        await her.PressesAsync(anyHour, bellLabel);
        await her.SeesAsync(_ => her.Buttons.Contains($"● {anyHour}"));
        return await her.PressesAsync(turnOn, isOn);
    }

    private static async Task DraftAsync(Visitor writer, string text)
    {
        await ArriveAsync(writer);
        await writer.WritesAsync("/broadcast", "Broadcasts");
        await writer.PressesAsync("New broadcast", "New broadcast");
        await writer.PressesAsync("Free text", "There is no text yet");
        await writer.PressesAsync("✎ English", "Write the text");
        await writer.WritesAsync(text, text);
    }

    private static async Task WriteAsync(Visitor writer, string text)
    {
        await DraftAsync(writer, text);
        await writer.PressesAsync("Ask a second person", "A second person must read");
        Assert.DoesNotContain(writer.Buttons, button => button.Contains("Approve", StringComparison.Ordinal));
    }

    private static async Task ArriveAsync(Visitor staff)
    {
        if (staff.Phone.LastFromBot is null) await staff.ArrivesAsync("English", "This chat is not secret");
    }

    private async Task AddStaffAsync(long chat) => await _bot.Parts.GetRequiredService<Database>().WriteAsync(
        transaction => _bot.Parts.GetRequiredService<StaffStore>().AddAsync(
            transaction, new ChatId(chat), Role.Volunteer, isFixed: false, CancellationToken.None), CancellationToken.None);

    private Task<string> LanguageAsync() => AskAsync<string>("SELECT language FROM subscriber");

    private async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await _bot.Parts.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    private async Task<long> CountAsync() =>
        (await _bot.Parts.GetRequiredService<ResourceBot.Broadcasts.Subscribers.SubscriberStore>().CountAsync(CancellationToken.None)).All;
}
