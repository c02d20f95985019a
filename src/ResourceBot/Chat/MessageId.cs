namespace ResourceBot.Chat;

/// <summary>The number of a message in its chat. It says nothing about a person, and is kept in memory only.</summary>
public readonly record struct MessageId(int Value);
