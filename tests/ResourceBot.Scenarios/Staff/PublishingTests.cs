using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Scenarios.Staff;

/// <summary>From the first word of an admin to what a girl reads, and back.</summary>
public sealed class PublishingTests : IAsyncLifetime
{
    private StaffTeam _team = null!;

    public async Task InitializeAsync() => _team = await StaffTeam.StartAsync();

    [Fact]
    public async Task What_one_admin_wrote_and_another_approved_a_girl_reads()
    {
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        await writer.WritesEntryAsync();
        await writer.PressesAsync("Preview: Dari", "هنوز ترجمه نشده");
        Assert.Contains("New women's grant", writer.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("بررسی توسط انسان: هنوز نه", writer.Screen, StringComparison.Ordinal);
        await writer.PressesAsync("Back", "Nothing is missing.");
        await writer.PressesAsync("Send for review", "A second person must read");

        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync($"/start r_{Writing.Slug}", "no longer here");

        var second = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        await second.PressesAsync("To review (1)", "To review");
        await second.PressesAsync(Writing.Title, "What changes:");
        Assert.Contains("new.example.org", second.Screen, StringComparison.Ordinal);
        Assert.Contains("only one source", second.Screen, StringComparison.Ordinal);
        await second.PressesAsync("Approve and publish", "Visitors see it now");

        await girl.WritesAsync($"/start r_{Writing.Slug}", "Pays a year of study online.");
        Assert.Contains("31 December 2099", girl.Screen, StringComparison.Ordinal);
        Assert.Contains("open inside Afghanistan", girl.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Compared by a person: not yet", girl.Screen, StringComparison.Ordinal);
        await girl.FindsAsync("new women's grant example foundation", Writing.Title);

        var trail = await writer.WritesAsync("/audit", "approved and published");
        Assert.Contains("sent for review", trail.Screen, StringComparison.Ordinal);
        await trail.PressesAsync("Check the chain", "fit together");
    }

    [Fact]
    public async Task Nobody_approves_what_she_wrote_herself()
    {
        var writer = await SentAsync();

        await writer.OpensAsync("/review", "To review");
        await writer.PressesAsync(Writing.Title, "What changes:");
        await writer.PressesAsync("Approve and publish", "A second person must approve it");

        Assert.Equal(0, await PublishedAsync());
    }

    [Fact]
    public async Task What_was_sent_back_says_why_and_can_be_sent_again()
    {
        var writer = await SentAsync();
        var second = await ReadingAsync(DemoPeople.SecondAdmin);
        await second.PressesAsync("Send back", "Why does it go back?");
        await second.PressesAsync("a fact is wrong", "It went back to its writer");

        await writer.OpensAsync("/drafts", "Drafts");
        await writer.PressesAsync(Writing.Title, "Sent back: a fact is wrong");
        await writer.PressesAsync("Send for review", "A second person must read");
        Assert.Equal(1, await _team.ReadAsync<long>("SELECT COUNT(*) FROM approval WHERE state = 'open'"));
        Assert.Equal(0, await PublishedAsync());
    }

    [Fact]
    public async Task Of_two_who_approve_at_once_one_publishes()
    {
        await SentAsync();
        var second = await ReadingAsync(DemoPeople.SecondAdmin);
        var owner = await ReadingAsync(DemoPeople.Owner);

        second.Phone.PressLabel("Approve and publish");
        owner.Phone.PressLabel("Approve and publish");
        await Task.WhenAll(second.SeesAsync(_ => Answered(second)), owner.SeesAsync(_ => Answered(owner)));

        string[] screens = [second.Screen, owner.Screen];
        Assert.Single(screens, screen => screen.Contains("Visitors see it now", StringComparison.Ordinal));
        Assert.Single(screens, screen => screen.Contains("does not wait for approval any more", StringComparison.Ordinal));
        Assert.Equal(1, await PublishedAsync());
        Assert.Equal(1, await _team.ReadAsync<long>("SELECT COUNT(*) FROM audit WHERE deed = 'entry-published'"));

        static bool Answered(Visitor she) => she.Screen.Contains("see it now", StringComparison.Ordinal) || she.Screen.Contains("any more", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_after_reading_makes_the_approval_void()
    {
        var writer = await SentAsync();
        var second = await ReadingAsync(DemoPeople.SecondAdmin);

        Assert.Contains("A change ends the wait for approval", writer.Screen, StringComparison.Ordinal);
        await writer.OpensFieldAsync("Title (English)");
        Assert.Contains("A change ends the wait for approval", writer.Screen, StringComparison.Ordinal);
        await writer.WritesAsync("Something else entirely", "Saved. It does not wait for approval any more");
        await second.PressesAsync("Approve and publish", "does not wait for approval any more");

        await writer.OpensAsync("/drafts", "Drafts");
        await writer.PressesAsync("Something else entirely", "Nothing is missing");
        await writer.PressesAsync("Send for review", "A second person must read");
        Assert.Equal(0, await PublishedAsync());
        await second.OpensAsync("/review", "To review");
        await second.PressesAsync("Something else entirely", "What changes:");
        await second.PressesAsync("Approve and publish", "Visitors see it now");
        Assert.Equal(1, await PublishedAsync());
    }

    [Fact]
    public async Task An_old_approve_button_does_not_approve_what_was_sent_later()
    {
        var writer = await SentAsync();
        var second = await ReadingAsync(DemoPeople.SecondAdmin);
        var old = second.Panel.Buttons.SelectMany(row => row).First(button => button.Text.Contains("Approve", StringComparison.Ordinal)).Value;
        await writer.OpensFieldAsync("Title (English)");
        await writer.WritesAsync("Something else entirely", "Saved.");
        await writer.PressesAsync("Back", "Nothing is missing");
        await writer.PressesAsync("Send for review", "A second person must read");

        second.Phone.Press(second.Panel.Id, old);
        await second.SeesAsync("It is not what you read any more");

        Assert.Equal(0, await PublishedAsync());
    }

    [Fact]
    public async Task A_draft_goes_on_after_a_restart_where_it_stood()
    {
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        await writer.WritesAsync("/add", "Send the address of the official page first");
        await writer.WritesAsync("new.example.org/apply", "Nothing like it is in the catalogue");
        await writer.PressesAsync("Continue", "Step 2 of");
        await writer.PressesAsync("scholarship", "Step 3 of");
        await writer.PressesAsync("Skip", "Step 4 of");

        await _team.RestartAsync();
        writer = _team.Person(DemoPeople.Admin);
        await writer.PressesAsync("Step back", "Step 3 of");
        await writer.PressesAsync("Skip", "Step 4 of");
        await writer.WritesAsync("Example Foundation", "Step 5 of");
        await writer.OpensAsync("/drafts", "Drafts");
        await writer.PressesAsync("(no title yet)", "Still missing: Topics");
        await writer.PressesAsync("Continue the form", "Step 5 of");
    }

    [Fact]
    public async Task A_link_that_is_here_already_shows_its_entry_before_anything_is_typed()
    {
        var link = await _team.ReadAsync<string>("SELECT link FROM resource WHERE link LIKE 'https://www.%' ORDER BY id LIMIT 1");
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);

        await writer.WritesAsync("/add", "Send the address of the official page first");
        await writer.WritesAsync(link.Replace("https://www.", "http://", StringComparison.Ordinal) + "?utm_source=mail", "The same page is here already");
        await writer.PressesAsync("Discard the draft", "Discard this draft?");
        await writer.PressesAsync("Discard the draft", "The draft is gone.");

        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM draft"));
    }

    [Fact]
    public async Task A_single_field_of_a_published_entry_is_changed_and_taken_back_again()
    {
        const string slug = "learn-afghanistan";
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        var second = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync($"/start r_{slug}", "LEARN (Pashtana Durrani)");

        await writer.WritesAsync($"/edit {slug}", "Published");
        await writer.PressesAsync("Edit", "Change of an entry");
        await writer.OpensFieldAsync("Organisation");
        await writer.WritesAsync("LEARN Afghanistan", "Saved.");
        await writer.PressesAsync("Back", "Nothing is missing");
        await writer.PressesAsync("Send for review", "A second person must read");
        await ApproveAsync(second);
        await girl.WritesAsync($"/start r_{slug}", "LEARN Afghanistan");

        await writer.WritesAsync($"/edit {slug}", "Published");
        await writer.PressesAsync("History", "History");
        await writer.PressesAsync("as it was before the first change", "What changes:");
        await writer.PressesAsync("Go back to this version", "A draft with that version is ready");
        await writer.PressesAsync("Send for review", "A second person must read");
        await ApproveAsync(second);

        await girl.WritesAsync($"/start r_{slug}", "LEARN (Pashtana Durrani)");
        Assert.Equal(3, await _team.ReadAsync<long>("SELECT COUNT(*) FROM resource_history"));
    }

    [Fact]
    public async Task What_is_retired_is_gone_at_once_and_comes_back_through_a_second_person()
    {
        const string slug = "learn-afghanistan";
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);

        await writer.WritesAsync($"/edit {slug}", "Published");
        await writer.PressesAsync("Retire", "Retire this entry?");
        await writer.PressesAsync("Retire", "Retired.");
        await girl.WritesAsync($"/start r_{slug}", "no longer here");
        await _team.RestartAsync();
        (writer, girl) = (_team.Person(DemoPeople.Admin), _team.Person(DemoPeople.StudentAbroad));
        await girl.WritesAsync($"/start r_{slug}", "no longer here");

        await writer.PressesAsync("Bring it back", "Change of an entry");
        await writer.PressesAsync("Send for review", "A second person must read");
        await ApproveAsync(await _team.AtWorkAsync(DemoPeople.SecondAdmin));
        await girl.WritesAsync($"/start r_{slug}", "LEARN (Pashtana Durrani)");
    }

    [Fact]
    public async Task A_team_of_one_publishes_alone_when_the_owner_says_so_and_every_page_tells()
    {
        var owner = await _team.AtWorkAsync(DemoPeople.Owner);
        await owner.OpensAsync("/team", "Team");
        await owner.PressesAsync("Turn solo mode on", "Use it only while you are alone");
        await owner.PressesAsync("Turn solo mode on", "Solo mode: one person may publish alone.");
        await owner.WritesEntryAsync();
        Assert.Contains("Solo mode", owner.Screen, StringComparison.Ordinal);
        await owner.PressesAsync("Preview: English", "Pays a year");
        Assert.Contains("Solo mode", owner.Screen, StringComparison.Ordinal);
        await owner.PressesAsync("Back", "Nothing is missing.");
        await owner.PressesAsync("Send for review", "In solo mode you may read and approve it yourself");
        Assert.DoesNotContain("second person", owner.Screen, StringComparison.Ordinal);
        await owner.PressesAsync("Read and approve", "What changes:");
        await owner.PressesAsync("Approve and publish", "Visitors see it now");

        Assert.Equal(1, await PublishedAsync());
    }

    [Fact]
    public async Task From_the_page_of_a_waiting_draft_a_second_person_goes_on_to_read_it_and_its_writer_does_not()
    {
        var writer = await SentAsync();
        Assert.DoesNotContain(writer.Buttons, button => button.Contains("Read and approve", StringComparison.Ordinal));
        var second = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        await second.OpensAsync("/drafts", "Drafts");
        await second.PressesAsync(Writing.Title, "Waits for a second person, until");
        await second.PressesAsync("Read and approve", "What changes:");
        await second.PressesAsync("Approve and publish", "Visitors see it now");
    }

    [Fact]
    public async Task A_request_that_nobody_looked_at_in_time_does_not_look_as_if_it_waited()
    {
        var writer = await SentAsync();
        await writer.OpensAsync("/drafts", "Drafts");
        Assert.Contains(writer.Buttons, button => button.StartsWith('⏳'));
        await _team.WriteAsync("UPDATE approval SET expires_at = '2020-01-01T00:00:00Z'");
        await writer.OpensAsync("/drafts", "Drafts");

        Assert.Contains(writer.Buttons, button => button.StartsWith('⌛'));
        await writer.PressesAsync(Writing.Title, "Nobody looked at it within 24 hours");
        await writer.PressesAsync("Send for review", "A second person must read");
    }

    [Fact]
    public async Task What_is_published_in_one_language_waits_for_the_others()
    {
        await SentAsync();
        var second = await ReadingAsync(DemoPeople.SecondAdmin);
        await second.PressesAsync("Approve and publish", "Visitors see it now");
        var girl = await _team.Person(DemoPeople.PashtoSpeaker).ArrivesAsync("پښتو", "دا چټ پټ نه دی");
        await girl.WritesAsync($"/start r_{Writing.Slug}", "انګلیسي");

        await second.OpensAsync("/translations", "Translations");
        await second.PressesAsync("Pashto: missing", "Pashto: missing");
        await second.PressesAsync(Writing.Title, "Pashto: missing\nEnglish: original");
        await second.PressesAsync("Edit", "Change of an entry");
        foreach (var text in (string[])["Title (Pashto)", "Summary (Pashto)", "Who can apply (Pashto)", "How to apply (Pashto)"])
        {
            await second.OpensAsync("/drafts", "Drafts");
            await second.PressesAsync(Writing.Title, "Change of an entry");
            await second.OpensFieldAsync(text);
            await second.WritesAsync("د نجونو نوی بورس", "Saved.");
        }

        await second.OpensAsync("/drafts", "Drafts");
        await second.PressesAsync(Writing.Title, "Nothing is missing");
        await second.PressesAsync("Send for review", "A second person must read");
        await ApproveAsync(await _team.AtWorkAsync(DemoPeople.Admin));
        await girl.WritesAsync($"/start r_{Writing.Slug}", "د نجونو نوی بورس");
        Assert.Contains("د انسان ژباړه", girl.Screen, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();

    private async Task<Visitor> SentAsync()
    {
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        await writer.WritesEntryAsync();
        return await writer.PressesAsync("Send for review", "A second person must read");
    }

    private async Task<Visitor> ReadingAsync(long person)
    {
        var reader = await _team.AtWorkAsync(person);
        await reader.OpensAsync("/review", "To review");
        return await reader.PressesAsync(Writing.Title, "What changes:");
    }

    private static async Task ApproveAsync(Visitor second)
    {
        await second.OpensAsync("/review", "To review");
        await second.PressesAsync(second.Buttons[0], "Mark of this text");
        await second.PressesAsync("Approve and publish", "Visitors see it now");
    }

    private Task<long> PublishedAsync() => _team.ReadAsync<long>("SELECT COUNT(*) FROM resource WHERE link = 'https://new.example.org/apply'");
}
