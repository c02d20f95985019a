using CsCheck;
using ResourceBot.Catalogue.Exchange;

namespace ResourceBot.Tests.Catalogue.Exchange;

public sealed class FormulasTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")")]
    [InlineData("+1+1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1")]
    [InlineData("\"=1")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1")]
    public void A_cell_that_a_spreadsheet_would_run_becomes_text_and_comes_back_as_it_was(string cell)
    {
        Assert.Equal("'" + cell, Formulas.Neutralise(cell));
        Assert.Equal(cell, Formulas.Restore(Formulas.Neutralise(cell)));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a=b")]
    [InlineData("'quoted")]
    [InlineData("")]
    public void Other_cells_typed_by_a_person_stay(string cell) => Assert.Equal(cell, Formulas.Restore(cell));

    [Fact]
    public void Every_text_survives_the_way_out_and_in() =>
        Gen.Char["=+-@'\" a\t\nد"].Array[0, 6].Select(letters => new string(letters))
            .Sample(cell => Formulas.Restore(Formulas.Neutralise(cell)) == cell);
}
