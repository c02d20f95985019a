using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Chat;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Admins;

/// <summary>An entry exactly as visitors see it, before they do.</summary>
public sealed class CardPreview(CardPage card, EntryShelf shelf, TimeProvider clock)
{
    /// <summary>A draft as visitors will see it once it is published today.</summary>
    public async Task<Answer> DrawAsync(StaffCall call, Draft draft, string action, string backAction, CancellationToken cancellation)
    {
        var before = draft.Resource is { } entry ? (await shelf.FindAsync(entry, cancellation))?.Resource : null;
        var published = Publication.Of(draft.Body.Read().Resource, before, KabulTime.Today(clock));
        var language = LanguageCodes.FromCode(call.Code.Text(1)) ?? call.Visit.Reader.Language;
        return Draw(call, published, language, action, draft.Id.Value, backAction);
    }

    /// <summary>The card as a visitor sees it in a language, with only our own way back under it.</summary>
    public Answer Draw(StaffCall call, Resource resource, Language language, string action, object id, string backAction)
    {
        var own = call.Page(action, id, language.Code());
        var seen = new Page(call.Visit.Speech, call.Visit.Reader with { Language = language }, own.Code);
        card.Preview(seen, resource);
        DraftView.PreviewRow(own, action, id);
        own.StaffRow(own.To("", backAction, id));
        foreach (var row in own.Rows) seen.Row(row);
        return new Answer(seen.ToScreen(call.Visit.Rules.Solo ? call.Phrases.SoloBanner : null));
    }
}
