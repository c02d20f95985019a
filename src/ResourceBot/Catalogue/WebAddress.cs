namespace ResourceBot.Catalogue;

/// <summary>
/// What counts as the address of a website, wherever one is given: in the form, in a file, in a suggestion. One rule, because
/// Telegram refuses a whole screen for one button that leads nowhere.
/// </summary>
public static class WebAddress
{
    public const int MaxLength = 500;

    /// <returns>Null when it is none.</returns>
    public static Uri? Read(string text) =>
        text.Length <= MaxLength
        && HasWebScheme(text)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\\' or '"' or '<' or '>')
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        // A name before the host, or a number for it, is how one website is made to look like another.
        && address.UserInfo.Length == 0
        && address.HostNameType == UriHostNameType.Dns
        && IsPublicName(address.IdnHost)
            ? address
            : null;

    private static bool HasWebScheme(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static bool IsPublicName(string host)
    {
        var labels = host.TrimEnd('.').Split('.');
        return labels.Length > 1 && labels.All(label => label.Length is > 0 and < 64) && !labels[^1].All(char.IsAsciiDigit);
    }
}
