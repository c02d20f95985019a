namespace ResourceBot.Host.Settings;

/// <summary>
/// A setting with which the program cannot start. The message is one sentence for the operator: the setting, what is wrong
/// with it, and what to write instead. It ends the program with <see cref="ExitCode"/>.
/// </summary>
public sealed class BadSettingException(string setting, string problem, string instead)
    : Exception($"{setting} {problem}; {instead}{(instead.EndsWith('?') ? "" : ".")}")
{
    /// <summary>EX_CONFIG of sysexits.h.</summary>
    public const int ExitCode = 78;

    public string Setting { get; } = setting;
}
