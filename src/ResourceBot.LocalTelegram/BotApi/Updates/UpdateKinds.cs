using System.Collections.Frozen;

namespace ResourceBot.LocalTelegram.BotApi.Updates;

/// <summary>Which updates a bot wants (Bot API, allowed_updates); stays until changed.</summary>
internal sealed class UpdateKinds
{
    private static readonly FrozenSet<string> OnlyOnRequest =
        FrozenSet.Create(StringComparer.Ordinal, "chat_member", "message_reaction", "message_reaction_count");

    private readonly FrozenSet<string>? _named;

    private UpdateKinds(FrozenSet<string>? named) => _named = named;

    /// <summary>Everything but the three kinds that must be asked for.</summary>
    public static UpdateKinds Default { get; } = new(null);

    /// <summary>Null when the default holds.</summary>
    public IReadOnlyCollection<string>? Named => _named;

    /// <param name="names">None brings the default back.</param>
    public static UpdateKinds Of(IEnumerable<string> names)
    {
        var set = names.ToFrozenSet(StringComparer.Ordinal);
        return set.Count == 0 ? Default : new UpdateKinds(set);
    }

    public bool Includes(string kind) => _named?.Contains(kind) ?? !OnlyOnRequest.Contains(kind);
}
