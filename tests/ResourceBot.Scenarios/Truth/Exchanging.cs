using System.Text;
using ResourceBot.Scenarios.Staff;

namespace ResourceBot.Scenarios.Truth;

/// <summary>Files that people send to the bot and get from it.</summary>
internal static class Exchanging
{
    public const string Slug = "new-file-grant";
    public const string Title = "Grant out of a file";

    /// <summary>As spreadsheets of many countries write it: with a mark, semicolons, quotes, and a line break in a cell.</summary>
    public static byte[] GoodTable { get; } =
    [
        .. Encoding.UTF8.Preamble,
        .. Encoding.UTF8.GetBytes(
            "slug;kind;topics;provider;link;evidence;deadline;inside;title_en;summary_en;who_en;how_en\r\n"
            + $"{Slug};scholarship;scholarships;\"File; Foundation\";https://file.example.org/;\"https://file.example.org/ | It says so | 2026-10\n"
            + "https://file.example.org/b | And so\";2099-12-31;yes;" + Title + ";Pays a year of study.;Women who finished school.;Fill in the form.\r\n"
            + "learn-afghanistan;programme;learning;LEARN Afghanistan;https://www.learnafghan.org;https://www.learnafghan.org | It says so;"
            + "unknown;yes;LEARN;Schools that nobody sees.;Girls.;Write to it.\r\n"),
    ];

    /// <summary>She sends a file and waits until it is gone from her chat and the panel shows <paramref name="expected"/>.</summary>
    public static Task<Visitor> SendsFileAsync(this Visitor she, string name, byte[] content, string expected)
    {
        var message = she.Phone.SendFile(name, content);
        return she.SeesAsync(phone => phone.Messages.All(shown => shown.Id != message) && she.Screen.Contains(expected, StringComparison.Ordinal));
    }

    public static Task<Visitor> SendsFileAsync(this Visitor she, string name, string content, string expected) =>
        she.SendsFileAsync(name, Encoding.UTF8.GetBytes(content), expected);

    /// <summary>She presses a button that answers with a file.</summary>
    public static async Task<byte[]> GetsFileAsync(this Visitor she, StaffTeam team, string label)
    {
        var before = Files(she).Count;
        she.Phone.PressLabel(label);
        await she.SeesAsync(_ => Files(she).Count > before);
        return await team.DownloadAsync(Files(she)[^1]);
    }

    /// <summary>The files that lie in her chat, oldest first.</summary>
    public static IReadOnlyList<string> Files(Visitor she) =>
        [.. she.Phone.Messages.Where(message => message.FromBot).Select(message => message.FileId).OfType<string>()];
}
