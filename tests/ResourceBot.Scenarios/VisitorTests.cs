using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Scenarios;

/// <summary>What a visitor can do, in her own words and languages.</summary>
public sealed class VisitorTests(VisitorTests.Shared shared) : IClassFixture<VisitorTests.Shared>
{
    private static long _lastPerson = 70_000;

    /// <summary>One bot for all of these: nobody here changes anything for anybody else.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        public Bot Bot { get; private set; } = null!;

        public async Task InitializeAsync() => Bot = await Bot.StartAsync();

        public async Task DisposeAsync() => await Bot.DisposeAsync();
    }

    [Theory]
    [InlineData("fa", "دری", "کورس آنلاین انگلیسی", "نتیجه")]
    [InlineData("fa", "دری", "بورسیه", "نتیجه")]
    [InlineData("fa", "دری", "bursia baray dokhtaran", "نتیجه")]
    [InlineData("ps", "پښتو", "د انګلیسي کورس", "پایلې")]
    [InlineData("en", "English", "scholarship for girls", "Search results")]
    public async Task She_types_what_she_looks_for_and_gets_entries_and_her_words_are_gone(
        string app, string language, string words, string heading)
    {
        var she = await NewAsync(app, language);
        var panel = she.Panel.Id;

        await she.WritesAsync(words, heading);

        Assert.Equal(panel, she.Panel.Id);
        Assert.Single(she.Phone.Messages);
        Assert.DoesNotContain(words, she.Screen, StringComparison.Ordinal);
        Assert.True(she.Buttons.Count > 4);
    }

    [Fact]
    public async Task A_deep_link_opens_the_entry_at_once_and_offers_the_other_languages()
    {
        var she = New("fa");
        await she.WritesAsync("/start r_daad-hilde-domin", "DAAD");

        Assert.Contains("www.daad.de", she.Screen, StringComparison.Ordinal);
        Assert.Contains("❔", she.Screen, StringComparison.Ordinal);
        Assert.Contains("پښتو", she.Buttons);
        Assert.Contains(she.Panel.Buttons.SelectMany(row => row), button => button.Kind == "url" && button.Value.StartsWith("https://www.daad.de", StringComparison.Ordinal));
        Assert.Contains(she.Panel.Buttons.SelectMany(row => row), button => button.Kind == "url" && button.Value.Contains("r_daad-hilde-domin", StringComparison.Ordinal));
        await she.PressesAsync("English", "Who can apply");
        Assert.Contains("Compared by a person: not yet", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_of_an_entry_opens_it_too()
    {
        var she = New("en");
        await she.WritesAsync("/start r_iie-scholar-rescue-fund", "Who can apply");
        Assert.Contains("scholarrescuefund.org", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_can_be_copied_without_spaces()
    {
        var she = New("en");
        await she.WritesAsync("/start r_protectdefenders-eu", "How to reach them");
        Assert.Contains(she.Panel.Buttons.SelectMany(row => row), button => button is { Kind: "copy", Value: "+35312100489" });
    }

    [Fact]
    public async Task A_closed_offer_is_shown_as_closed_so_that_nobody_sells_it_to_her()
    {
        var she = New("fa");
        await she.WritesAsync("/start r_usaid-wse", "✖");
        Assert.Contains("دروغ", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inside_and_outside_is_a_switch_that_holds_while_she_browses()
    {
        var she = await NewAsync("en", "English");
        await she.PressesAsync("Topics", "What are you looking for?");
        var everywhere = she.Buttons.Single(label => label.StartsWith("Scholarships", StringComparison.Ordinal));
        await she.PressesAsync("Inside", "What are you looking for?");
        await she.SeesAsync(her => her.LastFromBot!.Buttons[0].Any(button => button.Text.StartsWith("● Inside", StringComparison.Ordinal)));

        Assert.NotEqual(everywhere, she.Buttons.Single(label => label.StartsWith("Scholarships", StringComparison.Ordinal)));
        await she.PressesAsync("Scholarships", "Inside Afghanistan · ");
        await she.PressesAsync("Next", "Page 2");
        await she.PressesAsync("Previous", "Page 1");
    }

    [Theory]
    [InlineData("/hide")]
    [InlineData(".")]
    [InlineData("۰")]
    public async Task One_word_turns_the_panel_into_a_times_table(string way)
    {
        var she = await NewAsync("fa", "دری");
        await she.WritesAsync(way, "۷ × ۱ = ۷");

        Assert.DoesNotContain("بورس", she.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("افغانستان", she.Screen + string.Concat(she.Buttons), StringComparison.Ordinal);
        Assert.Single(she.Phone.Messages);
        await she.WritesAsync("/start", "زبان را انتخاب کنید");
        await she.SeesAsync(her => her.Messages.Count == 1);
    }

    [Theory]
    [InlineData("/nonsense")]
    [InlineData("/admin")]
    [InlineData("!!!")]
    [InlineData("؟؟؟")]
    public async Task What_means_nothing_gets_one_short_line_and_is_gone(string text)
    {
        var she = await NewAsync("en", "English");
        await she.WritesAsync(text, "Please use the buttons");
        Assert.Single(she.Phone.Messages);
    }

    [Theory]
    [InlineData(OtherKind.Voice)]
    [InlineData(OtherKind.Photo)]
    [InlineData(OtherKind.Contact)]
    [InlineData(OtherKind.Location)]
    [InlineData(OtherKind.Sticker)]
    public async Task Media_are_never_opened_answered_neutrally_and_deleted(OtherKind kind)
    {
        var she = await NewAsync("en", "English");
        var sent = she.Phone.SendOther(kind);
        await she.SeesAsync("Only text and buttons here");
        await she.SeesAsync(her => her.Messages.All(message => message.Id != sent));
        Assert.DoesNotContain(shared.Bot.Telegram.Ledger.Snapshot("getFile"), call => true);
    }

    [Fact]
    public async Task A_telephone_number_that_she_types_is_refused_and_deleted()
    {
        var she = await NewAsync("en", "English");
        await she.WritesAsync("my number is 0700 123 456", "do not send personal details");
        Assert.Single(she.Phone.Messages);
    }

    [Fact]
    public async Task Hostile_text_is_only_text()
    {
        var she = await NewAsync("en", "English");
        foreach (var text in new[] { "<b>bold", "'; DROP TABLE resource; --", "\" OR \"a\"*", "NEAR(", new string('x', 4096), "\u202Egnp.exe", "👩🏽‍🎓" })
        {
            var sent = she.Phone.Send(text);
            await she.SeesAsync(her => her.Messages.All(message => message.Id != sent));
        }

        await she.WritesAsync("/help", "How this works");
        Assert.Single(she.Phone.Messages);
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("1zzz")]
    [InlineData("1eac:no-such-entry")]
    [InlineData("1eas9zz")]
    [InlineData("9999999999999999999999999999999999999999999999999999999999999999")]
    public async Task A_forged_or_ancient_button_leads_to_the_first_page(string code)
    {
        var she = await NewAsync("en", "English");
        await she.PressesAsync("Topics", "What are you looking for?");
        she.Phone.Press(she.Panel.Id, code, forged: true);
        await she.SeesAsync("This chat is not secret");
    }

    [Theory]
    [InlineData("/privacy", "we keep nothing about you")]
    [InlineData("/help", "/search")]
    [InlineData("/search english course", "Search results")]
    [InlineData("/search", "Write what you are looking for")]
    [InlineData("/language", "Choose a language")]
    public async Task Each_command_leads_where_it_says(string command, string expected) =>
        await (await NewAsync("en", "English")).WritesAsync(command, expected);

    [Fact]
    public async Task Every_page_on_her_way_stays_small_silent_and_without_previews()
    {
        var she = await NewAsync("fa", "دری");
        await she.PressesAsync("موضوع‌ها", "دنبال چه هستید؟");
        await she.PressesAsync("درس از خانه", "درس از خانه");

        var calls = shared.Bot.Telegram.Ledger.Snapshot(chat: she.Phone.Id)
            .Where(call => call.Method is "sendMessage" or "editMessageText").ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            Assert.Contains("true", call.Parameters["link_preview_options"], StringComparison.OrdinalIgnoreCase);
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(call.Parameters["text"]), 1, 1500);
        });
        Assert.All(calls.Where(call => call.Method == "sendMessage"), call => Assert.Equal("true", call.Parameters["disable_notification"], ignoreCase: true));
    }

    [Fact]
    public async Task Somebody_who_clears_the_chat_and_starts_again_sees_one_new_panel()
    {
        var she = await NewAsync("en", "English");
        she.Phone.ClearChat();
        await she.WritesAsync("/start", "Choose a language");
        Assert.Single(she.Phone.Messages);
    }

    private Visitor New(string app)
    {
        var id = Interlocked.Increment(ref _lastPerson);
        shared.Bot.Telegram.AddPerson(new Profile(id, "Somebody", app, "visitor", "Made for a test.", app != "en", $"somebody_{id}"));
        return shared.Bot.Person(id);
    }

    private async Task<Visitor> NewAsync(string app, string language)
    {
        var she = New(app);
        await she.ArrivesAsync(language, language switch
        {
            "دری" => "این چت محرمانه نیست",
            "پښتو" => "دا چټ پټ نه دی",
            _ => "This chat is not secret",
        });
        return she;
    }
}
