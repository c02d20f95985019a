using System.Text.Json.Nodes;
using ResourceBot.Catalogue.Editing;
using ResourceBot.Chat;

namespace ResourceBot.Conversations.Admins;

/// <summary>What is different between two versions of an entry, field by field, with letters that cannot be seen spelt out.</summary>
internal static class Changes
{
    /// <param name="mostLetters">Where to stop; the previews show the rest.</param>
    public static void Write(StaffPage page, DraftBody before, DraftBody after, int mostLetters)
    {
        var changed = EntryFields.All.Where(field => !JsonNode.DeepEquals(before.Get(field.Path), after.Get(field.Path))).ToList();
        page.Text(changed.Count == 0 ? page.Staff.NoChanges : page.Staff.Changes);
        var letters = 0;
        foreach (var field in changed)
        {
            var old = FieldText.Show(before, field, page);
            var now = FieldText.Show(after, field, page);
            letters += StaffWords.Field(field, page, page.Staff).Length + old.Length + now.Length;
            if (letters > mostLetters)
            {
                page.Text("…");
                return;
            }

            page.Line(
                $"• {Markup.Bold(StaffWords.Field(field, page, page.Staff) + ":")} "
                + (old == page.Staff.Empty ? "" : $"<s>{Markup.Escape(old)}</s> → ") + Markup.Escape(now));
        }
    }
}
