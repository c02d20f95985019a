using System.Security.Cryptography;
using System.Text;

namespace ResourceBot.Host.Sqlite;

/// <summary>One numbered step of the schema, a file of the folder Migrations.</summary>
/// <param name="Number">Steps run in the order of their numbers; a step that was released is never changed.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    private const string Prefix = "sqlite/";

    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public static IReadOnlyList<Migration> All { get; } =
    [
        .. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static Migration Read(string resource)
    {
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(resource)!);
        var name = resource[Prefix.Length..];
        return new Migration(int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
