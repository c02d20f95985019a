using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ResourceBot.Languages;

namespace ResourceBot.Broadcasts;

/// <summary>
/// What an approval is bound to: SHA-256 over text, link, audience and time. Lengths stand before the parts, so that nothing
/// can be moved from one part into the next.
/// </summary>
public static class BroadcastHash
{
    /// <summary>Enough of it for a button; whoever would change a text within a day cannot find another with the same.</summary>
    public const int ButtonLength = 16;

    public static string Of(Broadcast broadcast)
    {
        var text = new StringBuilder();
        Add(broadcast.Id.Value.ToString(CultureInfo.InvariantCulture));
        Add(broadcast.Entry?.Value ?? "");
        Add(broadcast.Missing.ToString());
        Add(string.Join(' ', broadcast.Audience.Languages.Order().Select(language => language.Code())));
        Add(broadcast.Audience.Topics.Bits.ToString(CultureInfo.InvariantCulture));
        Add(broadcast.Audience.Place.ToString());
        Add(broadcast.SendAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "");
        foreach (var (language, words) in broadcast.Texts.OrderBy(pair => pair.Key))
        {
            Add(language.Code());
            Add(words);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Add(string part) => text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
    }
}
