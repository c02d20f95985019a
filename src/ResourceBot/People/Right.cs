namespace ResourceBot.People;

/// <summary>Something that only staff may do.</summary>
public enum Right
{
    /// <summary>Open the staff pages at all.</summary>
    BeStaff,

    /// <summary>Invite, revoke, solo mode, the second factor's rule.</summary>
    ManageStaff,

    /// <summary>Write drafts and send them for review.</summary>
    EditEntries,

    /// <summary>Publish what somebody else wrote; retire.</summary>
    ApproveEntries,

    /// <summary>Compare entries with their sources, work on suggestions and reports.</summary>
    CheckTruth,

    /// <summary>Bring a file into the catalogue, take it out as a file.</summary>
    MoveEntries,

    SeeAudit,
    SeeFigures,
    WriteBroadcasts,
    ApproveBroadcasts,

    /// <summary>Stop all sending; one pair of eyes is enough for that.</summary>
    StopBroadcasts,
}

/// <summary>Which role may do what, in one table.</summary>
public static class Rights
{
    private static readonly Right[] Volunteers =
        [Right.BeStaff, Right.WriteBroadcasts, Right.ApproveBroadcasts, Right.StopBroadcasts];

    private static readonly Right[] Admins =
    [
        .. Volunteers, Right.EditEntries, Right.ApproveEntries, Right.CheckTruth, Right.MoveEntries, Right.SeeAudit, Right.SeeFigures,
    ];

    private static readonly Right[] Owners = [.. Admins, Right.ManageStaff];

    public static IReadOnlyList<Right> Of(Role role) => role switch
    {
        Role.Owner => Owners,
        Role.Admin => Admins,
        _ => Volunteers,
    };

    public static bool May(this Role role, Right right) => Of(role).Contains(right);
}
