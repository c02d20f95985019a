namespace ResourceBot.Conversations;

/// <summary>What typed text is before anybody searches with it.</summary>
internal static class TypedWords
{
    // A telephone or tazkira number has more digits than a year or an age.
    private const int PersonalDigits = 8;

    /// <summary>One character from any keyboard is enough to clear the page in a hurry: a dot, or a zero of any digits.</summary>
    public static bool IsQuickExit(string text) => text.Trim() is "." or "0" or "۰" or "٠" or "۔" or "،" or "。";

    /// <summary>Telephone, tazkira or passport numbers are not to be sent here.</summary>
    public static bool LooksPersonal(string text) =>
        text.Count(char.IsDigit) >= PersonalDigits || LooksLikeEmail(text);

    private static bool LooksLikeEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && text.AsSpan(at).Contains('.') && !text.AsSpan(0, at).Contains('/');
    }
}
