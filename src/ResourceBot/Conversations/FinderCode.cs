using ResourceBot.Catalogue.Finder;

namespace ResourceBot.Conversations;

/// <summary>The answers of the finder as seven characters of a button's code: step, the five answers, the page.</summary>
internal static class FinderCode
{
    private const int Length = 7;
    private const char NotAnswered = '-';
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Write(FinderView view) => string.Concat(
        Digits[view.Step].ToString(),
        Choice(FinderAnswers.Levels, view.Answers.Level),
        Choice(FinderAnswers.Homes, view.Answers.Home),
        view.Answers.Papers is { } papers ? Digits[(int)papers].ToString() : NotAnswered.ToString(),
        Choice(FinderAnswers.Languages, view.Answers.Language),
        Choice(FinderAnswers.Fields, view.Answers.Field)) + Digits[Math.Clamp(view.Page, 0, Digits.Length - 1)];

    /// <returns>Null when it is not from <see cref="Write"/>.</returns>
    public static FinderView? Read(string code)
    {
        if (code.Length != Length || code.Any(c => c != NotAnswered && !Digits.Contains(c, StringComparison.Ordinal))) return null;
        var step = Digits.IndexOf(code[0], StringComparison.Ordinal);
        var papers = Digits.IndexOf(code[3], StringComparison.Ordinal);
        var page = Digits.IndexOf(code[6], StringComparison.Ordinal);
        if (step is < 0 or > FinderView.Results || papers > 15 || page < 0) return null;
        return new FinderView(
            step,
            new FinderAnswers(
                Choice(FinderAnswers.Levels, code[1]), Choice(FinderAnswers.Homes, code[2]), papers < 0 ? null : (Papers)papers,
                Choice(FinderAnswers.Languages, code[4]), Choice(FinderAnswers.Fields, code[5])),
            page);
    }

    private static string Choice(IReadOnlyList<string> choices, string? chosen)
    {
        var at = choices.Index().Where(pair => pair.Item == chosen).Select(pair => pair.Index).DefaultIfEmpty(-1).First();
        return (at < 0 ? NotAnswered : Digits[at]).ToString();
    }

    private static string? Choice(IReadOnlyList<string> choices, char digit) => choices.ElementAtOrDefault(
        digit == NotAnswered ? -1 : Digits.IndexOf(digit, StringComparison.Ordinal));
}
