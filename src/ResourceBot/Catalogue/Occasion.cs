using System.Globalization;

namespace ResourceBot.Catalogue;

/// <summary>When something is due or opens.</summary>
public abstract record Occasion
{
    /// <summary>No source says it.</summary>
    public static Occasion Unknown { get; } = new UnknownOccasion();

    /// <summary>At any time.</summary>
    public static Occasion Rolling { get; } = new RollingOccasion();

    /// <summary>The text under which it is stored: <c>2026-12-31</c>, <c>yearly 09-15</c>, <c>yearly 09</c>, <c>rolling</c> or <c>unknown</c>.</summary>
    public abstract string Code { get; }

    /// <exception cref="FormatException">Not such a text.</exception>
    public static Occasion Parse(string code) => code switch
    {
        "unknown" => Unknown,
        "rolling" => Rolling,
        ['y', 'e', 'a', 'r', 'l', 'y', ' ', .. var rest] => ParseYearly(rest),
        _ => new OnDate(DateOnly.ParseExact(code, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };

    private static EveryYear ParseYearly(string text)
    {
        var parts = text.Split('-');
        return new EveryYear(
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : null);
    }
}

/// <summary>Once, on this day; the organiser's day, in the organiser's time zone.</summary>
public sealed record OnDate(DateOnly Date) : Occasion
{
    public override string Code => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Every year about then; the exact day must be looked up on the official page.</summary>
/// <param name="Month">1 to 12, Gregorian.</param>
/// <param name="Day">1 to 31, or null when only the month is known.</param>
public sealed record EveryYear(int Month, int? Day) : Occasion
{
    public override string Code => Day is { } day ? $"yearly {Month:00}-{day:00}" : $"yearly {Month:00}";
}

public sealed record RollingOccasion : Occasion
{
    public override string Code => "rolling";
}

public sealed record UnknownOccasion : Occasion
{
    public override string Code => "unknown";
}
