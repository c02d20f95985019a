using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Host.Starting;

/// <summary>The staff: who they are, what they may do, what they did.</summary>
internal static class StaffParts
{
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddSingleton<KeyCheck>()
        .AddSingleton<StaffStore>()
        .AddSingleton<StaffRulesStore>()
        .AddSingleton<Invitations>()
        .AddSingleton<Approvals>()
        .AddSingleton<AuditTrail>();
}
