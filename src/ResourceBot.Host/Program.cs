using ResourceBot.Host.Settings;
using ResourceBot.Host.Starting;

try
{
    var home = HomeFolder.Find(AppContext.BaseDirectory);
    var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = home });
    builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
    builder.Services.AddResourceBot(new SettingsReading(builder.Configuration, home).Read());

    using var host = builder.Build();
    await host.Services.GetRequiredService<Opening>().RunAsync(CancellationToken.None);
    await host.Services.GetRequiredService<LocalTelegramDoor>().OpenAsync(CancellationToken.None);
    await host.RunAsync();
    return host.Services.GetRequiredService<EndOfProgram>().ExitCode;
}
catch (BadSettingException bad)
{
    await Console.Error.WriteLineAsync(bad.Message);
    return BadSettingException.ExitCode;
}
