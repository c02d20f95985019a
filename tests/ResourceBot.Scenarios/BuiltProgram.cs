using System.Diagnostics;
using System.Text;
using ResourceBot.LocalTelegram;

namespace ResourceBot.Scenarios;

/// <summary>The program as it was built, in a process of its own, so that it can be killed.</summary>
public sealed class BuiltProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BuiltProgram(Process process) => _process = process;

    /// <summary>Everything it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Its exit code once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <param name="workingFolder">Where it is called from.</param>
    /// <param name="arguments">Settings as <c>--Name=value</c>.</param>
    /// <param name="program">The dll to run; null for the one of the build.</param>
    public static BuiltProgram Start(string workingFolder, IEnumerable<string> arguments, string? program = null)
    {
        var start = Describe("dotnet", workingFolder);
        start.ArgumentList.Add(program ?? Dll);
        return Start(start, arguments);
    }

    /// <summary>Calls the executable that an operator calls by its name, <c>resourcebot</c>.</summary>
    /// <returns>Its exit code and what it printed.</returns>
    public static async Task<(int Code, string Output)> CallAsync(string workingFolder, params IEnumerable<string> arguments)
    {
        var start = Describe(Path.Combine(Path.GetDirectoryName(Dll)!, OperatingSystem.IsWindows() ? "resourcebot.exe" : "resourcebot"), workingFolder);
        // Where these tests found it: not every machine has it in the usual place.
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath)!;
        await using var called = Start(start, arguments);
        return (await called.EndAsync(), called.Output);
    }

    private static ProcessStartInfo Describe(string program, string workingFolder) => new(program)
    {
        UseShellExecute = false,
        WorkingDirectory = workingFolder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    };

    private static BuiltProgram Start(ProcessStartInfo start, IEnumerable<string> arguments)
    {
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var started = new BuiltProgram(new Process { StartInfo = start });
        started._process.OutputDataReceived += (_, line) => started.Read(line.Data);
        started._process.ErrorDataReceived += (_, line) => started.Read(line.Data);
        started._process.Start();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Starts it against a local Telegram and waits until it says that it is ready.</summary>
    public static async Task<BuiltProgram> StartReadyAsync(LocalTelegramServer telegram, string folder, params string[] more)
    {
        var program = Start(folder, [.. RunSettings.For(telegram, folder), "--Logging:LogLevel:Default=Information", .. more]);
        await program.ReadyAsync();
        return program;
    }

    /// <summary>The program in the host's own build output, built in the same configuration as these tests.</summary>
    public static string Dll => Path.Combine(
        Repository.Root, "src", "ResourceBot.Host", "bin",
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "ResourceBot.Host.dll");

    public async Task ReadyAsync()
    {
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_ready.Task, ended).WaitAsync(Patience) == ended)
            throw new InvalidOperationException($"The program ended before it was ready:\n{Output}");
    }

    /// <summary>kill -9: no line of the program runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    /// <returns>How long it took to end.</returns>
    public async Task<TimeSpan> TerminateAsync()
    {
        var since = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await EndAsync();
        return Stopwatch.GetElapsedTime(since);
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (line.Contains("ResourceBot is ready", StringComparison.Ordinal)) _ready.TrySetResult();
    }
}
