using ResourceBot.Languages;

namespace ResourceBot.Conversations.Everyone;

/// <summary>
/// What is left after "close": something true and ordinary that the first page offers too. There is no way back on it,
/// because whoever looks over her shoulder would press it; she knows to write /start.
/// </summary>
public sealed class TimesTablePage : IPage<TimesTableView>
{
    private const int Least = 2;
    private const int Most = 12;

    public Task<bool> DrawAsync(Page page, TimesTableView view, CancellationToken cancellation)
    {
        var language = page.Reader.Language;
        page.Heading(Phrase.Fill(page.Phrases.TimesTable, ("number", Digits.Show(view.Number, language))));
        for (var factor = 1; factor <= 10; factor++)
            page.Text(Direction.LeftToRight(Digits.Show($"{view.Number} × {factor} = {view.Number * factor}", language)));

        var before = view.Number == Least ? Most : view.Number - 1;
        var after = view.Number == Most ? Least : view.Number + 1;
        page.Row(
            page.To(Digits.Show(before, language), new TimesTableView(before)),
            page.To(Digits.Show(after, language), new TimesTableView(after)));
        return Task.FromResult(true);
    }
}
