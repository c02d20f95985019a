using System.Text.Json;
using ResourceBot.LocalTelegram.BotApi.Calls;
using ResourceBot.LocalTelegram.BotApi.Commands;

namespace ResourceBot.LocalTelegram.BotApi.Methods;

/// <summary>setMyCommands, getMyCommands, deleteMyCommands.</summary>
internal static class CommandMethods
{
    private const int MostCommands = 100;

    public static ApiAnswer Set(Call call)
    {
        var (scope, language, refusal) = Where(call);
        if (refusal is not null) return refusal;
        var elements = call.Parameters.Json("commands")!.Value;
        if (elements.GetArrayLength() > MostCommands) return Refusal.BadRequest("BOT_COMMANDS_TOO_MUCH");
        var commands = new List<BotCommand>();
        foreach (var element in elements.EnumerateArray())
        {
            var (command, bad) = Read(element);
            if (command is null) return bad!;
            commands.Add(command);
        }
        call.Bot.Commands.Set(scope, language, commands);
        call.Network.Happenings.Tell(new BotChanged(call.Bot));
        return ApiAnswer.True;
    }

    public static ApiAnswer Delete(Call call)
    {
        var (scope, language, refusal) = Where(call);
        if (refusal is not null) return refusal;
        call.Bot.Commands.Remove(scope, language);
        call.Network.Happenings.Tell(new BotChanged(call.Bot));
        return ApiAnswer.True;
    }

    public static ApiAnswer Get(Call call)
    {
        var (scope, language, refusal) = Where(call);
        if (refusal is not null) return refusal;
        var commands = call.Bot.Commands.Get(scope, language);
        return ApiAnswer.Of(writer =>
        {
            writer.WriteStartArray();
            foreach (var command in commands)
            {
                writer.WriteStartObject();
                writer.WriteString("command", command.Command);
                writer.WriteString("description", command.Description);
                if (command.IsEphemeral) writer.WriteBoolean("is_ephemeral", true);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        });
    }

    private static (CommandScope Scope, string Language, Refusal? Refusal) Where(Call call)
    {
        var (language, badLanguage) = LanguageCode.Read(call.Parameters);
        if (badLanguage is not null) return (default, "", badLanguage);
        var (scope, badScope) = CommandScope.Read(call);
        return (scope, language, badScope);
    }

    private static (BotCommand? Command, Refusal? Refusal) Read(JsonElement element)
    {
        // A slash in front is allowed and dropped.
        var name = element.GetProperty("command").GetString()!.TrimStart('/');
        var description = element.GetProperty("description").GetString()!.Trim();
        var isName = name.Length is >= 1 and <= 32 && name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');
        if (!isName) return (null, Refusal.BadRequest("BOT_COMMAND_INVALID"));
        if (description.Length is < 1 or > 256) return (null, Refusal.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID"));
        return (new BotCommand(name, description, element.TryGetProperty("is_ephemeral", out var ephemeral) && ephemeral.GetBoolean()), null);
    }
}
