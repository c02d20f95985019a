using ResourceBot.Languages;

namespace ResourceBot.Catalogue;

/// <summary>One line of a list.</summary>
/// <param name="Rests">Its deadline has passed (<see cref="Rest"/>); such a line is only in what was searched for.</param>
/// <param name="IsStale">Nobody compared it with its source lately (<see cref="Freshness"/>).</param>
public sealed record ResourceLine(Slug Slug, ResourceKind Kind, ResourceStatus Status, string Title, bool Rests, bool IsStale)
{
    public static ResourceLine Of(Resource resource, Language language, DateOnly today) => new(
        resource.Slug, resource.Kind, resource.Status, resource.TextFor(language).Title,
        Rest.Of(resource.Deadline, resource.Opens)?.IsOn(today) == true, Freshness.IsMarked(resource.ComparedOn, today));
}

/// <summary>A page of a list.</summary>
/// <param name="Total">How many lines the whole list has.</param>
public sealed record ResourceList(IReadOnlyList<ResourceLine> Lines, int Total);
