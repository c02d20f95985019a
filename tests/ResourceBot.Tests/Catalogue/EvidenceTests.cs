using ResourceBot.Catalogue;

namespace ResourceBot.Tests.Catalogue;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData("2026", true)]
    [InlineData("2026-05", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("2026-02-30", false)]
    [InlineData("2026-13", false)]
    [InlineData("2026-00", false)]
    [InlineData("0000", false)]
    [InlineData("2026-5", false)]
    [InlineData("26", false)]
    [InlineData(" 2026", false)]
    [InlineData("۲۰۲۶", false)]
    [InlineData("", false)]
    public void The_date_of_a_source_is_one_that_there_is(string text, bool isOne) => Assert.Equal(isOne, Evidence.IsDate(text));
}
