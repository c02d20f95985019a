namespace ResourceBot.People;

/// <summary>What the audit trail can speak of. Each word here has a sentence in every language (tested).</summary>
public static class Deeds
{
    public const string StaffJoined = "staff-joined";
    public const string StaffInvited = "staff-invited";
    public const string StaffRevoked = "staff-revoked";
    public const string RoleChanged = "role-changed";
    public const string SoloOn = "solo-on";
    public const string SoloOff = "solo-off";
    public const string FactorRequired = "factor-required";
    public const string FactorNotRequired = "factor-not-required";
    public const string FactorSet = "factor-set";
    public const string FactorLost = "factor-lost";
    public const string FactorWrong = "factor-wrong";
    public const string FactorClosed = "factor-closed";
    public const string ReviewAsked = "review-asked";
    public const string ReviewRejected = "review-rejected";
    public const string EntryPublished = "entry-published";
    public const string EntryRetired = "entry-retired";
    public const string DraftDiscarded = "draft-discarded";
    public const string BroadcastAsked = "broadcast-asked";
    public const string BroadcastApproved = "broadcast-approved";
    public const string BroadcastRejected = "broadcast-rejected";
    public const string BroadcastPaused = "broadcast-paused";
    public const string BroadcastResumed = "broadcast-resumed";
    public const string BroadcastCancelled = "broadcast-cancelled";
    public const string BroadcastWithdrawn = "broadcast-withdrawn";
    public const string SendingStopped = "sending-stopped";
    public const string SendingRestarted = "sending-restarted";

    public const string EntryStillTrue = "entry-still-true";
    public const string EntryFoundChanged = "entry-found-changed";
    public const string EntryClosed = "entry-closed";
    public const string ImportAsked = "import-asked";
    public const string EntriesImported = "entries-imported";

    public static IReadOnlyList<string> All { get; } =
        [.. typeof(Deeds).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
