using ResourceBot.Chat;

namespace ResourceBot.Conversations;

/// <summary>Something that came in, with what we know of where she stands.</summary>
/// <param name="Reader">Her language and place as her buttons or her open panel tell them.</param>
/// <param name="OpenCode">The code of the screen that her panel shows; null when we know of none.</param>
public sealed record Moment(Incoming Incoming, Reader Reader, string? OpenCode);
