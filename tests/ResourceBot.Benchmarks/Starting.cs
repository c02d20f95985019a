using System.Diagnostics;
using System.Globalization;
using ResourceBot.LocalTelegram;
using ResourceBot.LocalTelegram.People;
using ResourceBot.Scenarios;

namespace ResourceBot.Benchmarks;

/// <summary>
/// From the start of the built program to the first answer on a phone, with the seeded database there, and the memory that it keeps after
/// a hundred questions.
/// </summary>
internal static class Starting
{
    private static readonly string[] Questions = ["بورسیه", "کورس انگلیسی", "someone to talk to", "bursia", "د انګلیسي کورس", "passport"];

    /// <param name="arguments">How often to start; 5 when not given.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var runs = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 5;
        var folder = Directory.CreateTempSubdirectory("resourcebot-starting-").FullName;
        await using var telegram = await LocalTelegramServer.StartAsync(new LocalTelegramOptions { Url = "http://127.0.0.1:0", Limits = false });
        // Makes the database, so that the counted runs find it there.
        await using (await BuiltProgram.StartReadyAsync(telegram, folder))
        {
        }

        var seconds = new List<double>();
        var megabytes = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            var phone = telegram.Person(DemoPeople.GirlInKabul, RunSettings.Token);
            phone.ClearChat();
            phone.Send("/start");
            var since = Stopwatch.GetTimestamp();
            await using var program = BuiltProgram.Start(folder, RunSettings.For(telegram, folder));
            await phone.WaitForAsync(her => her.LastFromBot is not null, TimeSpan.FromMinutes(1));
            seconds.Add(Stopwatch.GetElapsedTime(since).TotalSeconds);
            for (var asked = 0; asked < 100; asked++)
            {
                var message = phone.Send(Questions[asked % Questions.Length]);
                await phone.WaitForAsync(her => her.Messages.All(shown => shown.Id != message), TimeSpan.FromMinutes(1));
            }

            megabytes.Add(program.ResidentBytes / 1024.0 / 1024.0);
        }

        Print("start to first answer, s", seconds);
        Print("resident memory after 100 questions, MB", megabytes);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static void Print(string what, List<double> values)
    {
        values.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: min {values[0]:0.00}, median {values[values.Count / 2]:0.00}, max {values[^1]:0.00} of {values.Count} runs"));
    }
}
