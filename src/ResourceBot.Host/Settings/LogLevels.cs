namespace ResourceBot.Host.Settings;

/// <summary>The levels of logging: .NET reads them itself, and answers a misspelt one with a stack trace.</summary>
internal sealed class LogLevels(IConfiguration configuration)
{
    private const string Levels = "LogLevel";

    /// <exception cref="BadSettingException">The first level that is none.</exception>
    public void RefuseUnknown()
    {
        foreach (var (setting, value) in configuration.GetSection("Logging").AsEnumerable())
        {
            if (!IsLevel(setting) || string.IsNullOrEmpty(value) || Enum.TryParse<LogLevel>(value, ignoreCase: true, out _)) continue;
            throw new BadSettingException(setting, $"is \"{value}\"", $"write one of {string.Join(", ", Enum.GetNames<LogLevel>())}");
        }
    }

    // Logging:LogLevel:Default, or of one place to log to: Logging:Console:LogLevel:Default.
    private static bool IsLevel(string setting)
    {
        var parts = setting.Split(':');
        return parts.SkipLast(1).Skip(1).Take(2).Contains(Levels, StringComparer.OrdinalIgnoreCase);
    }
}
