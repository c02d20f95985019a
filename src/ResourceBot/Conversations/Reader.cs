using ResourceBot.Catalogue;
using ResourceBot.Languages;

namespace ResourceBot.Conversations;

/// <summary>All that is known of a reader, and only while the program runs or in the buttons before her.</summary>
public sealed record Reader(Language Language, Place Place);
