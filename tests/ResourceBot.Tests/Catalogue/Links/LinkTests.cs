using ResourceBot.Catalogue.Links;
using ResourceBot.Tests.Catalogue.Search;

namespace ResourceBot.Tests.Catalogue.Links;

public sealed class LinkTests
{
    private static readonly KnownHosts Hosts = new(
    [
        TestEntries.Scholarship(1, "DAAD", entry => entry with { Link = new Uri("https://www2.daad.de/deutschland/") }),
        TestEntries.Scholarship(2, "Leicester", entry => entry with { Link = new Uri("https://le.ac.uk/study") }),
        TestEntries.Scholarship(3, "UoPeople", entry => entry with { Link = new Uri("https://www.uopeople.edu/afghan") }),
        TestEntries.Scholarship(4, "A form", entry => entry with { Link = new Uri("https://docs.google.com/forms/d/e/abc") }),
    ]);

    [Theory]
    [InlineData("https://www.daad.de/en/", "daad.de", LinkSigns.None)]
    [InlineData("http://daad.de", "daad.de", LinkSigns.Plain)]
    [InlineData("see www.daad.de/en please", "daad.de", LinkSigns.None)]
    [InlineData("daad.de", "daad.de", LinkSigns.None)]
    [InlineData("HTTPS://DAAD.DE/", "daad.de", LinkSigns.None)]
    [InlineData("https://daad.de@evil.example/login", "evil.example", LinkSigns.HiddenHost)]
    [InlineData("https://bit.ly/3xyz", "bit.ly", LinkSigns.Shortener)]
    [InlineData("http://185.12.3.4/apply", "185.12.3.4", LinkSigns.Plain | LinkSigns.NumberForName)]
    [InlineData("https://dааd.de", "xn--dd-7kca.de", LinkSigns.ForeignLetters)]
    [InlineData("pay 50 dollars at https://daad.de", "daad.de", LinkSigns.Fee)]
    [InlineData("فیس را به این لینک بپردازید https://daad.de", "daad.de", LinkSigns.Fee)]
    public void A_link_is_read_without_opening_it(string text, string host, LinkSigns signs)
    {
        var link = Assert.Single(PastedLink.FindAll(text));
        Assert.Equal((host, signs), (link.Host, link.Signs));
    }

    [Theory]
    [InlineData("https://daad.de。evil.com")]
    [InlineData("https://daad.de．evil.com/apply")]
    [InlineData("https://daad.de\u200B.evil.com")]
    [InlineData("https://daad.de\u00AD.evil.com")]
    [InlineData("https://daad.de;.evil.com")]
    [InlineData("https://daad.de(.evil.com")]
    [InlineData("https://daad.de\u202Egpj.evil.com")]
    [InlineData("https://daad.de%2eevil.com/")]
    [InlineData("https:daad.de.evil.com")]
    [InlineData("https:\\\\evil.com\\@daad.de")]
    [InlineData("https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.daad.de.evil.com/apply")]
    [InlineData("https://evil.com/?to=https://daad.de")]
    [InlineData("https://[::1]/daad.de")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    public void Whom_a_browser_would_go_to_is_judged_and_not_what_the_eye_sees(string text)
    {
        var link = Assert.Single(PastedLink.FindAll(text));
        Assert.Empty(Hosts.Find(link.Host, link.Path));
        Assert.InRange(link.Host.Length, 1, PastedLink.LongestHost);
    }

    [Theory]
    [InlineData("t.me/abc", "t.me")]
    [InlineData("is.gd/x", "is.gd")]
    [InlineData("t.ly/x", "t.ly")]
    [InlineData("wa.me/93700", "wa.me")]
    [InlineData("(https://daad.de/en),", "daad.de")]
    [InlineData("«daad.de»", "daad.de")]
    [InlineData("\u2066https://daad.de\u2069", "daad.de")]
    [InlineData("لینک:https://daad.de/", "daad.de")]
    [InlineData("x.yz/apply", "x.yz")]
    public void Links_are_found_as_people_paste_them(string text, string host)
    {
        var link = Assert.Single(PastedLink.FindAll(text));
        Assert.Equal(host, link.Host);
        Assert.False(link.Signs.HasFlag(LinkSigns.HiddenHost));
    }

    [Fact]
    public void Every_link_of_a_message_is_found() =>
        Assert.Equal(["daad.de", "daad-apply.xyz"], PastedLink.FindAll("official https://www.daad.de and apply here https://daad-apply.xyz/pay").Select(link => link.Host));

    [Theory]
    [InlineData("بورسیه در آلمان")]
    [InlineData("i study b.sc. and want a ph.d")]
    [InlineData("somebody@example.org")]
    [InlineData("3.5")]
    [InlineData("...")]
    [InlineData("a..b")]
    public void Other_words_are_no_link(string text) => Assert.Empty(PastedLink.FindAll(text));

    [Fact]
    public void Long_garbage_is_read_at_once()
    {
        Assert.Empty(PastedLink.FindAll(new string('a', 4096)));
        PastedLink.FindAll(string.Concat(Enumerable.Repeat("a.", 2048)));
        PastedLink.FindAll("https://" + new string('x', 4000) + ".com");
    }

    [Theory]
    [InlineData("daad.de", "/", true)]
    [InlineData("www2.daad.de", "/other", true)]
    [InlineData("le.ac.uk", "/", true)]
    [InlineData("other.ac.uk", "/", false)]
    [InlineData("docs.google.com", "/forms/d/e/abc", true)]
    [InlineData("docs.google.com", "/forms/d/e/another", false)]
    [InlineData("daad.com", "/", false)]
    public void A_link_belongs_to_whoever_registered_its_name(string host, string path, bool known) =>
        Assert.Equal(known, Hosts.Find(host, path).Count > 0);

    [Theory]
    [InlineData("daad-scholarship.com", "daad.de")]
    [InlineData("daad.de.apply-now.xyz", "daad.de")]
    [InlineData("xn--dd-7kca.de", "daad.de")]
    [InlineData("uopeop1e.edu", "uopeople.edu")]
    [InlineData("uopeoples.org", "uopeople.edu")]
    [InlineData("uopeple.edu", "uopeople.edu")]
    [InlineData("uopeolpe.edu", "uopeople.edu")]
    [InlineData("uo-people.org", "uopeople.edu")]
    [InlineData("claad.de", "daad.de")]
    [InlineData("daadd.de", "daad.de")]
    [InlineData("dada.de", "daad.de")]
    [InlineData("daad.com", "daad.de")]
    public void A_look_alike_is_told_from_what_it_imitates(string host, string known) => Assert.Equal(known, Hosts.ImitatedBy(host));

    [Theory]
    [InlineData("daad.de")]
    [InlineData("www2.daad.de")]
    [InlineData("example.org")]
    [InlineData("bbc.com")]
    [InlineData("dad.com")]
    [InlineData("roadpeople.org")]
    [InlineData("facebook.com")]
    public void An_honest_address_imitates_nobody(string host) => Assert.Null(Hosts.ImitatedBy(host));
}
