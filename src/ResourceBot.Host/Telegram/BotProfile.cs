using ResourceBot.Conversations;
using ResourceBot.Languages;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace ResourceBot.Host.Telegram;

/// <summary>
/// What Telegram shows of the bot before anybody writes: commands and descriptions, in each language. English is the
/// default for apps in any other language.
/// </summary>
internal sealed class BotProfile(ITelegramBotClient client, OutgoingGate gate, Speech speech, ILogger<BotProfile> log)
{
    public async Task SetAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var language in LanguageCodes.All) await SetAsync(language, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The next start does it.
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) is not null)
        {
            Log.ProfileNotSet(log);
        }
    }

    private async Task SetAsync(Language language, CancellationToken cancellation)
    {
        var phrases = speech.Phrases(language);
        var code = language == Language.English ? null : language.TelegramCode();
        var commands = Commands.For(role: null).Select(command => new BotCommand(command.Name, command.Description(speech, language))).ToList();
        await CallAsync(token => client.SetMyCommands(commands, new BotCommandScopeAllPrivateChats(), code, token));
        await CallAsync(token => client.SetMyDescription(phrases.BotDescription, code, token));
        await CallAsync(token => client.SetMyShortDescription(phrases.BotShortDescription, code, token));

        Task CallAsync(Func<CancellationToken, Task> call) => gate.CallAsync(async token =>
        {
            await call(token);
            return true;
        }, cancellation);
    }
}
