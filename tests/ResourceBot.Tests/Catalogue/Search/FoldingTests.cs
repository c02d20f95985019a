using ResourceBot.Catalogue.Search;

namespace ResourceBot.Tests.Catalogue.Search;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("بورسيه", "بورسیه")]
    [InlineData("بورسیهٔ", "بورسیه")]
    [InlineData("بورسیۀ", "بورسیه")]
    [InlineData("كورس", "کورس")]
    [InlineData("کـورس", "کورس")]
    [InlineData("کِتابخانهٔ", "کتابخانه")]
    [InlineData("مُحَصِّل", "محصل")]
    [InlineData("آنلاین", "انلاین")]
    [InlineData("مسؤول", "مسوول")]
    [InlineData("مسئول", "مسیول")]
    [InlineData("أفغانستان", "افغانستان")]
    [InlineData("ښوونځي", "ښوونځی")]
    [InlineData("ښځې", "ښځی")]
    [InlineData("زده کړې", "زده کړی")]
    [InlineData("انګلیسي", "انگلیسی")]
    [InlineData("ﻻزم", "لازم")]
    [InlineData("ﮐﻮﺭﻭﻧﻪ", "کورونه")]
    [InlineData("۱۴۰۵", "1405")]
    [InlineData("١٤٠٥", "1405")]
    [InlineData("Türkiye Bursları", "turkiye burslari")]
    [InlineData("women’s", "womens")]
    [InlineData("\u202Bتست\u202C \u2067x\u2069", "تست x")]
    [InlineData("Straße", "strasse")]
    public void One_letter_has_one_spelling(string typed, string folded) => Assert.Equal(folded, Folding.Fold(typed));

    [Fact]
    public void Pashto_consonants_stay_what_they_are() => Assert.Equal("ټډړڼښږځڅ", Folding.Fold("ټډړڼښږځڅ"));

    [Fact]
    public void Half_a_letter_is_no_error()
    {
        Assert.Equal("a  b", Folding.Fold("a \uD800b").Replace("\uFFFD", " ", StringComparison.Ordinal));
        Assert.InRange(Folding.Fold(new string('\uFDFA', 4096), 300).Length, 1, 300);
    }

    [Theory]
    [InlineData("بورس\u200Cهای", "بورس", "های", true)]
    [InlineData("بورس های", "بورس", "های", false)]
    [InlineData("کورسIELTS", "کورس", "ielts", false)]
    public void Words_end_at_joiners_spaces_and_a_change_of_script(string typed, string first, string second, bool glued)
    {
        var tokens = Tokens.Split(Folding.Fold(typed));
        Assert.Equal([first, second], tokens.Select(token => token.Text));
        Assert.Equal(glued, tokens[1].Glued);
    }

    [Theory]
    [InlineData("بورسیه", "بورس")]
    [InlineData("بورسهای", "بورس")]
    [InlineData("بورسونو", "بورس")]
    [InlineData("کتابخانه", "کتابخ")]
    [InlineData("محصلان", "محصل")]
    [InlineData("محصلین", "محصل")]
    [InlineData("زنان", "زن")]
    [InlineData("دختران", "دختر")]
    [InlineData("پوهنتونونه", "پوهنتون")]
    [InlineData("پوهنتونه", "پوهنتون")]
    [InlineData("افغانستان", "افغانستان")]
    [InlineData("ښوونځی", "ښوونځ")]
    [InlineData("نجونو", "نجون")]
    [InlineData("کړی", "کړ")]
    [InlineData("scholarships", "scholarship")]
    [InlineData("bursaries", "bursary")]
    [InlineData("accounting", "accounting")]
    public void Endings_come_off(string word, string stem) => Assert.Equal(stem, Stemming.Stem(word));

    [Theory]
    [InlineData("بورس", "brs")]
    [InlineData("محصل", "mhsl")]
    [InlineData("دانشگاه", "dn2g")]
    [InlineData("daneshgah", "dn2g")]
    [InlineData("افغانستان", "af9nstn")]
    [InlineData("ښوونځی", "2nz/5nz")]
    [InlineData("شوونزی", "2nz")]
    [InlineData("showanzai", "2nz")]
    [InlineData("khowanzai", "5nz")]
    [InlineData("ښځی", "2z/5z")]
    [InlineData("engilisi", "angls")]
    [InlineData("انگلیسی", "angls")]
    [InlineData("university", "anrst")]
    [InlineData("یونیورسیتی", "anrst")]
    [InlineData("حقوق", "h99")]
    [InlineData("huquq", "h99")]
    [InlineData("scholarship", "s3lr2p")]
    [InlineData("pohantoon", "phntn")]
    [InlineData("پوهنتون", "phntn")]
    public void Consonants_meet_across_scripts(string word, string keys) => Assert.Equal(keys.Split('/'), SkeletonKey.Of(word));
}
