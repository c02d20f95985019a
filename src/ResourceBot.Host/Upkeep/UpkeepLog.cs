using ResourceBot.Catalogue.Links;

namespace ResourceBot.Host.Upkeep;

internal static partial class UpkeepLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Links asked: {Report}")]
    public static partial void LinksAsked(ILogger log, LinkRoundReport report);

    [LoggerMessage(Level = LogLevel.Error, Message = "The work of this night failed ({Kind}); the next night tries again.")]
    public static partial void NightFailed(ILogger log, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The counts of this week could not be written ({Kind}); they are kept and tried again.")]
    public static partial void CountsNotWritten(ILogger log, string kind);
}
