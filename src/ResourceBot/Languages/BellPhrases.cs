namespace ResourceBot.Languages;

/// <summary>What the bot says about the bell, one property a phrase; the sentences stand in <c>Texts/bells.*.json</c>.</summary>
public sealed record BellPhrases
{
    public required string CommandBell { get; init; }
    public required string CommandForget { get; init; }
    public required string Bell { get; init; }
    public required string IsOff { get; init; }
    public required string IsOn { get; init; }
    public required string About { get; init; }
    public required string AboutLetter { get; init; }
    public required string ConsentIntro { get; init; }
    public required string KeptIntro { get; init; }
    public required string KeptChat { get; init; }
    public required string KeptLanguage { get; init; }
    public required string KeptTopics { get; init; }
    public required string KeptPlace { get; init; }
    public required string KeptForm { get; init; }
    public required string KeptExpiry { get; init; }
    public required string KeptBell { get; init; }
    public required string KeptDelivery { get; init; }
    public required string KeptOutro { get; init; }
    public required string Topics { get; init; }
    public required string TurnOn { get; init; }
    public required string TurnOff { get; init; }
    public required string Renew { get; init; }
    public required string FormBell { get; init; }
    public required string FormLetter { get; init; }
    public required string HoursDay { get; init; }
    public required string HoursAny { get; init; }
    public required string LetterWarning { get; init; }
    public required string PickTopic { get; init; }
    public required string TurnedOn { get; init; }
    public required string TurnedOff { get; init; }
    public required string Renewed { get; init; }
    public required string Forgotten { get; init; }
    public required string ForgottenStaff { get; init; }
    public required string NewItem { get; init; }
    public required string Open { get; init; }
    public required string News { get; init; }
    public required string Earlier { get; init; }
    public required string OpenEntry { get; init; }
    public required string TakenBack { get; init; }
    public required string NothingNew { get; init; }
    public required string OtherLanguage { get; init; }
}
