using ResourceBot.Host.Settings;
using ResourceBot.Host.Starting;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace ResourceBot.Host.Telegram;

/// <summary>Connects to Telegram, says that the bot is ready, and receives until the program stops.</summary>
internal sealed class Gateway(
    ITelegramBotClient client, Receiving receiving, OutgoingGate gate, BotProfile profile, ShareLinks links, Lanes lanes, Gauges gauges,
    BotSettings settings, LocalTelegramDoor door, Readiness readiness, EndOfProgram end, TimeProvider clock, Random random, ILogger<Gateway> log)
    : BackgroundService
{
    /// <summary>What is held when the program is told to stop is finished within this time.</summary>
    public static readonly TimeSpan FinishWithin = TimeSpan.FromSeconds(10);

    // A second is left for writing down what was answered.
    private static readonly TimeSpan AnswerWithin = FinishWithin - TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await gate.ResumePauseAsync(stoppingToken);
            gauges.Watch(() => lanes.Held, () => gate.PauseLeft.TotalSeconds);
            var me = await ConnectAsync(stoppingToken);
            links.Know(me.Username!);
            Log.Ready(log, settings.Telegram.IsLocal
                ? $"Open {door.BaseUrl} in a browser and pick a person."
                : "It polls Telegram.");
            readiness.Reached();
            var introducing = profile.SetAsync(stoppingToken);
            using var abandon = new CancellationTokenSource();
            using var _ = stoppingToken.Register(() => abandon.CancelAfter(AnswerWithin));
            await receiving.RunAsync(stoppingToken, abandon.Token);
            await introducing;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it was ready.
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) == FailureKind.TokenRefused)
        {
            Log.TokenRefused(log);
            end.Because(BadSettingException.ExitCode);
        }
    }

    // One that is still set would refuse every poll.
    private async Task RemoveWebhookAsync(CancellationToken stop)
    {
        try
        {
            await client.DeleteWebhook(dropPendingUpdates: false, stop);
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) == FailureKind.Refused)
        {
            // Then the first poll tells what is the matter.
            Log.CallRefused(log, failure.Message);
        }
    }

    private async Task<User> ConnectAsync(CancellationToken stop)
    {
        var backoff = new Backoff(random, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                var me = await client.GetMe(stop);
                await RemoveWebhookAsync(stop);
                return me;
            }
            catch (Exception failure) when (!stop.IsCancellationRequested && TelegramFailure.Of(failure) is { } kind and not FailureKind.TokenRefused)
            {
                var wait = TelegramFailure.RetryAfter(failure) ?? backoff.Next();
                Log.NotReached(log, kind.ToString(), (int)Math.Ceiling(wait.TotalSeconds));
                await Task.Delay(wait, clock, stop);
            }
        }
    }
}
