using Microsoft.Extensions.Logging;

namespace ResourceBot.Broadcasts.Sending;

/// <summary>Every line that sending can log. Numbers of broadcasts and counts; no person, no chat, no word of a text.</summary>
internal static partial class SendingLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Broadcast {Number}: the audience is frozen, sending begins.")]
    public static partial void Frozen(ILogger log, long number);

    [LoggerMessage(Level = LogLevel.Information, Message = "Broadcast {Number} is finished.")]
    public static partial void Finished(ILogger log, long number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages were on their way when the program ended; they go out again.")]
    public static partial void Recovered(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Broadcast {Number} is paused: too many of the last messages failed.")]
    public static partial void TooManyErrors(ILogger log, long number);

    // Not the exception itself: its message may repeat a text.
    [LoggerMessage(Level = LogLevel.Error, Message = "Sending broadcasts failed ({Kind}); trying again.{Trace}")]
    public static partial void Trouble(ILogger log, string kind, string trace);
}
