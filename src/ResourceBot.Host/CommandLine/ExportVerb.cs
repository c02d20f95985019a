using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Exchange;

namespace ResourceBot.Host.CommandLine;

/// <summary><c>export FILE</c>: the published catalogue as a file, whole or not at all.</summary>
internal sealed class ExportVerb(ResourceStore resources, Printed printed)
{
    /// <param name="format">Null: what the name of the file says.</param>
    /// <param name="overwrite">May take the place of a file that is there.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string path, string? format, bool overwrite, CancellationToken cancellation)
    {
        var catalogue = await resources.AllAsync(cancellation);
        format ??= FormatOf(path);
        try
        {
            await WriteAsync(Path.GetFullPath(path), CatalogueExport.Write(format, catalogue), overwrite, cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            printed.Complain(File.Exists(path) && !overwrite
                ? $"{path} is there already; add --overwrite, or name another file."
                : $"{path} cannot be written: {problem.Message}");
            return ExitCode.CannotCreate;
        }

        var count = format == "hsds" ? catalogue.Count(entry => entry.Kind == ResourceKind.Contact) : catalogue.Count;
        printed.Say($"{path}: {count} entries as {format}.");
        return ExitCode.Ok;
    }

    /// <summary>The format that a name asks for; a table when it asks for none.</summary>
    internal static string FormatOf(string path)
    {
        var name = Path.GetFileName(path).ToLowerInvariant();
        return name.EndsWith(".hsds.json", StringComparison.Ordinal) ? "hsds" : name.EndsWith(".json", StringComparison.Ordinal) ? "json" : "csv";
    }

    // Beside its place and then into it, so that nobody ever finds half a catalogue.
    private static async Task WriteAsync(string path, byte[] content, bool overwrite, CancellationToken cancellation)
    {
        if (File.Exists(path) && !overwrite) throw new IOException("The file exists.");
        var draft = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(content, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
