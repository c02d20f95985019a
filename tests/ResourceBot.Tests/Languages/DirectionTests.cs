using ResourceBot.Languages;

namespace ResourceBot.Tests.Languages;

public sealed class DirectionTests
{
    [Theory]
    [InlineData("+93700123456", "\u2066\u200E+93700123456\u2069")]
    [InlineData("/search", "\u2066/search\u2069")]
    [InlineData("@herat_school", "\u2066@herat_school\u2069")]
    [InlineData("C++", "\u2066C++\u2069")]
    public void A_value_that_runs_left_to_right_stands_in_an_isolate(string value, string expected) =>
        Assert.Equal(expected, Direction.LeftToRight(value));

    [Fact]
    public void A_value_cannot_break_out_of_its_isolate()
    {
        var hostile = Direction.Isolate("DAAD\u2069\u202Eevil\u2067");
        Assert.Equal("\u2068DAADevil\u2069", hostile);
        Assert.True(Direction.IsBalanced(hostile));
    }

    [Fact]
    public void Every_line_of_Dari_opens_with_a_mark_so_that_a_Latin_name_cannot_turn_it()
    {
        Assert.Equal("\u200FDAAD بورسیه\n\n\u200Fخط دوم", Direction.Lines("DAAD بورسیه\n\nخط دوم", Language.Dari));
        Assert.Equal("DAAD\nline", Direction.Lines("DAAD\nline", Language.English));
    }

    [Theory]
    [InlineData("\u2066a\u2069", true)]
    [InlineData("\u2066a", false)]
    [InlineData("a\u2069", false)]
    [InlineData("\u2066a\nb\u2069", false)]
    public void Isolates_close_on_their_own_line(string text, bool balanced) => Assert.Equal(balanced, Direction.IsBalanced(text));

    [Fact]
    public void Digits_are_shown_as_she_reads_them_and_read_as_she_types_them()
    {
        Assert.Equal("۱۲۳", Digits.Show(123, Language.Dari));
        Assert.Equal("۱۲۳", Digits.Show(123, Language.Pashto));
        Assert.Equal("123", Digits.Show(123, Language.English));
        Assert.Equal("123456", Digits.ToAscii("۱۲۳٤٥٦"));
    }
}
