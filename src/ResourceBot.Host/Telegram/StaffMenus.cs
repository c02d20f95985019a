using System.Threading.Channels;
using ResourceBot.Conversations;
using ResourceBot.Languages;
using ResourceBot.People;
using Telegram.Bot;
using Telegram.Bot.Types;
using ChatId = ResourceBot.Chat.ChatId;

namespace ResourceBot.Host.Telegram;

/// <summary>
/// Keeps Telegram's command menu of each staff chat as her role wants it (Bot API, BotCommandScopeChat). For everybody else
/// the menu of <see cref="BotProfile"/> stands, in which no staff command is named.
/// </summary>
internal sealed class StaffMenus(
    ITelegramBotClient client, OutgoingGate gate, StaffStore staff, Speech speech, ILogger<StaffMenus> log)
    : BackgroundService, IStaffMenus
{
    private readonly Channel<(ChatId Chat, Role? Role)> _changes = Channel.CreateUnbounded<(ChatId, Role?)>();

    public void Changed(ChatId chat, Role? role) => _changes.Writer.TryWrite((chat, role));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var (chat, role) in await staff.ChatsAsync(stoppingToken)) Changed(chat, role);
            await foreach (var (chat, role) in _changes.Reader.ReadAllAsync(stoppingToken)) await SetAsync(chat, role, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start sets them again.
        }
    }

    private async Task SetAsync(ChatId chat, Role? role, CancellationToken cancellation)
    {
        try
        {
            foreach (var language in LanguageCodes.All) await SetAsync(chat, role, language, cancellation);
        }
        catch (Exception failure) when (TelegramFailure.Says(failure, "chat not found") || TelegramFailure.Of(failure) == FailureKind.Unreachable)
        {
            // She has not written to the bot yet, or left it: opening /staff sets it.
        }
        catch (Exception failure) when (TelegramFailure.Of(failure) is not null)
        {
            Log.StaffMenuNotSet(log);
        }
    }

    private Task SetAsync(ChatId chat, Role? role, Language language, CancellationToken cancellation)
    {
        var scope = new BotCommandScopeChat { ChatId = chat.Value };
        var code = language == Language.English ? null : language.TelegramCode();
        return gate.CallAsync(async token =>
        {
            if (role is null) await client.DeleteMyCommands(scope, code, token);
            else await client.SetMyCommands(Menu(role.Value, language), scope, code, token);
            return true;
        }, cancellation);
    }

    private IEnumerable<BotCommand> Menu(Role role, Language language) =>
        Commands.For(role).Select(command => new BotCommand(command.Name, command.Description(speech, language)));
}
