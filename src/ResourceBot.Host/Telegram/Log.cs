namespace ResourceBot.Host.Telegram;

/// <summary>Every line that the gateway can log. None has a place for a person, a chat or a word that somebody wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "ResourceBot is ready. {Where}")]
    public static partial void Ready(ILogger log, string where);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} updates from before the restart are answered now.")]
    public static partial void LeftOver(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} updates were given up: the program was started with each of them several times and never came to their end.")]
    public static partial void GivenUp(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram asked for a pause: nothing is sent for {Seconds} s.")]
    public static partial void Paused(ILogger log, int seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another instance is polling with the same token, or a webhook is set. Stop the other one; trying again in {Seconds} s.")]
    public static partial void OtherInstance(ILogger log, int seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be reached ({Reason}); trying again in {Seconds} s.")]
    public static partial void NotReached(ILogger log, string reason, int seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram can be reached again.")]
    public static partial void ReachedAgain(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The token was refused. Telegram:Token must be the one that @BotFather shows now.")]
    public static partial void TokenRefused(ILogger log);

    // What SQLite says of a disk or a lock; a text that somebody wrote is a parameter and never in it.
    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be used ({Description}); trying again.")]
    public static partial void DatabaseFailed(ILogger log, string description);

    // Not the exception itself: its message may repeat what somebody wrote.
    [LoggerMessage(Level = LogLevel.Error, Message = "An update could not be answered ({Kind}); the others go on.{Trace}")]
    public static partial void AnswerFailed(ILogger log, string kind, string trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} updates were nested deeper than any that Telegram describes; that part of them was left out.")]
    public static partial void DeepUpdatesCut(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refused a call: {Description}")]
    public static partial void CallRefused(ILogger log, string description);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot's commands and descriptions could not be set at Telegram; trying at the next start.")]
    public static partial void ProfileNotSet(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopping with {Count} updates unanswered; they are kept and answered at the next start.")]
    public static partial void StoppedEarly(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The command menu of somebody on the staff could not be set; opening /staff sets it.")]
    public static partial void StaffMenuNotSet(ILogger log);
}
