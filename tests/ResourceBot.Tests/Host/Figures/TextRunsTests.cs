using ResourceBot.Host.Figures;

namespace ResourceBot.Tests.Host.Figures;

public sealed class TextRunsTests
{
    [Theory]
    [InlineData("درس از خانه", true, "<درس از خانه")]
    [InlineData("۱۲۳", true, ">۱۲۳")]
    [InlineData("هفتهٔ ۱۲ قوس", true, "< قوس|>۱۲|<هفتهٔ ")]
    [InlineData("از ۱۲ تا ۱۵", true, ">۱۵|< تا |>۱۲|<از ")]
    [InlineData("\u2066<۱۰\u2069", true, "><|>۱۰")]
    [InlineData("بورسیه DAAD آلمان", true, "< آلمان|>DAAD|<بورسیه ")]
    [InlineData("ارقام – ۱ قوس", true, "< قوس|>۱|<– |<ارقام ")]
    [InlineData("Weeks: 12", false, ">Weeks: 12")]
    [InlineData("<10", false, "><10")]
    public void A_line_falls_into_pieces_in_the_order_in_which_they_stand(string line, bool rightToLeft, string expected) =>
        Assert.Equal(expected, string.Join('|', TextRuns.Split(line, rightToLeft).Select(run => (run.IsRightToLeft ? '<' : '>') + run.Text)));

    [Fact]
    public void Nothing_of_a_line_is_lost()
    {
        foreach (var line in new[] { "شمېرې – د لیندۍ ۱مه", "ماشیني ژباړه (۱۲)", "a ۱ ب 2 c", "۱ ۲", " ", "" })
        {
            Assert.Equal(
                line.Order(), string.Concat(TextRuns.Split(line, rightToLeft: true).Select(run => run.Text)).Order());
        }
    }
}
