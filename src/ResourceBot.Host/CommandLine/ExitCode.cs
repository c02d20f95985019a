namespace ResourceBot.Host.CommandLine;

/// <summary>How the program ends, for scripts and service managers; the numbers of sysexits.h. docs/operating.md lists them.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The audit trail is not as it was written.</summary>
    public const int Broken = 1;

    /// <summary>EX_USAGE: the command line cannot be understood.</summary>
    public const int Usage = 64;

    /// <summary>EX_DATAERR: the file has mistakes or is none that is read; nothing was changed.</summary>
    public const int BadData = 65;

    /// <summary>EX_NOINPUT: what was to be read is not there.</summary>
    public const int NoInput = 66;

    /// <summary>EX_SOFTWARE: a part of the program failed, and it ended; whoever supervises it starts it again.</summary>
    public const int Failed = 70;

    /// <summary>EX_CANTCREAT: the file cannot be made, or is there already.</summary>
    public const int CannotCreate = 73;

    /// <summary>EX_TEMPFAIL: another process keeps the database busy; try again.</summary>
    public const int TryAgain = 75;

    /// <summary>What shells report for a program that was ended by Ctrl+C.</summary>
    public const int Interrupted = 130;
}
