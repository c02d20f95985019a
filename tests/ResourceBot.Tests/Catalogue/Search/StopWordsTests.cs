using ResourceBot.Catalogue.Search;
using static ResourceBot.Tests.Catalogue.Search.TestEntries;

namespace ResourceBot.Tests.Catalogue.Search;

public sealed class StopWordsTests
{
    // Folded, they cannot be told apart: the country and "us"; Pashto لرې, "far", and لري, "has". A question still finds them.
    private static readonly string[] BothOnPurpose = ["us", "لری"];

    [Fact]
    public void No_word_that_is_looked_for_is_left_out_of_the_entries() => Assert.Empty(
        OurWords.Phrases.Groups.SelectMany(group => group.Terms).Select(term => Tokens.Split(Folding.Fold(term)))
            .Where(tokens => tokens.Count == 1 && StopWords.Contains(tokens[0].Text)).Select(tokens => tokens[0].Text).Distinct().Except(BothOnPurpose));
}
