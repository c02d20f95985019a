using ResourceBot.Catalogue.Editing;
using ResourceBot.Languages;
using ResourceBot.People;

namespace ResourceBot.Conversations.Admins;

/// <summary>Staff's words for what the code calls by name.</summary>
internal static class StaffWords
{
    public static string Role(Role role, StaffPhrases phrases) => role switch
    {
        People.Role.Owner => phrases.RoleOwner,
        People.Role.Admin => phrases.RoleAdmin,
        _ => phrases.RoleVolunteer,
    };

    /// <summary>An alias, or the word for whoever has none: the program and whoever runs it.</summary>
    public static string Who(string who, StaffPhrases phrases) => who switch
    {
        AuditTrail.Program => phrases.WhoProgram,
        AuditTrail.Operator => phrases.WhoOperator,
        _ => who,
    };

    public static string Standing(Standing standing, StaffPhrases phrases) => standing switch
    {
        Catalogue.Editing.Standing.Original => phrases.TrOriginal,
        Catalogue.Editing.Standing.Person => phrases.TrPerson,
        Catalogue.Editing.Standing.Machine => phrases.TrMachine,
        Catalogue.Editing.Standing.OutOfDate => phrases.TrOutOfDate,
        _ => phrases.TrMissing,
    };

    public static string Reason(string code, StaffPhrases phrases) => code switch
    {
        "facts" => phrases.ReasonFacts,
        "source" => phrases.ReasonSource,
        "language" => phrases.ReasonLanguage,
        "twice" => phrases.ReasonTwice,
        _ => phrases.ReasonDanger,
    };

    /// <summary>That a host only looks like a known one.</summary>
    public static string LookAlike((string Host, string Known) pair, StaffPhrases phrases) =>
        $"⚠️ {Direction.LeftToRight(pair.Host)}: {Phrase.Fill(phrases.NeighboursAlike, ("host", Direction.LeftToRight(pair.Known)))}";

    public static string Warning(ReviewWarning warning, StaffPhrases phrases) => warning switch
    {
        ReviewWarning.NotHttps => phrases.WarnNotHttps,
        ReviewWarning.NumericHost => phrases.WarnNumericHost,
        ReviewWarning.ForeignLetters => phrases.WarnPunycode,
        ReviewWarning.ShortLink => phrases.WarnShortener,
        ReviewWarning.NameBeforeAt => phrases.WarnUserInfo,
        ReviewWarning.HiddenLetters => phrases.WarnHidden,
        _ => phrases.WarnOneSource,
    };

    public static string Outcome(PublishOutcome outcome, StaffPhrases phrases) => outcome switch
    {
        PublishOutcome.Incomplete => phrases.OutcomeIncomplete,
        PublishOutcome.NameTaken => phrases.OutcomeSlug,
        PublishOutcome.NotOpen => phrases.OutcomeNotOpen,
        PublishOutcome.Own => phrases.OutcomeOwn,
        PublishOutcome.Expired => phrases.OutcomeExpired,
        PublishOutcome.Changed => phrases.OutcomeChanged,
        PublishOutcome.Moved => phrases.OutcomeMoved,
        _ => phrases.DraftGone,
    };

    /// <summary>The name of a field, with its language where it has one.</summary>
    public static string Field(EntryField field, Page page, StaffPhrases phrases) =>
        field.TextLanguage is { } language
            ? $"{phrases.Fields[field.Name]} ({page.Words.Languages[language]})"
            : phrases.Fields[field.Name];
}
