namespace ResourceBot.LocalTelegram.BotApi.Calls;

/// <summary>What the Bot API answers instead of a result.</summary>
/// <param name="Code">HTTP status and <c>error_code</c>.</param>
/// <param name="Description">Telegram's own words wherever they are known.</param>
/// <param name="RetryAfterSeconds">Goes into <c>parameters.retry_after</c> and the <c>Retry-After</c> header.</param>
internal sealed record Refusal(int Code, string Description, int? RetryAfterSeconds = null)
{
    public static Refusal ChatNotFound { get; } = BadRequest("chat not found");
    public static Refusal Blocked { get; } = new(403, "Forbidden: bot was blocked by the user");
    public static Refusal Deactivated { get; } = new(403, "Forbidden: user is deactivated");
    public static Refusal MethodNotFound { get; } = new(404, "Not Found: method not found");
    public static Refusal PathNotFound { get; } = new(404, "Not Found");
    public static Refusal TokenUnknown { get; } = new(401, "Unauthorized");
    public static Refusal TokenInvalid { get; } = new(401, "Unauthorized: invalid token specified");

    /// <param name="what">Without the prefix; begins with a small letter unless it is a constant of Telegram's servers.</param>
    public static Refusal BadRequest(string what) => new(400, "Bad Request: " + what);

    public static Refusal TooManyRequests(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", seconds);
}
