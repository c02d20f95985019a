using ResourceBot.Host.CommandLine;

namespace ResourceBot.Tests.Host.CommandLine;

public sealed class ArgumentLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--Telegram:Token=1:x")]
    [InlineData("--Telegram:Token 1:x")]
    [InlineData("--environment Development")]
    [InlineData("--Staff:Owners:0=5 --Logging:LogLevel:Default=Debug")]
    [InlineData("Telegram:Token=1:x")]
    [InlineData("/Telegram:Token=1:x")]
    public void Without_a_verb_it_is_the_bot(string line) => Assert.False(Split(line).CallsVerb);

    [Theory]
    [InlineData("import file.csv")]
    [InlineData("imprt file.csv")]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("--Database:ConnectionString=x audit verify")]
    public void A_word_calls_a_verb_also_when_it_is_misspelt(string line) => Assert.True(Split(line).CallsVerb);

    [Fact]
    public void Settings_may_stand_anywhere_and_are_taken_out()
    {
        var line = Split("--Telegram:Token 1:x import C:data.csv --Seeds:Path=a/b --apply --Health:Url");

        Assert.Equal(["--Telegram:Token", "1:x", "--Seeds:Path=a/b", "--Health:Url"], line.Settings);
        Assert.Equal(["import", "C:data.csv", "--apply"], line.Words);
    }

    [Fact]
    public void What_steers_a_terminal_is_made_visible() =>
        Assert.Equal("a\uFFFD[31m\uFFFD\uFFFDb می\u200Cروم", Printed.Visible("a\u001B[31m\n\u202Eb می\u200Cروم"));

    private static ArgumentLine Split(string line) => ArgumentLine.Split(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
