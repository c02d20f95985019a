namespace ResourceBot.Catalogue;

/// <summary>How to reach a contact.</summary>
/// <param name="Phone">International form without spaces, or a short code of the country.</param>
/// <param name="Email">Addresses.</param>
/// <param name="WhatsApp">Numbers or https links.</param>
/// <param name="Signal">Numbers or https links.</param>
/// <param name="Telegram"><c>@name</c> or https links.</param>
/// <param name="Form">Addresses of forms.</param>
public sealed record Channels(
    IReadOnlyList<string> Phone,
    IReadOnlyList<string> Email,
    IReadOnlyList<string> WhatsApp,
    IReadOnlyList<string> Signal,
    IReadOnlyList<string> Telegram,
    IReadOnlyList<string> Form)
{
    public bool Any => Phone.Count + Email.Count + WhatsApp.Count + Signal.Count + Telegram.Count + Form.Count > 0;
}
