namespace ResourceBot.Languages;

/// <summary>The reader's words for the codes under which facts are stored. Every code has a word in every language (tested).</summary>
public sealed record Words
{
    public required IReadOnlyDictionary<string, string> Levels { get; init; }

    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required IReadOnlyDictionary<string, string> Funding { get; init; }

    public required IReadOnlyDictionary<string, string> Delivery { get; init; }

    public required IReadOnlyDictionary<string, string> Costs { get; init; }

    public required IReadOnlyDictionary<string, string> Documents { get; init; }

    public required IReadOnlyDictionary<string, string> Languages { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required IReadOnlyDictionary<string, string> Countries { get; init; }

    /// <summary>Days of the week as opening_hours writes them: Mo … Su.</summary>
    public required IReadOnlyDictionary<string, string> Days { get; init; }
}
