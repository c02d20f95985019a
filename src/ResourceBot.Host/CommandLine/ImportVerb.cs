using ResourceBot.Catalogue.Exchange;
using ResourceBot.Conversations.Truth;
using ResourceBot.Languages;

namespace ResourceBot.Host.CommandLine;

/// <summary>
/// <c>import FILE [--apply]</c>: says what a file would do, or does it, by the very code that reads a file sent to the bot.
/// Whoever can call this could write the database itself, so one pair of eyes is enough; the audit trail says that it was the operator.
/// </summary>
internal sealed class ImportVerb(Imports imports, Speech speech, Printed printed)
{
    private readonly ExchangePhrases _phrases = speech.Of<ExchangePhrases>(Language.English);

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string path, bool apply, CancellationToken cancellation)
    {
        if (await ReadAsync(path, cancellation) is not { } content) return ExitCode.NoInput;
        var file = ImportFile.Read(content);
        if (file.Refusal is { } refusal)
        {
            printed.Complain(ImportReport.Words(refusal, _phrases));
            return ExitCode.BadData;
        }

        var plan = apply ? await imports.ApplyAsOperatorAsync(file, cancellation) : await imports.TryAsync(file, cancellation);
        Print(plan);
        if (plan.Problems.Count > 0)
        {
            printed.Complain(_phrases.NothingDone);
            return ExitCode.BadData;
        }

        printed.Say(!plan.CanApply ? _phrases.NothingToDo : apply ? _phrases.Applied : "Nothing was changed. Call it again with --apply to do this.");
        return ExitCode.Ok;
    }

    private void Print(ImportPlan plan)
    {
        printed.Say(_phrases.DryRun);
        foreach (var line in ImportReport.Counts(plan, _phrases, Language.English)) printed.Say(line);
        foreach (var line in ImportReport.Lines(plan, _phrases, Language.English)) printed.Say(ImportReport.Plain(line));
    }

    // One byte more than may be, so that a file that is too long is seen to be so, and an endless one does no harm.
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[ImportFile.MaxBytes + 1];
            return content.AsMemory(0, await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellation));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            printed.Complain($"{path} cannot be read: {problem.Message}");
            return null;
        }
    }
}
