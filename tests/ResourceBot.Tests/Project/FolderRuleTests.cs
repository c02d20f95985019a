using System.Text.RegularExpressions;

namespace ResourceBot.Tests.Project;

/// <summary>Who may lean on whom, as docs/architecture.md says; read from the using lines, which the build keeps free of unused ones.</summary>
public sealed partial class FolderRuleTests
{
    private static readonly Dictionary<string, string[]> MayLeanOn = new(StringComparer.Ordinal)
    {
        ["Chat"] = [],
        ["Languages"] = [],
        ["Storage"] = [],
        ["People"] = ["Chat", "Languages", "Storage"],
        ["Catalogue"] = ["People", "Chat", "Languages", "Storage"],
        ["Broadcasts"] = ["Catalogue", "People", "Chat", "Languages", "Storage"],
        ["Figures"] = ["Catalogue", "Languages", "Storage"],
        ["Conversations"] = ["Figures", "Broadcasts", "Catalogue", "People", "Chat", "Languages", "Storage"],
    };

    [Fact]
    public void Each_folder_of_the_core_leans_only_on_those_below_it()
    {
        var wrong = new List<string>();
        var core = Repository.PathOf("src", "ResourceBot");
        foreach (var file in SourceFiles(core))
        {
            var folder = Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)[0];
            Assert.True(MayLeanOn.TryGetValue(folder, out var allowed), $"{folder} has no rule");
            wrong.AddRange(Usings(file)
                .Where(used => used != folder && !allowed!.Contains(used))
                .Select(used => $"{Path.GetFileName(file)} in {folder} uses {used}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_core_knows_no_Telegram_no_driver_and_no_web()
    {
        string[] outside = ["Telegram.Bot", "Microsoft.Data.Sqlite", "Npgsql", "Microsoft.AspNetCore", "ResourceBot.Host", "ResourceBot.LocalTelegram"];
        Assert.All(SourceFiles(Repository.PathOf("src", "ResourceBot")), file =>
            Assert.DoesNotContain(outside, name => File.ReadAllText(file).Contains($"using {name}", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_local_Telegram_knows_nothing_of_ours() =>
        Assert.All(SourceFiles(Repository.PathOf("src", "ResourceBot.LocalTelegram")), file =>
            Assert.DoesNotMatch(@"using ResourceBot\.(?!LocalTelegram)", File.ReadAllText(file)));

    [Fact]
    public void Names_say_what_a_thing_is() =>
        Assert.All(SourceFiles(Repository.PathOf("src")), file =>
            Assert.DoesNotMatch("(Service|Manager|Helpers?|Utils?|Provider|Factory)$", Path.GetFileNameWithoutExtension(file)));

    [Fact]
    public void Files_are_of_one_idea() =>
        Assert.All(SourceFiles(Repository.PathOf("src")), file => Assert.InRange(File.ReadAllLines(file).Length, 1, 400));

    [Fact]
    public void Values_never_go_into_SQL_by_pasting()
    {
        // Inside an interpolated statement only our own constants may stand; they begin with a capital letter.
        foreach (var file in SourceFiles(Repository.PathOf("src", "ResourceBot")))
        {
            foreach (Match statement in Interpolated().Matches(File.ReadAllText(file)))
                Assert.DoesNotMatch(@"\{[^}]*\.(Text|Words|Value|Name)\b", statement.Value);
        }
    }

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<string> Usings(string file) =>
        OurUsing().Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value);

    [GeneratedRegex(@"^using ResourceBot\.(?<folder>\w+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex OurUsing();

    [GeneratedRegex("\\$\"+\\s*(SELECT|INSERT|UPDATE|DELETE)[^\"]*\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Interpolated();
}
