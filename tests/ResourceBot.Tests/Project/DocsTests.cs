using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ResourceBot.Conversations;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Tests.Project;

/// <summary>What the documents promise is so.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Every_setting_of_the_file_stands_in_the_table_with_its_default()
    {
        var table = File.ReadAllText(Repository.PathOf("docs", "settings.md"));
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("appsettings.json")));
        foreach (var (name, value) in Flatten(file.RootElement, ""))
        {
            Assert.Contains($"| `{name}` |", table, StringComparison.Ordinal);
            if (value.Length > 0) Assert.Contains($"| `{name}` | `{value}` |", table, StringComparison.Ordinal);
        }
    }

    /// <summary>To write the file anew: <c>RESOURCEBOT_WRITE_DOCS=1 dotnet test --filter DocsTests</c>.</summary>
    [Fact]
    public void The_table_of_commands_is_the_one_of_the_program()
    {
        var path = Repository.PathOf("docs", "commands.md");
        var expected = CommandsDocument();
        if (Environment.GetEnvironmentVariable("RESOURCEBOT_WRITE_DOCS") == "1") File.WriteAllText(path, expected);
        Assert.Equal(expected, File.ReadAllText(path));
    }

    [Fact]
    public void The_readme_is_short() => Assert.InRange(File.ReadAllLines(Repository.PathOf("README.md")).Length, 20, 119);

    public static TheoryData<string> Documents() =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string document)
    {
        var path = Repository.PathOf(document);
        foreach (Match link in Link().Matches(File.ReadAllText(path)))
        {
            var target = link.Groups["target"].Value;
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith('#')) continue;
            var there = Path.Combine(Path.GetDirectoryName(path)!, target.Split('#')[0]);
            Assert.True(File.Exists(there) || Directory.Exists(there), $"{document} links to {target}");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_test_that_a_promise_names_is_there(string document)
    {
        var tests = string.Concat(Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        foreach (Match named in NamedTest().Matches(File.ReadAllText(Repository.PathOf(document))))
        {
            Assert.Contains($"class {named.Groups["class"].Value}", tests, StringComparison.Ordinal);
            if (named.Groups["method"].Success) Assert.Contains($" {named.Groups["method"].Value}(", tests, StringComparison.Ordinal);
        }
    }

    private static string CommandsDocument()
    {
        var speech = new Speech();
        var text = new StringBuilder();
        text.Append("# Commands\n\n");
        text.Append("Declared once in `src/ResourceBot/Conversations/Commands.cs`; help, Telegram's menus and this table follow from there (test: `DocsTests`).\n");
        text.Append("Whoever may not use a command gets the same answer as to garbled text.\n\n");
        text.Append("| command | who | English | Dari | Pashto |\n|---|---|---|---|---|\n");
        foreach (var command in Commands.All)
        {
            var who = command.Needs is { } needed
                ? string.Join(", ", Enum.GetValues<Role>().Where(role => role.May(needed)).Select(role => role.ToString().ToLowerInvariant()))
                : "everybody";
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| `/{command.Name}` | {who} | {command.Description(speech, Language.English)} | {command.Description(speech, Language.Dari)} | {command.Description(speech, Language.Pashto)} |\n");
        }

        text.Append("\nDeep links: `/start r_<slug>` opens an entry, `/start i_<code>` is a one-time invitation to the staff.\n");
        text.Append("A dot, or a zero of any digits, does the same as `/hide`. Any other text is a search.\n");
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Flatten(JsonElement element, string prefix) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            Flatten(property.Value, prefix.Length == 0 ? property.Name : $"{prefix}:{property.Name}")),
        JsonValueKind.Array => [(prefix, element.GetRawText())],
        _ => [(prefix, element.ToString())],
    };

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<class>[A-Z]\w+Tests)(\.(?<method>\w+))?`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedTest();
}
