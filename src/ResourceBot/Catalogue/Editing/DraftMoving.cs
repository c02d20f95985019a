using System.Text.Json.Nodes;

namespace ResourceBot.Catalogue.Editing;

/// <summary>A draft whose entry was changed beneath it, by a check or an import, is put onto the changed entry: what the writer wrote stays.</summary>
internal static class DraftMoving
{
    public static bool HasMoved(Draft draft, Resource now)
    {
        var body = DraftBody.Of(now);
        return EntryFields.All.Any(field => !JsonNode.DeepEquals(body.Get(field.Path), draft.Base!.Get(field.Path)));
    }

    public static Draft Onto(Draft draft, Resource now)
    {
        var body = DraftBody.Of(now);
        foreach (var field in EntryFields.All)
        {
            var written = draft.Body.Get(field.Path);
            if (!JsonNode.DeepEquals(written, draft.Base!.Get(field.Path))) body.Set(field.Path, written?.DeepClone());
        }

        return draft with { Body = body, Base = DraftBody.Of(now) };
    }
}
