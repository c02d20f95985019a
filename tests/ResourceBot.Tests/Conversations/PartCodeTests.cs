using CsCheck;
using ResourceBot.Catalogue;
using ResourceBot.Conversations;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Conversations;

public sealed class PartCodeTests
{
    private static readonly Reader Reader = new(Language.Pashto, Place.Inside);

    [Fact]
    public void A_code_comes_back_with_its_parts()
    {
        var code = PartCode.Read(PartCode.Write('A', Reader, "set", 7, "flags-noPassport", "yes"))!;

        Assert.Equal((Reader, "set", 7L, "flags-noPassport", "yes", ""), (code.Reader, code.Action, code.Number(0)!.Value, code.Text(1), code.Text(2), code.Text(3)));
        Assert.Null(code.Number(1));
        Assert.Equal(0, code.Page(9));
    }

    [Fact]
    public void A_code_that_no_button_can_hold_is_a_mistake_of_ours() =>
        Assert.Throws<ArgumentException>(() => PartCode.Write('A', Reader, "set", new string('x', 60)));

    [Fact]
    public void Whatever_is_forged_nothing_throws() =>
        Gen.String.Sample(text =>
        {
            var code = PartCode.Read("Api" + text);
            if (code is null) return;
            for (var place = 0; place < 3; place++)
            {
                _ = code.Number(place);
                Assert.InRange(code.Page(place), 0, 9999);
            }
        });
}
