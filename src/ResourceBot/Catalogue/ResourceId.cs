namespace ResourceBot.Catalogue;

/// <summary>The number of a resource in the database.</summary>
public readonly record struct ResourceId(long Value);
