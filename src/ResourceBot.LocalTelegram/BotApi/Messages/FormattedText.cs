namespace ResourceBot.LocalTelegram.BotApi.Messages;

/// <summary>A text after its markup was parsed.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<Entity> Entities)
{
    public static FormattedText Plain(string text) => new(text, []);
}
