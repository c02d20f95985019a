namespace ResourceBot.Catalogue.Links;

/// <summary>What makes a link suspicious, seen on the link and the message alone; it is never opened.</summary>
[Flags]
public enum LinkSigns
{
    None = 0,
    ForeignLetters = 1,
    Shortener = 2,
    Plain = 4,
    NumberForName = 8,
    HiddenHost = 16,
    Fee = 32,
}
