using System.Runtime.InteropServices;
using ResourceBot.LocalTelegram;

var url = Environment.GetEnvironmentVariable("LocalTelegram__Url");
for (var index = 0; index < args.Length - 1; index++)
    if (args[index] is "--url" or "--urls") url = args[index + 1];

var options = new LocalTelegramOptions { BeyondLoopback = args.Contains("--beyond-loopback"), Limits = !args.Contains("--no-limits") };
if (!string.IsNullOrWhiteSpace(url)) options = options with { Url = url };

using var stop = new CancellationTokenSource();
using var onTerm = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

try
{
    await using var telegram = await LocalTelegramServer.StartAsync(options, stop.Token);
    Console.WriteLine($"Local Telegram is ready at {telegram.Address}");
    Console.WriteLine("A bot takes it as its base address; any token such as 1234567:local is accepted.");
    await Task.Delay(Timeout.Infinite, stop.Token);
}
catch (OperationCanceledException)
{
    // Asked to stop.
}
catch (Exception wrong) when (wrong is ArgumentException or IOException)
{
    // A bad address or a port that is taken: 78 is EX_CONFIG of sysexits.h.
    await Console.Error.WriteLineAsync(wrong.Message);
    return 78;
}
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
