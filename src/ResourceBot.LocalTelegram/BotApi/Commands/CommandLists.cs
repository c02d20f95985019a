using System.Collections.Concurrent;

namespace ResourceBot.LocalTelegram.BotApi.Commands;

/// <summary>A command that the menu of a chat offers (Bot API, BotCommand).</summary>
public sealed record BotCommand(string Command, string Description, bool IsEphemeral = false);

/// <summary>The command lists of one bot, each for a scope and a language.</summary>
internal sealed class CommandLists
{
    private readonly ConcurrentDictionary<(CommandScope Scope, string Language), IReadOnlyList<BotCommand>> _lists = new();

    /// <param name="language">Two letters, or empty for everybody without a list of her own language.</param>
    public void Set(CommandScope scope, string language, IReadOnlyList<BotCommand> commands)
    {
        if (commands.Count == 0) _lists.TryRemove((scope, language), out _);
        else _lists[(scope, language)] = commands;
    }

    public void Remove(CommandScope scope, string language) => _lists.TryRemove((scope, language), out _);

    public IReadOnlyList<BotCommand> Get(CommandScope scope, string language) => _lists.GetValueOrDefault((scope, language), []);

    /// <summary>The list that a person sees in her chat: the nearest scope wins, and in it her language (Bot API, "Determining list of commands").</summary>
    public IReadOnlyList<BotCommand> SeenBy(long chat, string? languageTag)
    {
        var language = languageTag is { Length: >= 2 } ? languageTag[..2] : "";
        foreach (var scope in (ReadOnlySpan<CommandScope>)[CommandScope.Of(chat), CommandScope.AllPrivateChats, CommandScope.Default])
        {
            if (_lists.TryGetValue((scope, language), out var own)) return own;
            if (_lists.TryGetValue((scope, ""), out var general)) return general;
        }
        return [];
    }
}
