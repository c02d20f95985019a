using ResourceBot.Catalogue;
using ResourceBot.Chat;
using ResourceBot.Conversations.Visitors;
using ResourceBot.Languages;

namespace ResourceBot.Conversations.Admins;

/// <summary>An entry exactly as visitors see it, before they do.</summary>
public sealed class CardPreview(CardPage card)
{
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
