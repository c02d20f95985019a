using ResourceBot.Catalogue;

namespace ResourceBot.Tests.Catalogue;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://example.org")]
    [InlineData("HTTP://Example.org/a?b=c#d")]
    [InlineData("https://example.org:8443/")]
    [InlineData("https://بورس.example.org/راه")]
    [InlineData("https://xn--mgba3a4f16a.ir/")]
    public void What_leads_to_a_website_is_one(string text) => Assert.NotNull(WebAddress.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/")]
    [InlineData("tg://resolve?domain=x")]
    [InlineData("https://")]
    [InlineData("https://?")]
    [InlineData("https://example")]
    [InlineData("https://localhost/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://daad.de@evil.example.org/")]
    [InlineData("https://user:word@example.org/")]
    [InlineData("https://exa mple.org/")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://example.org/\n")]
    [InlineData("https://example.org\\@evil.org")]
    [InlineData("https://a..example.org/")]
    public void What_does_not_is_none(string text) => Assert.Null(WebAddress.Read(text));

    [Fact]
    public void One_that_is_too_long_is_none() => Assert.Null(WebAddress.Read("https://example.org/" + new string('x', WebAddress.MaxLength)));
}
