namespace ResourceBot.LocalTelegram.People;

/// <summary>What a person can send beside text and files.</summary>
public enum OtherKind
{
    Voice,
    Photo,
    Contact,
    Location,
    Sticker,
}
