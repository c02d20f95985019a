using System.Security.Cryptography;
using System.Text;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Catalogue.Editing;

/// <summary>The number of a draft.</summary>
public readonly record struct DraftId(long Value);

/// <summary>An entry while it is written and reviewed.</summary>
/// <param name="Resource">The entry that it changes; null for a new one.</param>
/// <param name="Holder">Who writes it now.</param>
/// <param name="Writers">Everybody who wrote on it; none of them approves it.</param>
/// <param name="InReview">It waits for a second person.</param>
/// <param name="Step">Code of the field at which the writer stands.</param>
/// <param name="Language">In which she writes the first text.</param>
/// <param name="Base">The entry as it was when the draft began; null for a new one.</param>
/// <param name="Rejected">Code of the reason for which it came back; null when it did not.</param>
public sealed record Draft(
    DraftId Id,
    ResourceId? Resource,
    StaffId Holder,
    string HolderAlias,
    IReadOnlyList<StaffId> Writers,
    bool InReview,
    string Step,
    Language Language,
    DraftBody Body,
    DraftBody? Base,
    int Version,
    string? Rejected)
{
    /// <summary>SHA-256 of everything that a reviewer reads, in hexadecimal; what is approved is bound to it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id.Value}\n{Body.Text}")));

    /// <summary>The subject of its approval.</summary>
    public string Subject => Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
