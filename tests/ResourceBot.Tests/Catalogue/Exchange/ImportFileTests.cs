using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CsCheck;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Conversations.Truth;
using ResourceBot.Languages;

namespace ResourceBot.Tests.Catalogue.Exchange;

/// <summary>Files as people and enemies send them.</summary>
public sealed class ImportFileTests
{
    [Fact]
    public void What_is_no_table_is_refused_by_what_it_holds()
    {
        Assert.Equal(ImportRefusal.Empty, Read("").Refusal);
        Assert.Equal(ImportRefusal.Empty, Read("\uFEFF \r\n").Refusal);
        Assert.Equal(ImportRefusal.TooBig, ImportFile.Read(new byte[ImportFile.MaxBytes + 1]).Refusal);
        Assert.Equal(ImportRefusal.Spreadsheet, ImportFile.Read(Zip("xl/workbook.xml")).Refusal);
        Assert.Equal(ImportRefusal.Spreadsheet, ImportFile.Read(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }).Refusal);
        Assert.Equal(ImportRefusal.Archive, ImportFile.Read(Zip("bomb.csv")).Refusal);
        Assert.Equal(ImportRefusal.Archive, ImportFile.Read(new byte[] { 0x1F, 0x8B, 8, 0 }).Refusal);
        Assert.Equal(ImportRefusal.NotUtf8, ImportFile.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("slug")).ToArray()).Refusal);
        Assert.Equal(ImportRefusal.NotUtf8, ImportFile.Read(Encoding.GetEncoding("iso-8859-1").GetBytes("slug,provider\na,Universit\u00E4t")).Refusal);
        Assert.Equal(ImportRefusal.NotUtf8, Read("slug\0,provider").Refusal);
        Assert.Equal(ImportRefusal.TooManyRows, Read("slug\n" + string.Concat(Enumerable.Repeat("a\n", ImportFile.MaxRows + 1))).Refusal);
        Assert.Equal(ImportRefusal.TooManyRows, Read("[" + string.Join(',', Enumerable.Repeat("{}", ImportFile.MaxRows + 1)) + "]").Refusal);
        // Rows that are none count too.
        Assert.Equal(ImportRefusal.TooManyRows, Read("slug\n" + string.Concat(Enumerable.Repeat("a,b\n", ImportFile.MaxRows + 1))).Refusal);
        Assert.Equal(ImportRefusal.TooManyRows, Read("[" + string.Join(',', Enumerable.Repeat("1", ImportFile.MaxRows + 1)) + "]").Refusal);
    }

    [Theory]
    [InlineData("slug,provider\na,b\n")]
    [InlineData("\uFEFFslug;provider\r\na;b\r\n")]
    [InlineData("slug\tprovider\r\na\tb")]
    [InlineData("sep=;\nslug;provider\na;b")]
    [InlineData("\"Slug\", PROVIDER,,\n\n\"a\",b,,\n,,\n")]
    public void A_table_is_read_as_spreadsheets_write_it(string text)
    {
        var file = Read(text);

        Assert.Null(file.Refusal);
        Assert.Empty(file.Problems);
        var entry = Assert.Single(file.Entries);
        Assert.Equal("a", entry.Slug);
        Assert.Equal("b", entry.Values.Single(value => value.Path == "provider").Value!.ToString());
    }

    [Fact]
    public void Lines_are_counted_also_behind_cells_with_line_breaks()
    {
        var file = Read("slug,evidence\na,\"https://a | says | 2026\nhttps://b | more\"\n\nb,https://c | x\n");

        Assert.Equal([2, 5], file.Entries.Select(entry => entry.Line));
        Assert.Equal(2, file.Entries[0].Values.Single(value => value.Path == "evidence").Value!.AsArray().Count);
        Assert.Equal([2, 5], Read("[\n {\"slug\": \"a\"},\n\n\n {\"slug\": \"b\"}\n]").Entries.Select(entry => entry.Line));
    }

    [Theory]
    [InlineData("provider\nb", 1, "slug")]
    [InlineData("slug,colour\na,b", 1, "colour")]
    [InlineData("slug,slug\na,b", 1, "slug")]
    [InlineData("slug,provider\na,b,c", 2, "")]
    [InlineData("slug,provider\na,\"b\n", 2, "")]
    [InlineData("slug,provider\na,b\"c\n", 2, "")]
    [InlineData("{\"slug\": \"a\"}", 1, "")]
    [InlineData("[\n{\"slug\": \"a\"\n,]", 3, "")]
    [InlineData("[\n{\"slug\": \"a\", \"slug\": \"b\"}]", 2, "")]
    [InlineData("[1]", 1, "")]
    [InlineData("[] x", 1, "")]
    public void A_broken_file_says_where(string text, int line, string field)
    {
        var problem = Assert.Single(Read(text).Problems);

        Assert.Equal((line, field), (problem.Line, problem.Field));
    }

    [Theory]
    [InlineData("slug,provider,link\na,b\n", "this row has 2 cells, the heading 3")]
    [InlineData("slug;provider;link\na;b;https://example.org/;c\n", "this row has 4 cells, the heading 3")]
    [InlineData("slug,provider,link\na,b, and c,https://example.org/\n", "this row has 4 cells, the heading 3")]
    public void A_row_with_too_few_or_too_many_cells_is_said_to_be_so(string text, string sentence)
    {
        var file = Read(text);

        Assert.Empty(file.Entries);
        var line = MistakeText.Line(Assert.Single(file.Problems), new Speech().Of<ExchangePhrases>(Language.English), Language.English);
        Assert.Contains(sentence, line, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_largest_and_strangest_files_are_done_in_a_moment()
    {
        var clock = Stopwatch.StartNew();
        var size = ImportFile.MaxBytes - 100;
        string[] strange =
        [
            "slug\n" + new string('a', size), "slug\n\"" + new string('"', size), new string(',', size), new string('\n', size),
            "slug," + string.Join(',', Enumerable.Range(0, 500).Select(number => $"c{number}")), new string('[', size), "[" + new string('{', size),
            "[\"" + new string('\\', size - size % 2) + "\"]", "slug\n" + string.Concat(Enumerable.Repeat("\u202E\u0301", 100_000)),
        ];
        foreach (var text in strange)
        {
            var file = Read(text);
            Assert.True(file.Refusal is not null || file.Problems.Count + file.Entries.Count > 0);
        }

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void No_bytes_make_it_throw() => Gen.Byte.Array[0, 300].Sample(bytes => ImportFile.Read(bytes) is not null);

    [Fact]
    public void No_text_makes_it_throw() =>
        Gen.Char["{}[]\",;:\n\r\\slug1'="].Array[0, 60].Select(letters => new string(letters))
            .Sample(text => Read("slug" + text) is not null && Read("[" + text) is not null);

    private static ImportFile Read(string text) => ImportFile.Read(Encoding.UTF8.GetBytes(text));

    private static byte[] Zip(string name)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry(name).Open();
            part.Write(new byte[10_000]);
        }

        return stream.ToArray();
    }
}
