using System.Text.RegularExpressions;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>What a line of the audit trail is about, in the reader's words where the trail has a code.</summary>
internal static partial class AuditWords
{
    private const string DraftWord = "draft ";

    /// <summary>The parts of the subject, each safe for its direction; none where the deed says it all.</summary>
    public static IReadOnlyList<string> Subject(AuditLine line, StaffPage page) => line.Deed switch
    {
        Deeds.StaffInvited or Deeds.StaffJoined or Deeds.RoleChanged =>
            WithCode(line.Subject, code => Roles.FromCode(code) is { } role ? StaffWords.Role(role, page.Staff) : null),
        Deeds.ReviewRejected => WithCode(line.Subject, code => ReviewPages.Reasons.Contains(code) ? StaffWords.Reason(code, page.Staff) : null),
        Deeds.SoloOn or Deeds.SoloOff or Deeds.FactorRequired or Deeds.FactorNotRequired or Deeds.SendingStopped or Deeds.SendingRestarted => [],
        // Her own: who did it says whose it is.
        Deeds.FactorSet or Deeds.FactorWrong or Deeds.FactorClosed => [],
        Deeds.DraftDiscarded when line.Subject.StartsWith(DraftWord, StringComparison.Ordinal) =>
            [$"{page.Staff.StateDraft} {Digits.Show(line.Subject[DraftWord.Length..], page.Reader.Language)}"],
        Deeds.ImportAsked or Deeds.EntriesImported when Summary().Match(line.Subject) is { Success: true } summary =>
            [Count(page.Of<ExchangePhrases>().CountNew, summary.Groups["new"].Value, page), Count(page.Of<ExchangePhrases>().CountChanged, summary.Groups["changed"].Value, page)],
        _ => [Direction.LeftToRight(line.Subject)],
    };

    // A code stands last, behind a name or alone.
    private static string[] WithCode(string subject, Func<string, string?> word)
    {
        var gap = subject.LastIndexOf(' ');
        if (word(subject[(gap + 1)..]) is not { } meant) return [Direction.LeftToRight(subject)];
        return gap <= 0 ? [meant] : [Direction.LeftToRight(subject[..gap]), meant];
    }

    private static string Count(string phrase, string count, StaffPage page) =>
        Phrase.Fill(phrase, ("count", Digits.Show(count, page.Reader.Language)));

    // As imports wrote it before each entry had a line of its own; old lines stay as they are.
    [GeneratedRegex("^(?<new>[0-9]+) new, (?<changed>[0-9]+) changed$", RegexOptions.NonBacktracking)]
    private static partial Regex Summary();
}
