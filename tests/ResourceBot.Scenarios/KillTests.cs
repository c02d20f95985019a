using ResourceBot.LocalTelegram;
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
        // What was being sent at the moment of a kill may have come twice; nothing else.
        Assert.InRange(people.Sum(person => person.Received) - people.Count, 0, kills * 300);
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

    private Task<BuiltProgram> StartAsync() => BuiltProgram.StartReadyAsync(_telegram, _folder);
}
