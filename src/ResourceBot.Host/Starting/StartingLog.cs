using ResourceBot.Catalogue.Seeds;

namespace ResourceBot.Host.Starting;

internal static partial class StartingLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Database: {Steps} steps of the schema were taken.")]
    public static partial void SchemaMoved(ILogger log, int steps);

    [LoggerMessage(Level = LogLevel.Information, Message = "Seeds: {Report}.")]
    public static partial void SeedsLoaded(ILogger log, SeedReport report);

    [LoggerMessage(Level = LogLevel.Error, Message = "Seed file refused: {Error}")]
    public static partial void SeedRefused(ILogger log, SeedError error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A new secret was made at {File}. In production keep it outside the data folder and its backups, for example /etc/resourcebot/secret.key, and set Secrets:KeyFile to it: whoever has both the database and this file can read what is sealed.")]
    public static partial void KeyMade(ILogger log, string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody owns this bot yet. From the account of its owner, send it this message (it works once, and until the next start): {Command}")]
    public static partial void NobodyOwns(ILogger log, string command);
}
