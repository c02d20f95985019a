using Dapper;
using Microsoft.Extensions.DependencyInjection;
using ResourceBot.Broadcasts;
using ResourceBot.Chat;
using ResourceBot.LocalTelegram.People;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Scenarios.Broadcasts;

/// <summary>What those who write and approve broadcasts are shown, offered and refused.</summary>
public sealed class WriterTests : IAsyncLifetime
{
    private Bot _bot = null!;
    private Visitor _writer = null!;

    public async Task InitializeAsync()
    {
        _bot = await Bot.StartAsync();
        foreach (var chat in (long[])[DemoPeople.Volunteer, DemoPeople.SecondVolunteer])
        {
            await _bot.Parts.GetRequiredService<Database>().WriteAsync(
                transaction => _bot.Parts.GetRequiredService<StaffStore>().AddAsync(
                    transaction, new ChatId(chat), Role.Volunteer, isFixed: false, CancellationToken.None), CancellationToken.None);
        }

        _writer = _bot.Person(DemoPeople.Volunteer);
        await _writer.ArrivesAsync("English", "This chat is not secret");
    }

    [Fact]
    public async Task What_goes_out_can_be_read_after_the_approval_too()
    {
        await DraftAsync("The DAAD round is open: https://www.daad.de");
        await _writer.PressesAsync("Ask a second person", "A second person must read");
        var second = _bot.Person(DemoPeople.SecondVolunteer);
        await second.ArrivesAsync("English", "This chat is not secret");
        await second.WritesAsync("/broadcast", "Broadcasts");
        await second.PressesAsync("Broadcast 1", "The DAAD round is open");
        await second.PressesAsync("Approve and send", "Approved");
        await second.SeesAsync(_ => !second.Buttons.Any(button => button.Contains("Approve and send", StringComparison.Ordinal)));

        Assert.Contains("The DAAD round is open", second.Screen, StringComparison.Ordinal);
        Assert.Contains("www.daad.de", second.Screen, StringComparison.Ordinal);
        Assert.Contains("Audience:", second.Screen, StringComparison.Ordinal);
        await second.PressesAsync("👁 English", "Whoever chose the text itself gets this");
    }

    [Fact]
    public async Task An_hour_that_has_passed_is_not_taken_and_says_so()
    {
        await DraftAsync("The DAAD round is open.");
        var yesterday = (DateOnly.FromDateTime(DateTime.UtcNow).DayNumber - 1) * 24L + 9;
        Press($"Beatime.1.{yesterday}");
        await _writer.SeesAsync("This time has passed");
        Assert.Null((await FindAsync()).SendAt);
    }

    [Fact]
    public async Task A_request_that_nobody_answered_can_be_made_again()
    {
        await DraftAsync("The DAAD round is open.");
        await _writer.PressesAsync("Ask a second person", "A second person must read");
        await using (var connection = await _bot.Parts.GetRequiredService<Database>().OpenAsync(CancellationToken.None))
            await connection.ExecuteAsync("UPDATE approval SET expires_at = '2026-01-01T00:00:00.000Z'");

        await _writer.WritesAsync("/broadcast", "Broadcasts");
        await _writer.PressesAsync("Broadcast 1", "It is a draft again");
        await _writer.PressesAsync("Ask a second person", "A second person must read");
    }

    [Fact]
    public async Task Whoever_approves_reads_too_that_nobody_compared_the_entry()
    {
        await _writer.WritesAsync("/broadcast", "Broadcasts");
        await _writer.PressesAsync("New broadcast", "New broadcast");
        await _writer.PressesAsync("From an entry", "Write words of the entry");
        await _writer.WritesAsync("scholarship", "Write words of the entry");
        await _writer.SeesAsync(_ => _writer.Panel.Buttons.Count > 1);
        _writer.Phone.Press(_writer.Panel.Id, _writer.Panel.Buttons[0][0].Value);
        await _writer.SeesAsync("No person has compared this entry");
        await _writer.PressesAsync("Ask a second person", "A second person must read");

        var second = _bot.Person(DemoPeople.SecondVolunteer);
        await second.ArrivesAsync("English", "This chat is not secret");
        await second.WritesAsync("/broadcast", "Broadcasts");
        await second.PressesAsync("Broadcast 1", "No person has compared this entry");
    }

    [Fact]
    public async Task Empty_texts_and_empty_audiences_are_refused_in_the_right_words()
    {
        await DraftAsync("The DAAD round is open.");
        await _writer.PressesAsync("✓ English", "Write the text");
        await _writer.WritesAsync("\u2067", "Write a text first");
        await _writer.PressesAsync("Back", "Draft");

        await _writer.PressesAsync("Audience", "Audience");
        await _writer.SeesAsync(_ => _writer.Buttons.Contains("✓ دری"));
        await _writer.PressesAsync("✓ دری", "Audience");
        await _writer.SeesAsync(_ => !_writer.Buttons.Contains("✓ دری"));
        await _writer.PressesAsync("✓ پښتو", "Audience");
        await _writer.SeesAsync(_ => !_writer.Buttons.Contains("✓ پښتو"));
        await _writer.PressesAsync("✓ English", "Audience");
        await _writer.SeesAsync("At least one must stay chosen");
        Assert.Single((await FindAsync()).Audience.Languages);
    }

    [Fact]
    public async Task The_rule_for_a_missing_text_shows_which_one_holds()
    {
        await DraftAsync("The DAAD round is open.");
        Assert.Contains("● No text in her language: another one", _writer.Buttons);
        await _writer.PressesAsync("No text in her language: nothing", "Draft");
        await _writer.SeesAsync(_ => _writer.Buttons.Contains("● No text in her language: nothing"));
        Assert.Equal(MissingText.Skip, (await FindAsync()).Missing);
    }

    [Fact]
    public async Task Nobody_agrees_to_her_own_restart_and_the_words_fit()
    {
        await _writer.WritesAsync("/stop", "All sending is stopped");
        await _writer.PressesAsync("Start again: I ask", "asks to start again");
        Press("Beastarty");
        await _writer.SeesAsync("You asked for this yourself");
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private void Press(string code) => _writer.Phone.Press(_writer.Panel.Id, code, forged: true);

    private async Task<Broadcast> FindAsync() =>
        (await _bot.Parts.GetRequiredService<BroadcastStore>().FindAsync(new BroadcastId(1), CancellationToken.None))!;

    private async Task DraftAsync(string text)
    {
        await _writer.WritesAsync("/broadcast", "Broadcasts");
        await _writer.PressesAsync("New broadcast", "New broadcast");
        await _writer.PressesAsync("Free text", "There is no text yet");
        await _writer.PressesAsync("✎ English", "Write the text");
        await _writer.WritesAsync(text, text);
    }
}
