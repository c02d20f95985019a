namespace ResourceBot.Host.Starting;

/// <summary>Stops the program from within, with an exit code for whoever started it.</summary>
internal sealed class EndOfProgram(IHostApplicationLifetime lifetime)
{
    /// <summary>0 unless something ended the program.</summary>
    public int ExitCode { get; private set; }

    public void Because(int exitCode)
    {
        ExitCode = exitCode;
        lifetime.StopApplication();
    }
}
