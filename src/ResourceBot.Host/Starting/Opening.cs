using Microsoft.Data.Sqlite;
using ResourceBot.Catalogue.Search;
using ResourceBot.Catalogue.Seeds;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Sqlite;

namespace ResourceBot.Host.Starting;

/// <summary>What must be in order before the first update is read: the database, its schema, the catalogue.</summary>
internal sealed class Opening(
    BotSettings settings, SqliteDatabase database, SchemaMigration schema, SeedLoading seeds, SearchWords words, ILogger<Opening> log)
{
    /// <exception cref="BadSettingException">The database or the seeds cannot be used.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await OpenDatabaseAsync(cancellation);
        await LoadSeedsAsync(cancellation);
    }

    /// <summary>Only the database, brought up to today's schema.</summary>
    /// <exception cref="BadSettingException">It cannot be used.</exception>
    public async Task OpenDatabaseAsync(CancellationToken cancellation)
    {
        const string setting = "Database:ConnectionString";
        var file = settings.Database.File;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await database.CheckPragmasAsync(cancellation);
            var steps = await schema.RunAsync(Migration.All, cancellation);
            if (steps > 0) StartingLog.SchemaMoved(log, steps);
        }
        catch (Exception problem) when (!SqliteDatabase.IsBusy(problem) && problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BadSettingException(setting, $"names {file}, which cannot be used ({problem.Message.TrimEnd('.')})", "name a file that this user may write");
        }
        catch (InvalidOperationException problem)
        {
            throw new BadSettingException(
                setting, $"names {file}, which does not fit this program ({problem.Message.TrimEnd('.')})", "name another file or run the version that made it");
        }
    }

    private async Task LoadSeedsAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(settings.SeedsPath))
            throw new BadSettingException("Seeds:Path", $"names {settings.SeedsPath}, which is not there", "name the folder with the seed files");
        // A bot that answers a girl in danger with scholarships is worse than none.
        if (words.CrisisProblem is { } problem)
        {
            throw new BadSettingException(
                "Seeds:Path", $"names {settings.SeedsPath}, whose search/crisis.json cannot be used ({problem})", "mend that file or put back the one of the release");
        }

        var report = await seeds.LoadAsync(settings.SeedsPath, cancellation);
        StartingLog.SeedsLoaded(log, report);
        foreach (var error in report.Errors.Concat(words.Errors)) StartingLog.SeedRefused(log, error);
    }
}
