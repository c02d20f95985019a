using Microsoft.Data.Sqlite;
using ResourceBot.Host.CommandLine;
using ResourceBot.Host.Settings;
using ResourceBot.Host.Sqlite;
using ResourceBot.Host.Starting;

var line = ArgumentLine.Split(args);
if (line.CallsVerb)
    return await new Verbs(line.Settings, AppContext.BaseDirectory, new Printed(Console.Out, Console.Error)).RunAsync(line.Words);

try
{
    using var host = BotHost.Build(args, HomeFolder.Find(AppContext.BaseDirectory));
    // Running disposes of the host and all that is in it.
    var end = host.Services.GetRequiredService<EndOfProgram>();
    await BotHost.OpenAsync(host, CancellationToken.None);
    // Made only now: some of them need what was just opened.
    var parts = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
    await host.RunAsync();
    // The host stops when one of its parts fails, and says nothing of it to whoever started it.
    return end.ExitCode == 0 && parts.Exists(part => part.ExecuteTask is { IsFaulted: true }) ? ExitCode.Failed : end.ExitCode;
}
catch (BadSettingException bad)
{
    await Console.Error.WriteLineAsync(bad.Message);
    return BadSettingException.ExitCode;
}
catch (SqliteException busy) when (SqliteDatabase.IsBusy(busy))
{
    await Console.Error.WriteLineAsync("Another process keeps the database busy. Try again.");
    return ExitCode.TryAgain;
}
