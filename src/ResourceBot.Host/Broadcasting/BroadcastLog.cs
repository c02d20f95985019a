namespace ResourceBot.Host.Broadcasting;

internal static partial class BroadcastLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Removing what is past its day failed ({Kind}); trying again in an hour.")]
    public static partial void TidyingFailed(ILogger log, string kind);
}
