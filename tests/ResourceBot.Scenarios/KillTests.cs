using System.Globalization;
using Microsoft.Data.Sqlite;
using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.Faults;
using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Scenarios;

/// <summary>kill -9 at any moment: nobody who wrote stays without an answer.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private const long First = 50_001;
    private readonly string _folder = Directory.CreateTempSubdirectory("resourcebot-kill-").FullName;
    private LocalTelegramServer _telegram = null!;

    public async Task InitializeAsync()
    {
        _telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0", Limits = false });
        _telegram.AddPeople(First, 500, started: false);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_500_updates_it_answers_every_person_after_the_restart()
    {
        var program = await StartAsync();
        var people = Enumerable.Range(0, 500).Select(number => _telegram.Person(First + number, RunSettings.Token)).ToList();
        foreach (var person in people) person.Send("/start");

        var kills = 0;
        for (var answered = 0; kills < 3; answered = people.Count(person => person.LastFromBot is not null))
        {
            if (answered > 100 * (kills + 1))
            {
                await program.KillAsync();
                await program.DisposeAsync();
                kills++;
                program = await StartAsync();
            }

            await Task.Delay(5);
        }

        Assert.Contains(people, person => person.LastFromBot is not null);
        // Her own message goes while the answer comes, whichever is first.
        foreach (var person in people)
            await person.WaitForAsync(her => her.LastFromBot is not null && her.Messages.All(message => message.FromBot), TimeSpan.FromSeconds(60));
        // What was being sent at the moment of a kill may have come twice; no more is on its way than BotClient has connections (128).
        Assert.InRange(people.Sum(person => person.Received) - people.Count, 0, kills * 128);
        await program.DisposeAsync();
    }

    [Fact]
    public async Task Told_to_stop_in_the_middle_it_finishes_what_it_holds_and_sends_nothing_twice()
    {
        var program = await StartAsync();
        var people = Enumerable.Range(0, 300).Select(number => _telegram.Person(First + number, RunSettings.Token)).ToList();
        foreach (var person in people) person.Send("/start");
        await people[100].WaitForAsync(her => her.LastFromBot is not null, TimeSpan.FromSeconds(60));

        Assert.InRange(await program.TerminateAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(10.5));
        await program.DisposeAsync();
        program = await StartAsync();

        foreach (var person in people) await person.WaitForAsync(her => her.LastFromBot is not null, TimeSpan.FromSeconds(60));
        Assert.Equal(people.Count, people.Sum(person => person.Received));
        await program.DisposeAsync();
    }

    [Fact]
    public async Task However_often_it_is_killed_before_it_could_answer_everybody_is_answered_in_the_end()
    {
        var people = Enumerable.Range(0, 40).Select(number => _telegram.Person(First + number, RunSettings.Token)).ToList();
        foreach (var person in people) person.Send("/start");
        var stuck = _telegram.Faults.SwitchOn(new Fault(FaultKind.Slow, "sendMessage", DelayMilliseconds: 60_000));
        for (var kills = 0; kills < 5; kills++)
        {
            var program = await StartAsync();
            await CountsAsync("SELECT COUNT(*) FROM inbox WHERE sealed IS NOT NULL", people.Count);
            await program.KillAsync();
            await program.DisposeAsync();
        }

        _telegram.Faults.SwitchOff(stuck);
        await using var last = await StartAsync();
        foreach (var person in people) await person.WaitForAsync(her => her.LastFromBot is not null, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Killed_between_an_effect_and_its_answer_it_does_nothing_twice_and_says_that_it_is_done()
    {
        var people = Enumerable.Range(0, 40).Select(number => new Visitor(_telegram.Person(First + number, RunSettings.Token))).ToList();
        var program = await StartAsync();
        foreach (var person in people) person.Phone.Send("/suggest");
        foreach (var person in people) await person.SeesAsync(her => her.LastFromBot is not null && her.Messages.All(message => message.FromBot));

        var stuck = _telegram.Faults.SwitchOn(new Fault(FaultKind.Slow, "editMessageText", DelayMilliseconds: 60_000));
        foreach (var person in people) person.Phone.Send("A school for girls");
        await CountsAsync("SELECT COUNT(*) FROM suggestion", people.Count);
        await program.KillAsync();
        await program.DisposeAsync();
        _telegram.Faults.SwitchOff(stuck);

        await using var after = await StartAsync();
        foreach (var person in people)
            await person.SeesAsync(her => her.Messages is [{ FromBot: true } only] && only.Text.Contains("کار آخر شما ثبت شد", StringComparison.Ordinal));
        await CountsAsync("SELECT COUNT(*) FROM suggestion", people.Count);
    }

    [Fact]
    public async Task With_a_token_that_is_taken_back_it_ends_and_with_a_good_one_it_answers_whoever_wrote()
    {
        var people = Enumerable.Range(0, 20).Select(number => _telegram.Person(First + number, RunSettings.Token)).ToList();
        var refused = _telegram.Faults.SwitchOn(new Fault(FaultKind.Unauthorized, "sendMessage"));
        await using (var program = await StartAsync())
        {
            foreach (var person in people) person.Send("/start");
            Assert.Equal(78, await program.EndAsync());
        }

        _telegram.Faults.SwitchOff(refused);
        await using var after = await StartAsync();
        foreach (var person in people) await person.WaitForAsync(her => her.LastFromBot is not null, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Buttons_from_before_a_restart_still_work()
    {
        var girl = new Visitor(_telegram.Person(DemoPeople.GirlInKabul, RunSettings.Token));
        await using (await StartAsync()) await girl.ArrivesAsync("دری", "این چت محرمانه نیست");
        await using (await StartAsync())
        {
            var panel = girl.Panel.Id;
            await girl.PressesAsync("موضوع‌ها", "دنبال چه هستید؟");
            Assert.Equal(panel, girl.Panel.Id);
            await girl.WritesAsync("انگلیسی", "نتیجه");
            Assert.Single(girl.Phone.Messages);
        }
    }

    [Fact]
    public async Task A_dot_clears_also_what_stood_there_before_a_restart()
    {
        var girl = new Visitor(_telegram.Person(DemoPeople.GirlInKabul, RunSettings.Token));
        await using (await StartAsync()) await girl.ArrivesAsync("دری", "این چت محرمانه نیست");
        await using (await StartAsync())
        {
            girl.Phone.Send(".");
            await girl.Phone.WaitForAsync(her => her.Messages.Count == 1 && her.LastFromBot!.Text.Contains('×', StringComparison.Ordinal));
        }
    }

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task CountsAsync(string query, int expected)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "bot.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        for (var wait = 0; Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) != expected; wait++)
        {
            Assert.True(wait < 1200, $"{query}: {await command.ExecuteScalarAsync()}");
            await Task.Delay(50);
        }
    }

    private Task<BuiltProgram> StartAsync() => BuiltProgram.StartReadyAsync(_telegram, _folder);
}
