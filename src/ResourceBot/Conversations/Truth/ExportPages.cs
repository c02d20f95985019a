using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Truth;

/// <summary>The catalogue as a file, sent below the panel.</summary>
internal sealed class ExportPages(ResourceStore resources) : ITruthPages
{
    public const string Action = "export";
    private const string TakeAction = "take";

    public IReadOnlyList<TruthAction> Actions =>
    [
        TruthAction.ForStaff(Action, Right.MoveEntries, (_, visit, _) => Task.FromResult<Answer?>(Draw(visit)), isCommand: true),
        TruthAction.ForStaff(TakeAction, Right.MoveEntries, TakeAsync),
    ];

    private static Answer Draw(StaffVisit visit)
    {
        var page = visit.Page(TruthPart.OwnPrefix, Action);
        var phrases = page.Of<ExchangePhrases>();
        page.Heading(phrases.Export);
        page.Text(phrases.ExportAbout);
        page.Row(page.To(phrases.ExportCsv, TakeAction, "csv"), page.To(phrases.ExportJson, TakeAction, "json"));
        page.Row(page.To(phrases.ExportHsds, TakeAction, "hsds"));
        page.StaffRow(back: null);
        return new Answer(page.ToScreen());
    }

    private async Task<Answer?> TakeAsync(TruthCall call, StaffVisit visit, CancellationToken cancellation)
    {
        var format = call.Code.Text(0);
        if (!CatalogueExport.FileNames.TryGetValue(format, out var name)) return null;
        var content = CatalogueExport.Write(format, await resources.AllAsync(cancellation));
        return new Answer(Files: [new OutgoingFile(name, content)]);
    }
}
