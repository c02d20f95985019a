using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Catalogue.Exchange;

/// <summary>The published catalogue as files. It holds nothing about anybody.</summary>
public static class CatalogueExport
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        // Dari letters as they are; the file is not put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Formats by the word that asks for them, with the name of the file.</summary>
    public static IReadOnlyDictionary<string, string> FileNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["csv"] = "catalogue.csv",
        ["json"] = "catalogue.json",
        ["hsds"] = "contacts.hsds.json",
    };

    /// <exception cref="ArgumentOutOfRangeException">Not one of <see cref="FileNames"/>.</exception>
    public static byte[] Write(string format, IReadOnlyList<Resource> catalogue) => format switch
    {
        "csv" => Csv(catalogue),
        "json" => Json(catalogue),
        "hsds" => HumanServices.Write(catalogue, Readable),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>As spreadsheets like it: UTF-8 with the mark without which some take it for Latin, and no cell that runs.</summary>
    public static byte[] Csv(IReadOnlyList<Resource> catalogue)
    {
        EntryColumn[] columns = [.. EntryColumns.All, .. EntryColumns.ForReadingOnly];
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.Preamble);
        using (var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true))
        {
            Row(writer, columns.Select(column => column.Name));
            foreach (var entry in catalogue.Select(EntryJson.Write))
                Row(writer, columns.Select(column => Formulas.Neutralise(column.Show(column.In(entry)))));
        }

        return stream.ToArray();
    }

    /// <summary>The form of seed files, which an import reads.</summary>
    public static byte[] Json(IReadOnlyList<Resource> catalogue) =>
        Encoding.UTF8.GetBytes(new JsonArray([.. catalogue.Select(EntryJson.Write)]).ToJsonString(Readable) + "\n");

    private static void Row(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells) writer.WriteField(cell);
        writer.EndRecord();
    }
}
