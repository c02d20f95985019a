using ResourceBot.Languages;

namespace ResourceBot.Catalogue.Editing;

/// <summary>What a draft becomes when it is published: its own words and facts, with what the program keeps beside them.</summary>
internal static class Publication
{
    /// <param name="before">The entry as it is; null for a new one.</param>
    public static Resource Of(Resource draft, Resource? before, DateOnly today)
    {
        if (before is null)
        {
            return draft with
            {
                Revision = 1,
                // Two people have just read it beside its source.
                ComparedOn = today,
                LinkAnsweredOn = null,
                LinkTriedOn = null,
                Texts = draft.Texts.ToDictionary(text => text.Key, text => text.Value with { FromRevision = 1 }),
            };
        }

        var original = draft.Original;
        var revision = SameWords(draft.Texts[original], before.Texts.GetValueOrDefault(original)) ? before.Revision : before.Revision + 1;
        return draft with
        {
            Id = before.Id,
            Revision = revision,
            ComparedOn = before.ComparedOn,
            LinkAnsweredOn = draft.Link == before.Link ? before.LinkAnsweredOn : null,
            LinkTriedOn = draft.Link == before.Link ? before.LinkTriedOn : null,
            Texts = draft.Texts.ToDictionary(text => text.Key, text => text.Key == original
                ? text.Value with { FromRevision = revision }
                : Translation(text.Key, text.Value, before, revision)),
        };
    }

    // A translation that was touched in this draft was made from the words beside it; an untouched one is as old as it was.
    private static ResourceText Translation(Language language, ResourceText text, Resource before, int revision) =>
        before.Texts.TryGetValue(language, out var old) && SameWords(text, old)
            ? text with { FromRevision = old.FromRevision }
            : text with { FromRevision = revision };

    private static bool SameWords(ResourceText one, ResourceText? other) =>
        other is not null && one with { State = other.State, FromRevision = other.FromRevision } == other;
}
