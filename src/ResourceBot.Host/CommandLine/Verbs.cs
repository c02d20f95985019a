using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Microsoft.Data.Sqlite;
using ResourceBot.Catalogue;
using ResourceBot.Catalogue.Exchange;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Sqlite;
using ResourceBot.Host.Starting;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Host.CommandLine;

/// <summary>
/// What the operator can do from a terminal, beside a running bot or without one: the same settings, database and code as
/// the bot's, but nothing is received or sent.
/// </summary>
/// <param name="settings">As <c>--Section:Key=value</c>.</param>
/// <param name="programFolder">Where the program lies.</param>
internal sealed class Verbs(IReadOnlyList<string> settings, string programFolder, Printed printed)
{
    /// <summary>The word after which the usage is named; also the name of the executable beside the program.</summary>
    public const string ProgramName = "resourcebot";

    private const string About = "ResourceBot. Without a command it runs the bot. Settings as in appsettings.json can be added: --Section:Key=value";

    // A file that is called @something is a file like others.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <returns>One of <see cref="ExitCode"/>, or <see cref="BadSettingException.ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        var asked = Commands().Parse(words, Parsing);
        var invocation = new InvocationConfiguration { Output = printed.Output, Error = printed.Error, EnableDefaultExceptionHandler = false };
        try
        {
            var code = await asked.InvokeAsync(invocation);
            return asked.Action is ParseErrorAction ? ExitCode.Usage : code;
        }
        catch (BadSettingException bad)
        {
            printed.Complain(bad.Message);
            return BadSettingException.ExitCode;
        }
        catch (SqliteException busy) when (SqliteDatabase.IsBusy(busy))
        {
            printed.Complain("Another process keeps the database busy; nothing was changed. Try again.");
            return ExitCode.TryAgain;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    private Command Commands() => new(ProgramName, About) { new HelpOption(), new VersionOption(), Import(), Export(), Audit() };

    private Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "CSV in UTF-8, or JSON; at most 2 MB and 5000 entries" };
        var apply = new Option<bool>("--apply") { Description = "Do it, all or nothing; without this nothing is changed" };
        var import = new Command("import", "Say what a file would change in the catalogue") { file, apply };
        import.SetAction((parsed, cancellation) => OpenedAsync(
            parts => new ImportVerb(parts.GetRequiredService<Imports>(), parts.GetRequiredService<Speech>(), printed)
                .RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(apply), cancellation),
            cancellation));
        return import;
    }

    private Command Export()
    {
        var file = new Argument<string>("FILE") { Description = "The file to make" };
        var format = new Option<string?>("--format") { Description = "csv, json, or hsds (contacts); without it the name of the file decides" };
        format.AcceptOnlyFromAmong([.. CatalogueExport.FileNames.Keys]);
        var overwrite = new Option<bool>("--overwrite") { Description = "Take the place of a file that is there" };
        var export = new Command("export", "Write the published catalogue to a file") { file, format, overwrite };
        export.SetAction((parsed, cancellation) => OpenedAsync(
            parts => new ExportVerb(parts.GetRequiredService<ResourceStore>(), printed)
                .RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(format), parsed.GetValue(overwrite), cancellation),
            cancellation));
        return export;
    }

    private Command Audit()
    {
        var verify = new Command("verify", "Check that no line of the audit trail was changed, taken out or put in");
        verify.SetAction(async (_, cancellation) =>
        {
            using var host = BotHost.BuildForVerb(settings, HomeFolder.Find(programFolder));
            var database = host.Services.GetRequiredService<BotSettings>().Database;
            // What is looked at here is not to be made by looking.
            if (!File.Exists(database.File))
            {
                printed.Complain($"There is no database {database.File}.");
                return ExitCode.NoInput;
            }

            await host.Services.GetRequiredService<Opening>().OpenDatabaseAsync(cancellation);
            return await new AuditVerb(host.Services.GetRequiredService<AuditTrail>(), printed).VerifyAsync(cancellation);
        });
        return new Command("audit", "The trail of who did what") { verify };
    }

    private async Task<int> OpenedAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancellation)
    {
        using var host = BotHost.BuildForVerb(settings, HomeFolder.Find(programFolder));
        await BotHost.OpenForVerbAsync(host, cancellation);
        return await work(host.Services);
    }
}
