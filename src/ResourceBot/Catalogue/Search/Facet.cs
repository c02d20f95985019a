namespace ResourceBot.Catalogue.Search;

/// <summary>A fact of entries, written <c>family=code</c>, such as <c>level=master</c> or <c>country=DE</c>.</summary>
public sealed record Facet(string Family, string Code)
{
    private static readonly string[] Flags = ["no-passport", "no-grade12", "no-language-test", "remote", "little-data", "free"];

    /// <returns>Null when there is no such family, or no such code in it.</returns>
    public static Facet? TryParse(string text)
    {
        var parts = text.Split('=');
        return parts.Length == 2 && IsKnown(parts[0], parts[1]) ? new Facet(parts[0], parts[1]) : null;
    }

    public override string ToString() => $"{Family}={Code}";

    private static bool IsKnown(string family, string code) => family switch
    {
        "kind" => code is "scholarship" or "programme" or "contact",
        "topic" => Topics.FromCode(code) is not null,
        "level" => Codes.Levels.Contains(code),
        "field" => Codes.Fields.Contains(code),
        "funding" => Codes.Funding.Contains(code),
        "delivery" => Codes.Delivery.Contains(code),
        "cost" => Codes.Costs.Contains(code),
        "document" => Codes.Documents.Contains(code),
        "language" => Codes.Languages.Contains(code),
        "country" => code.Length == 2 && code.All(char.IsAsciiLetterUpper),
        "region" => code == "europe",
        "flag" => Flags.Contains(code),
        "place" => code is "inside" or "outside",
        "inside" or "outside" or "women" => code is "yes" or "no",
        _ => false,
    };
}
