using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Conversations;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Conversations;

public sealed class PageTests
{
    private static readonly Speech Speech = new();

    [Theory]
    [InlineData("plain", 5)]
    [InlineData("<b>a &lt; b</b>", 5)]
    [InlineData("<i>&amp;</i>\n", 2)]
    [InlineData("", 0)]
    public void Letters_are_counted_as_a_reader_sees_them(string html, int letters) => Assert.Equal(letters, Markup.Letters(html));

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Dari)]
    public void A_page_that_is_too_long_loses_its_end_and_keeps_its_buttons(Language language)
    {
        var page = new Page(Speech, new Reader(language, Place.Anywhere), new HomeView());
        for (var line = 0; line < 60; line++) page.Line($"<b>{line}</b> " + new string('x', 90));
        page.WayRow(new HomeView());

        var screen = page.ToScreen("A notice");

        Assert.InRange(Markup.Letters(screen.Html), Markup.MostLetters - 200, Markup.MostLetters);
        Assert.Contains("A notice", screen.Html, StringComparison.Ordinal);
        Assert.EndsWith("…", screen.Html, StringComparison.Ordinal);
        Assert.NotEmpty(screen.Rows);
    }

    [Fact]
    public void A_page_that_fits_stays_whole_however_many_marks_are_in_it()
    {
        var page = new Page(Speech, new Reader(Language.English, Place.Anywhere), new HomeView());
        for (var line = 0; line < 40; line++) page.Line(Markup.Bold(new string('&', 90)));

        Assert.Equal(40, page.ToScreen().Html.Split('\n').Length);
    }
}
