using ResourceBot.LocalTelegram.People;

namespace ResourceBot.Scenarios;

/// <summary>A girl comes for the first time, in each language, and looks around.</summary>
public sealed class FirstVisitTests : IAsyncLifetime
{
    private Bot _bot = null!;

    public async Task InitializeAsync() => _bot = await Bot.StartAsync();

    [Theory]
    [InlineData(DemoPeople.GirlInKabul, "دری", "موضوع‌ها", "دنبال چه هستید؟", "درس از خانه", "برگشت", "صفحهٔ اصلی", "این چت محرمانه نیست")]
    [InlineData(DemoPeople.PashtoSpeaker, "پښتو", "موضوعات", "څه لټوئ؟", "له کوره زده کړه", "شاته", "کورپاڼه", "دا چټ پټ نه دی")]
    [InlineData(DemoPeople.StudentAbroad, "English", "Topics", "What are you looking for?", "Learn from home", "Back", "Home", "This chat is not secret")]
    public async Task She_browses_from_the_first_page_to_a_card_and_back_in_one_message(
        long who, string language, string topics, string question, string topic, string back, string home, string warning)
    {
        var she = await _bot.Person(who).ArrivesAsync(language, expected: warning);
        var panel = she.Panel.Id;

        await she.PressesAsync(topics, question);
        await she.PressesAsync(topic, topic);
        await she.PressesAsync(she.Buttons[3], "👥");
        await she.PressesAsync(back, topic);
        await she.PressesAsync(home, warning);

        Assert.Equal(panel, she.Panel.Id);
        Assert.Single(she.Phone.Messages);
        Assert.All(she.Phone.Notifications, notification => Assert.True(notification.Silent));
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();
}
