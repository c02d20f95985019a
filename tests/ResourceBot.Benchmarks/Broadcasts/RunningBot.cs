using System.Diagnostics;
using ResourceBot.LocalTelegram;

namespace ResourceBot.Benchmarks.Broadcasts;

/// <summary>The program in a process of its own.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    public const string Token = "1234567:benchmark";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningBot(Process process) => _process = process;

    public static string Root { get; } = FindRoot();

    public long MostResidentBytes { get; private set; }

    public static string[] Settings(LocalTelegramServer telegram, string folder) =>
    [
        $"--Telegram:Token={Token}",
        $"--Telegram:BaseUrl={telegram.Address.AbsoluteUri}",
        $"--Database:ConnectionString=Data Source={Path.Combine(folder, "bot.db")}",
        $"--Secrets:KeyFile={Path.Combine(folder, "secret.key")}",
        $"--Seeds:Path={Path.Combine(Root, "seeds")}",
    ];

    public static async Task<RunningBot> StartAsync(string folder, string[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // In the host's own build output, built in the same configuration as this program.
        start.ArgumentList.Add(Path.Combine(
            Root, "src", "ResourceBot.Host", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "ResourceBot.Host.dll"));
        foreach (var setting in settings) start.ArgumentList.Add(setting);
        var bot = new RunningBot(new Process { StartInfo = start });
        bot._process.OutputDataReceived += (_, line) => bot.Read(line.Data);
        bot._process.ErrorDataReceived += (_, line) => bot.Read(line.Data);
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        await bot._ready.Task.WaitAsync(Patience);
        return bot;
    }

    /// <summary>Its resident memory now, in bytes.</summary>
    public long Sample()
    {
        _process.Refresh();
        var now = _process.HasExited ? 0 : _process.WorkingSet64;
        MostResidentBytes = Math.Max(MostResidentBytes, now);
        return now;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        if (line.Contains("ResourceBot is ready", StringComparison.Ordinal)) _ready.TrySetResult();
        if (line.Contains("fail:", StringComparison.Ordinal) || line.Contains("warn:", StringComparison.Ordinal)) Console.Error.WriteLine(line);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ResourceBot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmarks run inside the repository.");
        return folder.FullName;
    }
}
