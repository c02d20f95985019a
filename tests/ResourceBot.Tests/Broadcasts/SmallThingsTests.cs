using System.Text;
using ResourceBot.Broadcasts;
using ResourceBot.Broadcasts.Sending;
using ResourceBot.Broadcasts.Subscribers;
using ResourceBot.Catalogue;
using ResourceBot.Conversations.Broadcasting;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Broadcasts;

public sealed class SmallThingsTests
{
    [Theory]
    [InlineData("2026-11-25T04:29:59Z", false)]
    [InlineData("2026-11-25T04:30:00Z", true)]
    [InlineData("2026-11-25T13:29:59Z", true)]
    [InlineData("2026-11-25T13:30:00Z", false)]
    public void The_day_in_Kabul_is_from_nine_to_six(string moment, bool isOpen)
    {
        var at = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(isOpen, KabulDay.IsOpen(at));
        Assert.True(KabulDay.IsOpen(at + KabulDay.UntilOpen(at)));
        Assert.InRange(KabulDay.UntilOpen(at), TimeSpan.Zero, TimeSpan.FromHours(15));
    }

    [Fact]
    public void More_than_five_in_a_hundred_of_the_last_two_hundred_are_too_many()
    {
        var window = new ErrorWindow();
        for (var i = 0; i < ErrorWindow.Length - ErrorWindow.MostErrors; i++) Assert.False(window.Add(isError: false));
        for (var i = 0; i < ErrorWindow.MostErrors; i++) Assert.False(window.Add(isError: true));
        // Ten good ones push out ten good ones: the ten errors are still among the last two hundred.
        for (var i = 0; i < 10; i++) Assert.False(window.Add(isError: false));
        Assert.True(window.Add(isError: true));
        // After two hundred good ones all of that is forgotten.
        for (var i = 0; i < ErrorWindow.Length; i++) window.Add(isError: false);
        Assert.False(window.Add(isError: true));
    }

    [Fact]
    public void Topics_go_into_bits_and_back()
    {
        var some = TopicSet.Of([Topic.Work, Topic.Scholarships]);
        Assert.Equal([Topic.Scholarships, Topic.Work], some.Topics);
        Assert.Equal(some, some.Toggle(Topic.Safety).Toggle(Topic.Safety));
        Assert.Null(TopicSet.FromBits(1 << 20));
        Assert.Null(TopicSet.FromBits(-1));
    }

    [Theory]
    [InlineData("Write to @some_person now", TextWarning.Account)]
    [InlineData("Join t.me/joinchat/abc", TextWarning.Invite)]
    [InlineData("+93 700 123 456", TextWarning.Phone)]
    [InlineData("تماس: ۰۷۰۰۱۲۳۴۵۶", TextWarning.Phone)]
    [InlineData("http://example.org", TextWarning.PlainHttp)]
    [InlineData("abc\u202Etxt", TextWarning.Hidden)]
    public void A_dangerous_text_warns(string text, TextWarning warning) => Assert.Contains(warning, TextWarnings.Of(text));

    [Theory]
    [InlineData("The round of DAAD is open until 31 December 2026: https://www.daad.de")]
    [InlineData("بورسیهٔ DAAD باز است؛ می‌توانید تا ۱۰ جدی ۱۴۰۵ درخواست بدهید.")]
    [InlineData("Write to info@auw.edu.bd")]
    public void An_ordinary_text_does_not(string text) => Assert.Empty(TextWarnings.Of(text));

    [Fact]
    public void Hosts_are_named_and_hidden_letters_taken_out()
    {
        Assert.Equal(["www.daad.de", "xn--dad-6la.de"], TextWarnings.Hosts("https://www.daad.de/x and https://d\u00e4ad.de or https://WWW.daad.de".Replace("d\u00e4ad", "xn--dad-6la", StringComparison.Ordinal)));
        Assert.Equal("می‌خواهم", TextWarnings.Clean("\u202E می‌خواهم \u2067"));
        Assert.Null(TextWarnings.Clean(" \u200B\u202E "));
    }

    [Fact]
    public void The_table_tells_no_small_groups_apart()
    {
        var csv = Encoding.UTF8.GetString(Report.ToCsv(
            Sample(new BroadcastCounts(1009, 1000, 5, 4, 3, 2)),
            [new ReportLine(Language.Dari, 1000, 991, 5, 4, 3), new ReportLine(Language.English, 9, 9, 0, 0, 0)]));
        Assert.Contains("prs,1000,990,<10,<10,<10,\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("en,<10,<10,<10,<10,<10,\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("all,1000,1000,<10,<10,<10,<10\r\n", csv, StringComparison.Ordinal);
        Assert.All(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(7, line.Split(',').Length));
    }

    [Theory]
    [InlineData(0, 1000, 0, false)]
    [InlineData(1, 1000, 0, true)]
    [InlineData(9, 1000, 0, true)]
    [InlineData(10, 1000, 10, false)]
    [InlineData(247, 1000, 240, false)]
    [InlineData(0, 9, 0, true)]
    public void A_figure_of_people_is_hidden_under_ten_and_rounded_above(long count, long of, long shown, bool isSmall) =>
        Assert.Equal(new PeopleCount(shown, isSmall), PeopleCount.Of(count, of));

    [Fact]
    public void No_subtraction_of_what_is_shown_finds_what_is_hidden()
    {
        // Whatever stands behind "<10", the same figures may be shown beside it.
        for (var recipients = 10; recipients < 60; recipients++)
        {
            var hidden = Enumerable.Range(1, 9).Where(refused => recipients - refused >= 10)
                .GroupBy(refused => (PeopleCount.Of(recipients).Shown, PeopleCount.Of(recipients - refused, recipients).Shown));
            foreach (var alike in hidden)
            {
                var possible = Enumerable.Range((int)alike.Key.Item1, 10).SelectMany(all => Enumerable.Range(1, 9)
                    .Where(refused => all - refused >= 10 && PeopleCount.Of(all - refused, all).Shown == alike.Key.Item2)).Distinct();
                Assert.True(possible.Count() > 1, $"{recipients}: {alike.Key}");
            }
        }
    }

    [Fact]
    public void The_picture_hides_the_same_and_has_one_scale()
    {
        var chart = ReportChart.Make(
            Sample(new BroadcastCounts(300, 290, 3, 7, 0, 3)),
            [new ReportLine(Language.Dari, 250, 247, 2, 3, 0), new ReportLine(Language.English, 50, 43, 1, 4, 0)], new Speech(), Language.English);

        var bars = chart.Groups.SelectMany(group => group.Bars).ToList();
        Assert.All(bars, bar => Assert.Equal(0, bar.Length % PeopleCount.Least));
        Assert.Equal(["290", "<10", "<10", "0", "<10", "0"], chart.Groups[0].Bars.Select(bar => bar.Shown.Trim('\u2066', '\u2069')));
        Assert.Equal(["240", "<10", "40", "<10"], chart.Groups.Skip(1).SelectMany(group => group.Bars).Select(bar => bar.Shown.Trim('\u2066', '\u2069')));
        Assert.All(chart.Groups, group => Assert.Equal(290, chart.Longest(group)));
    }

    [Fact]
    public void Only_hours_that_have_not_come_are_offered()
    {
        // 13:30 in Kabul.
        var now = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
        var today = new DateOnly(2026, 11, 25);
        Assert.Equal(Enumerable.Range(14, 8), SendTimes.Hours(today, now).Select(hour => (int)(hour % 24)));
        Assert.Equal(16, SendTimes.Hours(today.AddDays(1), now).Count());
        Assert.Empty(SendTimes.Hours(today.AddDays(-1), now));
        Assert.Equal(today, SendTimes.Days(now).First());
        // 21:30 in Kabul.
        Assert.Equal(today.AddDays(1), SendTimes.Days(now.AddHours(8)).First());
    }

    private static Broadcast Sample(BroadcastCounts counts) => new()
    {
        Id = new BroadcastId(1),
        State = BroadcastState.Finished,
        Writer = new ResourceBot.People.StaffId(1),
        WriterLanguage = Language.English,
        Entry = null,
        Missing = MissingText.Fallback,
        Audience = new AudienceRule(LanguageCodes.All, TopicSet.All, Place.Anywhere),
        SendAt = null,
        Revision = 1,
        Texts = new Dictionary<Language, string>(),
        Counts = counts,
        PausedBecause = null,
        FrozenAt = DateTimeOffset.UnixEpoch,
        FinishedAt = DateTimeOffset.UnixEpoch,
        IsWithdrawn = false,
        IsReduced = false,
        IsReportDue = false,
        Progress = null,
    };
}
