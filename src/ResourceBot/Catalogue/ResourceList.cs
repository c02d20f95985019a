namespace ResourceBot.Catalogue;

/// <summary>One line of a list.</summary>
public sealed record ResourceLine(Slug Slug, ResourceKind Kind, ResourceStatus Status, string Title);

/// <summary>A page of a list.</summary>
/// <param name="Total">How many lines the whole list has.</param>
public sealed record ResourceList(IReadOnlyList<ResourceLine> Lines, int Total);
