using OtpNet;
using ResourceBot.Conversations;
using ResourceBot.Conversations.Admins;
using ResourceBot.LocalTelegram.People;
using ResourceBot.People;

namespace ResourceBot.Scenarios.Staff;

/// <summary>Who gets in, who is out, and that for everybody else there is nothing.</summary>
public sealed class RightsTests : IAsyncLifetime
{
    private StaffTeam _team = null!;

    public async Task InitializeAsync() => _team = await StaffTeam.StartAsync();

    [Fact]
    public async Task The_owner_invites_an_admin_with_a_link_that_works_once()
    {
        var owner = await _team.AtWorkAsync(DemoPeople.Owner);
        await owner.OpensAsync("/team", "Team");
        await owner.PressesAsync("Invite: volunteer", "Send this link to one person");
        var start = owner.Screen.Split('\n').Single(line => line.StartsWith("/start i_", StringComparison.Ordinal)).Trim();

        var volunteer = await _team.ArrivesAsync(DemoPeople.Volunteer);
        await volunteer.WritesAsync(start, "From now on you are");
        var another = await _team.ArrivesAsync(DemoPeople.SecondVolunteer);
        await another.WritesAsync(start, "Please use the buttons");

        Assert.Equal(Role.Volunteer, (await _team.MemberAsync(DemoPeople.Volunteer)).Role);
        await another.WritesAsync("/staff", "Please use the buttons");
        await volunteer.WritesAsync("/add", "Please use the buttons");
    }

    [Fact]
    public async Task For_a_visitor_every_command_of_staff_is_garbled_text()
    {
        var girl = await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await girl.WritesAsync("/nosuchcommand", "Please use the buttons");
        var garbled = girl.Screen;

        foreach (var command in Commands.All.Where(command => command.Needs is not null))
        {
            await girl.PressesAsync("Help", "How this works");
            await girl.PressesAsync("Home", "This chat is not secret");
            await girl.WritesAsync("/" + command.Name, "Please use the buttons");
            Assert.Equal(garbled, girl.Screen);
        }
    }

    [Fact]
    public async Task Not_even_an_owner_breaks_anything_with_forged_presses_and_typed_nonsense()
    {
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        await writer.WritesEntryAsync();
        var owner = await _team.AtWorkAsync(DemoPeople.Owner);
        string[] rests =
        [
            "", ".0", ".1", ".-1", ".1.1", ".1.kind.f.contact", ".1.nofield.f.x", ".1.topics.o.scholarships", ".1.evidence.f.", ".1.prs",
            ".prs.4.0", ".xx.9.9", ".1.0123456789ab", ".9999.!!!!", ".99999999999999999999", "...", ".team.x.y.z",
        ];
        foreach (var action in _team.Part<StaffPart>().StaffActions.Keys)
        {
            foreach (var rest in rests)
            {
                var notice = await owner.ForgesAsync($"Aea{action}{rest}");
                Assert.NotEqual("Something went wrong. Please try again.", notice);
            }

            await owner.ForgesAsync($"Aea{action}.1.kind");
            var typed = owner.Phone.Send("؟؟ \u202E 12345678901234567890 <b>");
            await owner.SeesAsync(phone => phone.Messages.All(message => message.Id != typed));
            Assert.DoesNotContain("Something went wrong", owner.Screen, StringComparison.Ordinal);
        }

        Assert.Equal(Role.Owner, (await _team.MemberAsync(DemoPeople.Owner)).Role);
    }

    [Fact]
    public async Task Whoever_is_revoked_in_the_middle_of_a_form_writes_nothing_more()
    {
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        await writer.WritesAsync("/add", "Send the address of the official page first");
        await writer.WritesAsync("new.example.org/apply", "Nothing like it is in the catalogue");
        await writer.PressesAsync("Continue", "Step 2 of");
        await writer.PressesAsync("scholarship", "Step 3 of");
        var alias = (await _team.MemberAsync(DemoPeople.Admin)).Alias;

        var owner = await _team.AtWorkAsync(DemoPeople.Owner);
        await owner.OpensAsync("/team", "Team");
        await owner.PressesAsync(alias, "since");
        await owner.PressesAsync("Remove from the team", "All her rights end at once");
        await owner.PressesAsync("Remove from the team", "is not on the team any more");

        var body = await _team.ReadAsync<string>("SELECT body FROM draft");
        await writer.PressesAsync("Skip", "This chat is not secret");
        await writer.WritesAsync("Example Foundation", "Search");
        await writer.WritesAsync("/drafts", "Please use the buttons");
        Assert.Equal(body, await _team.ReadAsync<string>("SELECT body FROM draft"));

        var second = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        await second.OpensAsync("/drafts", "Drafts");
        await second.PressesAsync("(no title yet)", "Still missing");
        await second.PressesAsync("Go on with it", "Still missing");
        await second.SeesAsync(_ => second.Buttons.Any(button => button.Contains("Continue the form", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_approver_who_is_revoked_with_the_button_before_her_approves_nothing()
    {
        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        await writer.WritesEntryAsync();
        await writer.PressesAsync("Send for review", "A second person must read");
        var second = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        await second.OpensAsync("/review", "To review");
        await second.PressesAsync(Writing.Title, "What changes:");

        await _team.RevokeAsync(DemoPeople.SecondAdmin);
        await second.PressesAsync("Approve and publish", "This chat is not secret");

        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM resource WHERE slug = 'new-women-s-grant'"));
    }

    [Fact]
    public async Task The_last_owner_cannot_lock_everybody_out()
    {
        var alias = (await _team.MemberAsync(DemoPeople.Owner)).Alias;
        var owner = await _team.AtWorkAsync(DemoPeople.Owner);
        await owner.OpensAsync("/team", "Team");
        await owner.PressesAsync(alias, "Staff:Owners");

        await owner.ForgesAsync($"Aeadorevoke.{(await _team.MemberAsync(DemoPeople.Owner)).Id.Value}");

        Assert.Equal(Role.Owner, (await _team.MemberAsync(DemoPeople.Owner)).Role);
    }

    [Fact]
    public async Task Where_the_second_factor_is_required_nothing_is_published_without_a_code()
    {
        var owner = await _team.AtWorkAsync(DemoPeople.Owner);
        await owner.OpensAsync("/team", "Team");
        await owner.PressesAsync("Require the second factor", "Set up your own second factor first.");
        await owner.OpensAsync("/staff", "Staff");
        await owner.PressesAsync("Second factor", "An authenticator app");
        await owner.PressesAsync("Set it up", "Put this key into the app");
        var key = owner.Screen.Split('\n').Single(line => line.Length == 32 && line.All(char.IsAsciiLetterOrDigit));
        await owner.WritesAsync("000000", "That code is not right");
        Assert.Contains(key, owner.Screen, StringComparison.Ordinal);
        await owner.WritesAsync("what is a code", "This does not count as a try");
        await owner.OpensAsync("/staff", "Staff");
        await owner.PressesAsync("Second factor", "An authenticator app");
        await owner.PressesAsync("Set it up", key);
        await owner.WritesAsync(Code(key, 0), "Your second factor works");
        await owner.OpensAsync("/team", "Team");
        await owner.PressesAsync("Require the second factor", "Team");
        await owner.SeesAsync(_ => owner.Buttons.Contains("Do not require the second factor"));

        var writer = await _team.AtWorkAsync(DemoPeople.Admin);
        await writer.WritesEntryAsync();
        await writer.PressesAsync("Send for review", "A second person must read");
        var second = await _team.AtWorkAsync(DemoPeople.SecondAdmin);
        await second.OpensAsync("/review", "To review");
        await second.PressesAsync(Writing.Title, "What changes:");
        await second.PressesAsync("Approve and publish", "This needs the second factor");
        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM resource WHERE slug = 'new-women-s-grant'"));

        // The owner has confirmed a moment ago, and is let through.
        await owner.OpensAsync("/review", "To review");
        await owner.PressesAsync(Writing.Title, "What changes:");
        await owner.PressesAsync("Approve and publish", "Visitors see it now");
    }

    [Fact]
    public async Task Where_the_second_factor_is_required_no_role_no_rule_and_no_broadcast_goes_without_a_code()
    {
        await _team.AddAsync(DemoPeople.Volunteer, Role.Volunteer);
        await _team.WriteAsync("UPDATE staff_rules SET second_factor = 1");
        var admin = (await _team.MemberAsync(DemoPeople.Admin)).Id.Value;
        var owner = await _team.AtWorkAsync(DemoPeople.Owner);
        foreach (var code in (string[])["Aeainvite.owner", $"Aearole.{admin}.owner", $"Aeadorevoke.{admin}", $"Aeaunfactor.{admin}", "Aeadosolo", "Aearule.off"])
            await AskedForCodeAsync(owner, code);
        var volunteer = await _team.AtWorkAsync(DemoPeople.Volunteer);
        foreach (var code in (string[])["Beaok.1.0123456789ab", "Beastarty"]) await AskedForCodeAsync(volunteer, code);

        Assert.Equal(Role.Admin, (await _team.MemberAsync(DemoPeople.Admin)).Role);
        Assert.Equal(0, await _team.ReadAsync<long>("SELECT COUNT(*) FROM staff_invite"));
        Assert.Equal(1, await _team.ReadAsync<long>("SELECT second_factor - solo FROM staff_rules"));

        static async Task AskedForCodeAsync(Visitor she, string code)
        {
            await she.OpensAsync("/staff", "Staff");
            she.Phone.Press(she.Panel.Id, code, forged: true);
            await she.SeesAsync("This needs the second factor");
        }
    }

    [Fact]
    public async Task Telegrams_menu_shows_staff_commands_to_staff_only_and_takes_them_away_again()
    {
        await _team.AtWorkAsync(DemoPeople.Admin);
        await _team.ArrivesAsync(DemoPeople.StudentAbroad);
        await EventuallyAsync(async () => (await MenuAsync(DemoPeople.Admin)).Contains("review"));
        Assert.DoesNotContain("staff", await MenuAsync(DemoPeople.StudentAbroad));
        Assert.DoesNotContain("team", await MenuAsync(DemoPeople.Admin));

        var alias = (await _team.MemberAsync(DemoPeople.Admin)).Alias;
        var owner = await _team.AtWorkAsync(DemoPeople.Owner);
        await owner.OpensAsync("/team", "Team");
        await owner.PressesAsync(alias, "since");
        await owner.PressesAsync("Remove from the team", "All her rights end at once");
        await owner.PressesAsync("Remove from the team", "is not on the team any more");

        await EventuallyAsync(async () => !(await MenuAsync(DemoPeople.Admin)).Contains("staff"));
    }

    public async Task DisposeAsync() => await _team.DisposeAsync();

    private static string Code(string key, int steps) =>
        new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));

    private async Task<string[]> MenuAsync(long person)
    {
        using var client = new HttpClient { BaseAddress = _team.Telegram.Address };
        using var chat = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(new Uri($"/local/people/{person}/chat", UriKind.Relative)));
        return [.. chat.RootElement.GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("command").GetString()!)];
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var wait = 0; wait < 1200 && !await holds(); wait++) await Task.Delay(50);
        Assert.True(await holds());
    }
}
