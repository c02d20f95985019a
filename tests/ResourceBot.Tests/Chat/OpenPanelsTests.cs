using Microsoft.Extensions.Time.Testing;
using ResourceBot.Chat;

namespace ResourceBot.Tests.Chat;

public sealed class OpenPanelsTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_panel_is_remembered_for_as_long_as_Telegram_would_delete_it_and_no_longer()
    {
        var panels = new OpenPanels(_clock);
        panels.Remember(new ChatId(1), new OpenPanel(new MessageId(7), "1dah"));

        _clock.Advance(OpenPanels.Life - TimeSpan.FromSeconds(1));
        Assert.Equal(new MessageId(7), panels.Find(new ChatId(1))!.Message);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(panels.Find(new ChatId(1)));
    }

    [Fact]
    public void Beyond_its_capacity_it_forgets_who_was_silent_longest()
    {
        var panels = new OpenPanels(_clock, capacity: 100);
        for (var chat = 0; chat <= 100; chat++)
        {
            panels.Remember(new ChatId(chat), new OpenPanel(new MessageId(chat + 1), "1dah"));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(panels.Find(new ChatId(0)));
        Assert.NotNull(panels.Find(new ChatId(100)));
    }

    [Fact]
    public void A_chat_never_prints_its_number() => Assert.DoesNotContain("1001", new ChatId(1001).ToString(), StringComparison.Ordinal);
}
