namespace ResourceBot.Catalogue;

/// <summary>Who can use a resource.</summary>
/// <param name="Inside">People living inside Afghanistan.</param>
/// <param name="Outside">Afghans living elsewhere.</param>
/// <param name="Countries">If not empty: only people living in these (ISO 3166-1 alpha-2).</param>
/// <param name="AgeFrom">Years, inclusive.</param>
/// <param name="AgeTo">Years, inclusive.</param>
public sealed record Audience(
    Known Inside, Known Outside, IReadOnlyList<string> Countries, Known WomenOnly, int? AgeFrom, int? AgeTo);
