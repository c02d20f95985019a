using ResourceBot.Chat;
using ResourceBot.Languages;

namespace ResourceBot.Conversations;

/// <summary>
/// What every page needs while it is drawn: whom it speaks to, in which words, and how its lines and buttons become a
/// <see cref="Screen"/>.
/// </summary>
/// <param name="code">The code that leads to this very page.</param>
/// <param name="isHome">The first page, which has no way to itself.</param>
public class Page(Speech speech, Reader reader, string code, bool isHome = false)
{
    private readonly List<string> _lines = [];
    private readonly List<IReadOnlyList<Button>> _rows = [];

    public Page(Speech speech, Reader reader, View view)
        : this(speech, reader, ScreenCode.Write(reader, view), view is HomeView)
    {
    }

    public Reader Reader => reader;

    /// <summary>Leads to this very page.</summary>
    public string Code => code;

    public IReadOnlyList<IReadOnlyList<Button>> Rows => _rows;

    public Phrases Phrases { get; } = speech.Phrases(reader.Language);

    public Words Words { get; } = speech.Words(reader.Language);

    /// <summary>Between the items of a list inside a line.</summary>
    public string Comma => reader.Language.IsRightToLeft() ? "، " : ", ";

    /// <summary>Adds a line of HTML; what comes from outside must have been through <see cref="Markup"/>.</summary>
    public void Line(string html) => _lines.Add(html);

    public void Text(string text) => _lines.Add(Markup.Escape(text));

    public void Heading(string text) => _lines.Add(Markup.Bold(text));

    public void Gap()
    {
        if (_lines.Count > 0 && _lines[^1].Length > 0) _lines.Add("");
    }

    public void Row(params IReadOnlyList<Button> buttons)
    {
        if (buttons.Count > 0) _rows.Add(buttons);
    }

    public CodeButton To(string label, View target) => To(label, reader, target);

    public static CodeButton To(string label, Reader other, View target) => new(label, ScreenCode.Write(other, target));

    /// <summary>Which of the three places the list shows; the chosen one carries a mark. Short: three in a row on a small phone.</summary>
    public void PlaceRow(View target) =>
        Row([.. Catalogue.Places.All.Select(place => To(
            (place == reader.Place ? "● " : "") + (place == Catalogue.Place.Inside ? Phrases.PlaceInsideShort : PlaceName(place)), reader with { Place = place }, target))]);

    public string PlaceName(Catalogue.Place place) => place switch
    {
        Catalogue.Place.Inside => Phrases.PlaceInside,
        Catalogue.Place.Outside => Phrases.PlaceOutside,
        _ => Phrases.PlaceAnywhere,
    };

    /// <summary>The row that stands under every page: one step back, the first page, and the way out.</summary>
    public void WayRow(View? back)
    {
        var row = new List<Button>();
        if (back is not null and not HomeView) row.Add(To(Phrases.Back, back));
        if (!isHome) row.Add(To(Phrases.Home, new HomeView()));
        row.Add(To(Phrases.Hide, new TimesTableView(TimesTableView.First)));
        Row(row);
    }

    /// <param name="notice">One line above the page, such as "please use the buttons".</param>
    public Screen ToScreen(string? notice = null)
    {
        var lines = notice is null ? _lines : [Markup.Italic(notice), "", .. _lines];
        var html = Html(lines);
        // Telegram refuses a whole screen for one letter too many, and the way out with it: the end of the text goes first.
        for (var kept = lines.Count - 1; kept > 0 && html.Length > Markup.MostLetters && Markup.Letters(html) > Markup.MostLetters; kept--)
            html = Html([.. lines.Take(kept), "…"]);
        return new Screen(html, _rows, code);
    }

    private string Html(IReadOnlyList<string> lines) => Direction.Lines(string.Join('\n', lines).TrimEnd('\n'), reader.Language);
}
