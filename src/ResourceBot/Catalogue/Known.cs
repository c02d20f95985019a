namespace ResourceBot.Catalogue;

/// <summary>An answer that may be missing. What no source confirmed is unknown and is shown as unknown, never guessed.</summary>
public enum Known
{
    Unknown,
    Yes,
    No,
}
