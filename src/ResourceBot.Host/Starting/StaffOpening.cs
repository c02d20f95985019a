using System.Data.Common;
using ResourceBot.Chat;
using ResourceBot.Host.Settings;
using ResourceBot.LocalTelegram.People;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Host.Starting;

/// <summary>
/// Who is staff when the program starts: the owners that the settings name; with the local Telegram its demo staff; and a
/// claim code in the log while there is no owner at all.
/// </summary>
internal sealed class StaffOpening(
    BotSettings settings, Database database, KeyCheck key, StaffStore staff, Invitations invitations, AuditTrail audit,
    ILogger<StaffOpening> log)
{
    /// <exception cref="BadSettingException">The secret is not the one of this database.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await CheckKeyAsync(cancellation);
        var claimCode = await database.WriteAsync(transaction => OpenAsync(transaction, cancellation), cancellation);
        if (claimCode is not null) StartingLog.NobodyOwns(log, $"/start {Conversations.Commands.InvitePayload}{claimCode}");
    }

    /// <exception cref="BadSettingException">The secret is not the one of this database.</exception>
    public async Task CheckKeyAsync(CancellationToken cancellation)
    {
        if (!await key.FitsAsync(cancellation))
        {
            throw new BadSettingException(
                "Secrets:KeyFile", $"{settings.KeyFile} is not the secret under which this database was sealed",
                "put the right file back, or name the database that belongs to this one");
        }
    }

    /// <summary>A secret that is missing must not be made anew for a database that was sealed under another.</summary>
    /// <exception cref="BadSettingException">It is so.</exception>
    public static async Task RefuseLostKeyAsync(BotSettings settings, Database database, CancellationToken cancellation)
    {
        if (!File.Exists(settings.KeyFile) && await KeyCheck.HasKeyAsync(database, cancellation))
        {
            throw new BadSettingException(
                "Secrets:KeyFile", $"{settings.KeyFile} is missing, although this database was sealed under a secret",
                "put the file back from its safe copy");
        }
    }

    private async Task<string?> OpenAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        await KeepOwnersAsync(transaction, cancellation);
        if (settings.Telegram.IsLocal && settings.Owners.Count == 0) await AddDemoStaffAsync(transaction, cancellation);
        return await StaffStore.CountAsync(transaction, Role.Owner, cancellation) == 0
            ? await invitations.ClaimCodeAsync(transaction, cancellation)
            : null;
    }

    // The settings decide over those whom they name: who is taken out there is out.
    private async Task KeepOwnersAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        var named = new HashSet<StaffId>();
        foreach (var chat in settings.Owners.Select(owner => new ChatId(owner)))
        {
            var known = await staff.FindAsync(transaction, chat, cancellation);
            if (known is null)
            {
                known = await staff.AddAsync(transaction, chat, Role.Owner, isFixed: true, cancellation);
                await audit.WriteAsync(transaction, AuditTrail.Program, Deeds.StaffJoined, $"{known.Alias} owner", null, cancellation);
            }
            else if (known.Role != Role.Owner)
            {
                await audit.WriteAsync(transaction, AuditTrail.Program, Deeds.RoleChanged, $"{known.Alias} owner", null, cancellation);
            }

            await StaffStore.ChangeRoleAsync(transaction, known.Id, Role.Owner, isFixed: true, cancellation);
            named.Add(known.Id);
        }

        foreach (var fixedOwner in await StaffStore.FixedAsync(transaction, cancellation))
        {
            if (named.Contains(fixedOwner.Id)) continue;
            await staff.RevokeAsync(transaction, fixedOwner.Id, cancellation);
            await audit.WriteAsync(transaction, AuditTrail.Program, Deeds.StaffRevoked, fixedOwner.Alias, null, cancellation);
        }
    }

    // Only on a database on which nobody ever was staff: whoever was revoked in a demo stays so after a restart.
    private async Task AddDemoStaffAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        if (await StaffStore.AnyEverAsync(transaction, cancellation)) return;
        foreach (var person in DemoPeople.All)
        {
            if (Roles.FromCode(person.Role) is not { } role) continue;
            var joined = await staff.AddAsync(transaction, new ChatId(person.Id), role, isFixed: false, cancellation);
            await audit.WriteAsync(
                transaction, AuditTrail.Program, Deeds.StaffJoined, $"{joined.Alias} {role.Code()}", null, cancellation);
        }
    }
}
