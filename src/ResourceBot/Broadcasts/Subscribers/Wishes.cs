using ResourceBot.Catalogue;
using ResourceBot.Languages;

namespace ResourceBot.Broadcasts.Subscribers;

/// <summary>What arrives in her chat.</summary>
public enum BellForm
{
    /// <summary>One neutral line with a button; the text is fetched when she taps it.</summary>
    Bell,

    /// <summary>The text itself.</summary>
    Letter,
}

/// <summary>When something may arrive.</summary>
public enum BellHours
{
    /// <summary>09:00 to 18:00 in Kabul.</summary>
    Day,

    Any,
}

/// <summary>What a subscriber asked for. There is nothing else to know about her.</summary>
public sealed record Wishes(Language Language, TopicSet Topics, Place Place, BellForm Form, BellHours Hours);

/// <summary>The number of a subscriber's row; a new one each time she turns the bell on.</summary>
public readonly record struct SubscriberId(long Value);

/// <summary>Somebody who turned the bell on.</summary>
/// <param name="ExpiresOn">The day on which the row is removed unless she renews, in Kabul's calendar day.</param>
/// <param name="HasWaitingBell">A line of ours stands unread in her chat.</param>
public sealed record Subscriber(SubscriberId Id, Wishes Wishes, DateOnly ExpiresOn, bool HasWaitingBell);

/// <summary>The words of wishes in the database.</summary>
internal static class WishCodes
{
    public static string Code(this BellForm form) => form == BellForm.Letter ? "letter" : "bell";

    public static string Code(this BellHours hours) => hours == BellHours.Any ? "any" : "day";

    public static BellForm ToForm(string code) => code == "letter" ? BellForm.Letter : BellForm.Bell;

    public static BellHours ToHours(string code) => code == "any" ? BellHours.Any : BellHours.Day;
}
