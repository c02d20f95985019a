namespace ResourceBot.Catalogue.Finder;

/// <summary>Papers that somebody has, as bits; they stand in the code of a button.</summary>
[Flags]
public enum Papers
{
    None = 0,
    Tazkira = 1,
    Passport = 2,
    Grade12 = 4,
    LanguageTest = 8,
}

/// <summary>What somebody answered to the five questions. Null is an answer not given; nothing of it is stored.</summary>
/// <param name="Level">One of <see cref="Codes.Levels"/>.</param>
/// <param name="Home">Country code of where she lives; "AF" is inside, "" somewhere else.</param>
/// <param name="Papers">What she has.</param>
/// <param name="Language">One of <see cref="Codes.Languages"/>.</param>
/// <param name="Field">One of <see cref="Codes.Fields"/>.</param>
public sealed record FinderAnswers(string? Level, string? Home, Papers? Papers, string? Language, string? Field)
{
    // The place of a choice in its list is part of the code of buttons that are out there: append only.
    public static IReadOnlyList<string> Levels { get; } = ["secondary", "bachelor", "master", "doctorate", "course", "literacy", "diploma"];

    public static IReadOnlyList<string> Homes { get; } = ["AF", "PK", "IR", "TR", "TJ", ""];

    public static IReadOnlyList<string> Languages { get; } = ["prs", "ps", "en"];

    public static IReadOnlyList<string> Fields { get; } =
        ["computing", "english", "health", "business", "education", "engineering", "law", "science", "mathematics", "arts", "journalism", "social-sciences"];

    public static FinderAnswers Empty { get; } = new(null, null, null, null, null);
}
