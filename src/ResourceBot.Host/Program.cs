using ResourceBot.Host.Settings;
using ResourceBot.Host.Starting;

try
{
    using var host = BotHost.Build(args, HomeFolder.Find(AppContext.BaseDirectory));
    // Running disposes of the host and all that is in it.
    var end = host.Services.GetRequiredService<EndOfProgram>();
    await BotHost.OpenAsync(host, CancellationToken.None);
    await host.RunAsync();
    return end.ExitCode;
}
catch (BadSettingException bad)
{
    await Console.Error.WriteLineAsync(bad.Message);
    return BadSettingException.ExitCode;
}
