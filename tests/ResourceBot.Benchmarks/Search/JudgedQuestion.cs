using System.Globalization;

namespace ResourceBot.Benchmarks.Search;

/// <summary>A question with what people judged to be its answers.</summary>
/// <param name="Class">en, prs, ps, rom_prs, crisis, none and so on.</param>
/// <param name="Grades">3 exactly it, 2 fits well, 1 related; empty when nothing should be answered with confidence.</param>
internal sealed record JudgedQuestion(string Id, string Class, string Words, IReadOnlyDictionary<string, int> Grades)
{
    private const int Columns = 5;

    /// <summary>Lines of <c>id class question intent slug:grade;slug:grade</c> with tabs between, no quotes, after one header line.</summary>
    /// <exception cref="FormatException">A line is not of this form; the message names it.</exception>
    public static IReadOnlyList<JudgedQuestion> Read(string path) =>
        [.. File.ReadAllText(path).Split('\n').Index().Skip(1).Where(line => line.Item.Trim('\r').Length > 0).Select(line => Parse(line.Item.Trim('\r'), line.Index + 1))];

    private static JudgedQuestion Parse(string line, int number)
    {
        var columns = line.Split('\t');
        if (columns.Length < Columns) throw new FormatException($"Line {number} has {columns.Length} columns instead of {Columns}.");
        var grades = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var pair in columns[4].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(':');
            if (parts.Length != 2 || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var grade))
                throw new FormatException($"Line {number}: \"{pair}\" is not slug:grade.");
            grades[parts[0]] = grade;
        }

        return new JudgedQuestion(columns[0], columns[1], columns[2], grades);
    }
}
