using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Editing;

namespace ResourceBot.Tests.Catalogue.Editing;

public sealed class LinkTests
{
    [Theory]
    [InlineData("https://www.Example.org/Apply/?utm_source=x&fbclid=1", "http://example.org/apply")]
    [InlineData("https://example.org/apply?id=7", "https://example.org/apply/?id=7&utm_medium=mail")]
    public void A_page_is_the_same_however_its_address_was_copied(string one, string other) =>
        Assert.Equal(LinkNeighbours.Page(one), LinkNeighbours.Page(other));

    [Fact]
    public void Another_question_is_another_page() =>
        Assert.NotEqual(LinkNeighbours.Page("https://example.org/apply?id=7"), LinkNeighbours.Page("https://example.org/apply?id=8"));

    [Theory]
    [InlineData("http://example.org", ReviewWarning.NotHttps)]
    [InlineData("https://203.0.113.7/apply", ReviewWarning.NumericHost)]
    [InlineData("https://[2001:db8::1]/apply", ReviewWarning.NumericHost)]
    [InlineData("https://xn--exmple-cua.org", ReviewWarning.ForeignLetters)]
    [InlineData("https://exаmple.org", ReviewWarning.ForeignLetters)]
    [InlineData("https://bit.ly/abc", ReviewWarning.ShortLink)]
    [InlineData("https://daad.de@example.org", ReviewWarning.NameBeforeAt)]
    public void A_reviewer_is_warned_of_a_link_that_hides_something(string link, ReviewWarning expected) =>
        Assert.Contains(expected, ReviewWarnings.Of(SampleResources.Scholarship("one") with { Link = new Uri(link) }));

    [Fact]
    public void A_reviewer_sees_letters_that_cannot_be_seen()
    {
        var resource = SampleResources.Scholarship("one") with { Provider = "safe\u202Etxt.exe" };

        Assert.Contains(ReviewWarning.HiddenLetters, ReviewWarnings.Of(resource));
        Assert.Equal("safe⟦U+202E⟧txt.exe", ReviewWarnings.Reveal(resource.Provider));
        Assert.Equal("می\u200Cشود", ReviewWarnings.Reveal("می\u200Cشود"));
    }

    [Fact]
    public void Every_website_that_an_entry_names_is_spelt_out() =>
        Assert.Equal(
            ["example.org", "forms.example.net"],
            ReviewWarnings.Hosts(SampleResources.Scholarship("one") with
            {
                Channels = new Channels([], [], [], [], [], ["https://forms.example.net/x"]),
            }));
}
