using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations;

/// <summary>A page that only staff see. On each of them stands that the team works alone, if it does.</summary>
public sealed class StaffPage : Page
{
    private readonly Speech _speech;
    private readonly char _prefix;

    /// <param name="code">Of this page; its first letter is the part to whose pages <see cref="To(string, string, object[])"/> leads.</param>
    public StaffPage(Speech speech, Reader reader, StaffRules rules, string code)
        : base(speech, reader, code)
    {
        (_speech, _prefix) = (speech, code[0]);
        Staff = speech.Of<StaffPhrases>(reader.Language);
        if (!rules.Solo) return;
        Line(Markup.Italic($"⚠️ {Staff.SoloBanner}"));
        Gap();
    }

    public StaffPhrases Staff { get; }

    /// <summary>The phrases of a part, in the language of this page.</summary>
    public T Of<T>() where T : class => _speech.Of<T>(Reader.Language);

    /// <summary>A line with a phrase of ours; what is written in it in Latin letters and digits keeps its direction.</summary>
    public void Say(string phrase) => Text(Direction.Examples(phrase, Reader.Language));

    /// <summary>A button to another page of the same part.</summary>
    public CodeButton To(string label, string action, params object[] parts) =>
        new(label, PartCode.Write(_prefix, Reader, action, parts));

    /// <summary>The row that stands under every staff page: a step back, the staff's first page, the way out.</summary>
    public void StaffRow(CodeButton? back)
    {
        var row = new List<Button>();
        if (back is not null) row.Add(back with { Label = Phrases.Back });
        row.Add(new CodeButton(Staff.StaffHome, PartCode.Write(StaffDoor.Prefix, Reader, StaffDoor.HomeAction)));
        row.Add(To(Phrases.Hide, new TimesTableView(TimesTableView.First)));
        Row(row);
    }
}
