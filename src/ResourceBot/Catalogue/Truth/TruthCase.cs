namespace ResourceBot.Catalogue.Truth;

/// <summary>Why an entry waits to be checked; the pressing ones first.</summary>
public enum TruthReason
{
    /// <summary>A reader says that it asks for money, or is dangerous.</summary>
    Scam,

    /// <summary>A reader reports something else.</summary>
    Reported,

    /// <summary>Somebody on the staff found that the page has changed, and the entry has not been edited since.</summary>
    Changed,

    LinkDead,

    /// <summary>Its deadline has passed, and nobody has looked since.</summary>
    Passed,

    NeverCompared,

    /// <summary>Last compared more than <see cref="Freshness.MarkedAfterDays"/> days ago.</summary>
    Stale,
}

/// <summary>An entry that waits to be checked.</summary>
/// <param name="Reasons">At least one, the most pressing first.</param>
public sealed record TruthCase(ResourceId Id, string Title, DateOnly? ComparedOn, IReadOnlyList<TruthReason> Reasons);
