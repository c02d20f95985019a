using ResourceBot.Conversations;
using ResourceBot.Host.Telegram;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Host.Starting;

/// <summary>The staff: who they are, what they may do, what they did.</summary>
internal static class StaffParts
{
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddSingleton<KeyCheck>()
        .AddSingleton<StaffOpening>()
        .AddSingleton<StaffDoor>()
        .AddSingleton<StaffMenus>()
        .AddSingleton<IStaffMenus>(parts => parts.GetRequiredService<StaffMenus>())
        .AddHostedService(parts => parts.GetRequiredService<StaffMenus>())
        .AddSingleton<StaffStore>()
        .AddSingleton<StaffRulesStore>()
        .AddSingleton<Invitations>()
        .AddSingleton<Approvals>()
        .AddSingleton<AuditTrail>();
}
