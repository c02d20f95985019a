using CsCheck;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Catalogue.Editing;

public sealed class TypedValueTests
{
    private static readonly Speech Speech = new();
    private static readonly IReadOnlyList<Words> Words = [.. LanguageCodes.All.Select(Speech.Words)];

    [Theory]
    [InlineData("provider", "  Example \n Foundation ", "\"Example Foundation\"")]
    [InlineData("texts-prs-title", "\u202Eبورسیه\u202C \u200Fنو", "\"بورسیه نو\"")]
    [InlineData("texts-prs-title", "می\u200Cشود", "\"می\u200Cشود\"")]
    [InlineData("link", "example.org/apply", "\"https://example.org/apply\"")]
    [InlineData("audience-ageFrom", "۱۸", "18")]
    [InlineData("deadline", "2026-12-31", "{\"type\":\"date\",\"date\":\"2026-12-31\"}")]
    [InlineData("deadline", "۱۴۰۵/۱۰/۱۰", "{\"type\":\"date\",\"date\":\"2026-12-31\"}")]
    [InlineData("deadline", "09-15", "{\"type\":\"yearly\",\"month\":9,\"day\":15}")]
    [InlineData("opens", "9", "{\"type\":\"yearly\",\"month\":9,\"day\":null}")]
    [InlineData("countries", "Germany, افغانستان", "[\"DE\",\"AF\"]")]
    [InlineData("channels-phone", "+93 700 000 000, ۱۲۰", "[\"+93700000000\",\"120\"]")]
    [InlineData("channels-phone", "410، 411", "[\"410\",\"411\"]")]
    [InlineData("channels-phone", "+93 700 000 000 +93 700 000 001", "[\"+93700000000\",\"+93700000001\"]")]
    [InlineData("channels-phone", "0700 000 000", "[\"0700000000\"]")]
    [InlineData("countries", "جرمني, آلمان", "[\"DE\"]")]
    [InlineData("countries", "پاكستان", "[\"PK\"]")]
    [InlineData("channels-email", "a@example.org b@example.org", "[\"a@example.org\",\"b@example.org\"]")]
    [InlineData("hours", "Mo-Fr 09:00-16:00", "\"Mo-Fr 09:00-16:00\"")]
    [InlineData("evidence", "https://example.org It says so. 2026-09", "[{\"source\":\"https://example.org\",\"says\":\"It says so.\",\"date\":\"2026-09\"}]")]
    [InlineData("evidence", "example.org It says so.", "[{\"source\":\"https://example.org\",\"says\":\"It says so.\",\"date\":null}]")]
    [InlineData("slug", "new-grant", "\"new-grant\"")]
    public void What_people_type_becomes_the_value_of_the_field(string field, string typed, string expected)
    {
        var value = TypedValue.Of(EntryFields.Find(field)!, typed, DraftBody.Empty(), Words);

        Assert.True(value.Fits);
        Assert.Equal(expected, value.Value!.ToJsonString(Relaxed));
    }

    [Theory]
    [InlineData("link", "javascript:alert(1)")]
    [InlineData("link", "ftp://example.org")]
    [InlineData("link", "no address")]
    [InlineData("link", "localhost")]
    [InlineData("audience-ageFrom", "-1")]
    [InlineData("audience-ageFrom", "121")]
    [InlineData("audience-ageFrom", "99999999999999999999")]
    [InlineData("deadline", "2026-02-30")]
    [InlineData("deadline", "1405-12-30")]
    [InlineData("deadline", "13")]
    [InlineData("deadline", "02-30")]
    [InlineData("deadline", "soon")]
    [InlineData("countries", "Atlantis")]
    [InlineData("channels-email", "not an address")]
    [InlineData("channels-phone", "call me")]
    [InlineData("hours", "always")]
    [InlineData("evidence", "https://example.org")]
    [InlineData("evidence", "no source at all")]
    [InlineData("slug", "No Slug")]
    [InlineData("provider", "\u200F\u202E ")]
    [InlineData("kind", "scholarship")]
    public void What_does_not_fit_is_refused(string field, string typed) =>
        Assert.False(TypedValue.Of(EntryFields.Find(field)!, typed, DraftBody.Empty(), Words).Fits);

    [Theory]
    [InlineData("countries", "Germany, Atlantis", "Atlantis")]
    [InlineData("channels-phone", "+93700000000, 410 411", "410 411")]
    [InlineData("channels-phone", "0700000000 0700000001 0700000002", "070000000007000000010700000002")]
    [InlineData("channels-email", "a@example.org, b", "b")]
    [InlineData("audience-ageFrom", "121", "121")]
    public void What_does_not_fit_is_named(string field, string typed, string misfit) =>
        Assert.Equal(misfit, TypedValue.Of(EntryFields.Find(field)!, typed, DraftBody.Empty(), Words).Misfit);

    [Fact]
    public void A_text_that_is_too_long_says_by_how_much() =>
        Assert.Equal(71, TypedValue.Of(EntryFields.Find("texts-en-title")!, new string('x', 71), DraftBody.Empty(), Words).TooLong);

    [Fact]
    public void Whatever_is_typed_for_whichever_field_nothing_throws_and_what_fits_is_readable() =>
        Gen.Select(Gen.Int[0, EntryFields.All.Count - 1], Gen.String).Sample((place, typed) =>
        {
            var field = EntryFields.All[place];
            var body = DraftBody.Empty();
            var value = TypedValue.Of(field, typed, body, Words);
            if (!value.Fits) return;
            body.Set(field.Path, value.Value);
            Assert.DoesNotContain(field.Path, body.Read().Wrong);
        }, iter: 2_000);

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
