using ResourceBot.Catalogue.Editing;
using ResourceBot.Conversations;
using ResourceBot.Conversations.Admins;
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
        .AddSingleton<AuditTrail>()
        .AddSingleton<SecondFactor>()
        .AddEditing()
        .AddStaffPages();

    private static IServiceCollection AddEditing(this IServiceCollection services) => services
        .AddSingleton<DraftStore>()
        .AddSingleton<DraftDesk>()
        .AddSingleton<EntryHistory>()
        .AddSingleton<EntryShelf>()
        .AddSingleton<LinkNeighbours>()
        .AddSingleton<Publishing>()
        .AddSingleton<TranslationStanding>();

    private static IServiceCollection AddStaffPages(this IServiceCollection services) => services
        .AddSingleton<CardPreview>()
        .AddSingleton<DraftOverview>()
        .AddSingleton<SecondFactorPages>()
        .AddSingleton<IStaffPages, StaffHomePages>()
        .AddSingleton<IStaffPages, AddPages>()
        .AddSingleton<IStaffPages, FormPages>()
        .AddSingleton<IStaffPages, DraftPages>()
        .AddSingleton<IStaffPages, ReviewPages>()
        .AddSingleton<IStaffPages, EntryPages>()
        .AddSingleton<IStaffPages, TranslationPages>()
        .AddSingleton<IStaffPages, AuditPages>()
        .AddSingleton<IStaffPages, TeamPages>()
        .AddSingleton<IStaffPages>(parts => parts.GetRequiredService<SecondFactorPages>())
        .AddSingleton<StaffPart>()
        .AddSingleton<IConversationPart>(parts => parts.GetRequiredService<StaffPart>());
}
