using System.Data.Common;
using ResourceBot.Chat;
using ResourceBot.Languages;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Conversations.Admins;

/// <summary>Who is on the team, invitations, and the rules of the team; for owners.</summary>
public sealed class TeamPages(
    Database database, StaffStore staff, Invitations invitations, SecondFactor factor, AuditTrail audit, IShareLinks links, IStaffMenus menus)
    : IStaffPages
{
    internal const string ListAction = "team";
    private const string MemberAction = "member";

    public IReadOnlyList<StaffAction> Actions =>
    [
        new(ListAction, Right.ManageStaff, async (call, cancellation) => new Answer(await ListAsync(call, notice: null, cancellation))),
        new(MemberAction, Right.ManageStaff, MemberAsync),
        new("invite", Right.ManageStaff, InviteAsync, Guarded: true),
        new("role", Right.ManageStaff, RoleAsync, Guarded: true),
        new("revoke", Right.ManageStaff, AskRevokeAsync),
        new("dorevoke", Right.ManageStaff, RevokeAsync, Guarded: true),
        new("unfactor", Right.ManageStaff, ForgetFactorAsync, Guarded: true),
        new("solo", Right.ManageStaff, AskSoloAsync),
        new("dosolo", Right.ManageStaff, SoloAsync, Guarded: true),
        new("rule", Right.ManageStaff, FactorRuleAsync, Guarded: true),
    ];

    private async Task<Screen> ListAsync(StaffCall call, string? notice, CancellationToken cancellation)
    {
        var page = call.Page(ListAction);
        var phrases = page.Staff;
        page.Heading(phrases.Team);
        foreach (var line in await staff.ListAsync(cancellation))
        {
            page.Row(page.To(
                $"{Direction.Isolate(line.Member.Alias)} – {StaffWords.Role(line.Member.Role, phrases)}{(line.HasSecondFactor ? " 🔑" : "")}",
                MemberAction, line.Member.Id.Value));
        }

        foreach (var role in Roles.All.Reverse())
            page.Row(page.To(Phrase.Fill(phrases.Invite, ("role", StaffWords.Role(role, phrases))), "invite", role.Code()));
        page.Row(page.To(call.Visit.Rules.Solo ? phrases.SoloTurnOff : phrases.SoloTurnOn, "solo"));
        page.Row(call.Visit.Rules.SecondFactor
            ? page.To(phrases.FactorTurnOff, "rule", "off")
            : page.To(phrases.FactorTurnOn, "rule", "on"));
        page.StaffRow(back: null);
        return page.ToScreen(notice);
    }

    private async Task<Answer> MemberAsync(StaffCall call, CancellationToken cancellation)
    {
        var line = (await staff.ListAsync(cancellation)).FirstOrDefault(line => line.Member.Id.Value == call.Code.Number(0));
        if (line is null) return new Answer(await ListAsync(call, call.Phrases.MemberGone, cancellation));
        var page = call.Page(MemberAction, line.Member.Id.Value);
        var phrases = page.Staff;
        page.Heading($"{Direction.Isolate(line.Member.Alias)} – {StaffWords.Role(line.Member.Role, phrases)}");
        page.Text(Phrase.Fill(phrases.JoinedOn, ("date", DateText.Show(line.JoinedOn, page.Reader.Language))));
        if (line.HasSecondFactor) page.Text(phrases.HasFactor);
        if (line.Fixed) page.Say(phrases.IsFixed);
        if (!line.Fixed)
        {
            foreach (var role in Roles.All.Where(role => role != line.Member.Role))
                page.Row(page.To(Phrase.Fill(phrases.MakeRole, ("role", StaffWords.Role(role, phrases))), "role", line.Member.Id.Value, role.Code()));
            page.Row(page.To(phrases.Revoke, "revoke", line.Member.Id.Value));
        }

        if (line.HasSecondFactor) page.Row(page.To(phrases.FactorReset, "unfactor", line.Member.Id.Value));
        page.StaffRow(page.To("", ListAction));
        return new Answer(page.ToScreen());
    }

    private async Task<Answer> InviteAsync(StaffCall call, CancellationToken cancellation)
    {
        if (Roles.FromCode(call.Code.Text(0)) is not { } role) return new Answer(await ListAsync(call, notice: null, cancellation));
        var code = await WriteAsync(call, transaction => invitations.InviteAsync(transaction, call.Member, role, cancellation), cancellation);
        if (code is null) return Answer.None;
        var page = call.Page(ListAction);
        var payload = Commands.InvitePayload + code;
        page.Heading(Phrase.Fill(page.Staff.Invite, ("role", StaffWords.Role(role, page.Staff))));
        page.Text(page.Staff.InviteMade);
        page.Gap();
        if (links.To(payload) is { } link)
        {
            page.Line($"<code>{Direction.LeftToRight(Markup.Escape(link.AbsoluteUri))}</code>");
            page.Row(new CopyButton(page.Staff.CopyLink, link.AbsoluteUri));
        }

        page.Text(page.Staff.InviteTyped);
        page.Line($"<code>{Direction.LeftToRight("/start " + payload)}</code>");
        page.StaffRow(page.To("", ListAction));
        return new Answer(page.ToScreen());
    }

    private async Task<Answer> RoleAsync(StaffCall call, CancellationToken cancellation)
    {
        if (Roles.FromCode(call.Code.Text(1)) is not { } role) return new Answer(await ListAsync(call, notice: null, cancellation));
        return await ChangeAsync(call, async (transaction, member) =>
        {
            if (member.Role == Role.Owner && await IsLastOwnerAsync(transaction, cancellation)) return (call.Phrases.LastOwner, member.Role);
            await StaffStore.ChangeRoleAsync(transaction, member.Id, role, isFixed: false, cancellation);
            await audit.WriteAsync(transaction, call.Member, Deeds.RoleChanged, $"{member.Alias} {role.Code()}", null, cancellation);
            return (Phrase.Fill(
                call.Phrases.RoleChanged, ("alias", Direction.Isolate(member.Alias)), ("role", StaffWords.Role(role, call.Phrases))), role);
        }, cancellation);
    }

    private async Task<Answer> AskRevokeAsync(StaffCall call, CancellationToken cancellation)
    {
        var line = (await staff.ListAsync(cancellation)).FirstOrDefault(line => line.Member.Id.Value == call.Code.Number(0));
        if (line is null) return new Answer(await ListAsync(call, call.Phrases.MemberGone, cancellation));
        var page = call.Page("revoke", line.Member.Id.Value);
        page.Text(Phrase.Fill(page.Staff.RevokeSure, ("alias", Direction.Isolate(line.Member.Alias))));
        page.Row(page.To(page.Staff.Revoke, "dorevoke", line.Member.Id.Value));
        page.StaffRow(page.To("", MemberAction, line.Member.Id.Value));
        return new Answer(page.ToScreen());
    }

    private Task<Answer> RevokeAsync(StaffCall call, CancellationToken cancellation) => ChangeAsync(call, async (transaction, member) =>
    {
        if (member.Role == Role.Owner && await IsLastOwnerAsync(transaction, cancellation)) return (call.Phrases.LastOwner, member.Role);
        await staff.RevokeAsync(transaction, member.Id, cancellation);
        await audit.WriteAsync(transaction, call.Member, Deeds.StaffRevoked, member.Alias, null, cancellation);
        return (Phrase.Fill(call.Phrases.Revoked, ("alias", Direction.Isolate(member.Alias))), (Role?)null);
    }, cancellation);

    private Task<Answer> ForgetFactorAsync(StaffCall call, CancellationToken cancellation) => ChangeAsync(call, async (transaction, member) =>
    {
        await factor.ForgetAsync(transaction, call.Member, member, cancellation);
        return (Phrase.Fill(call.Phrases.FactorForgotten, ("alias", Direction.Isolate(member.Alias))), member.Role);
    }, cancellation, alsoFixed: true);

    private async Task<Answer> AskSoloAsync(StaffCall call, CancellationToken cancellation)
    {
        if (call.Visit.Rules.Solo) return await SoloAsync(call, cancellation);
        var page = call.Page("solo");
        page.Text(page.Staff.SoloSure);
        page.Row(page.To(page.Staff.SoloTurnOn, "dosolo"));
        page.StaffRow(page.To("", ListAction));
        return new Answer(page.ToScreen());
    }

    // Without a word it turns off what is on: that takes no second thought.
    private Task<Answer> SoloAsync(StaffCall call, CancellationToken cancellation) => RuleAsync(
        call,
        rules => rules with { Solo = !call.Visit.Rules.Solo },
        call.Visit.Rules.Solo ? Deeds.SoloOff : Deeds.SoloOn,
        cancellation);

    private async Task<Answer> FactorRuleAsync(StaffCall call, CancellationToken cancellation)
    {
        var required = call.Code.Text(0) == "on";
        // An owner who has none would lock herself out.
        if (required && !await factor.HasAsync(call.Member, cancellation))
            return new Answer(await ListAsync(call, call.Phrases.FactorFirst, cancellation));
        return await RuleAsync(
            call, rules => rules with { SecondFactor = required },
            required ? Deeds.FactorRequired : Deeds.FactorNotRequired, cancellation);
    }

    private async Task<Answer> RuleAsync(
        StaffCall call, Func<StaffRules, StaffRules> change, string deed, CancellationToken cancellation)
    {
        var rules = await WriteAsync(call, async transaction =>
        {
            var changed = change(await StaffRulesStore.ReadAsync(transaction, cancellation));
            await StaffRulesStore.WriteAsync(transaction, changed, cancellation);
            await audit.WriteAsync(transaction, call.Member, deed, "team", null, cancellation);
            return changed;
        }, cancellation);
        return rules is null
            ? Answer.None
            : new Answer(await ListAsync(call with { Visit = call.Visit with { Rules = rules } }, notice: null, cancellation));
    }

    /// <param name="change">What to tell, and the role that she has then.</param>
    private async Task<Answer> ChangeAsync(
        StaffCall call, Func<DbTransaction, StaffMember, Task<(string Notice, Role? Role)>> change, CancellationToken cancellation,
        bool alsoFixed = false)
    {
        var done = await WriteAsync(call, async transaction =>
        {
            var id = new StaffId(call.Code.Number(0) ?? 0);
            if (await StaffStore.FindAsync(transaction, id, cancellation) is not { } member) return new Change(call.Phrases.MemberGone);
            if (!alsoFixed && (await StaffStore.FixedAsync(transaction, cancellation)).Contains(member)) return new Change(call.Phrases.IsFixed);
            var chat = await staff.ChatOfAsync(transaction, id, cancellation);
            var (notice, role) = await change(transaction, member);
            return new Change(notice, chat, role);
        }, cancellation);
        if (done is null) return Answer.None;
        if (done.Chat is { } changed) menus.Changed(changed, done.Role);
        // She may have changed herself.
        return await staff.MayAsync(call.Chat, Right.ManageStaff, cancellation)
            ? new Answer(await ListAsync(call, done.Notice, cancellation))
            : new Answer(Notice: done.Notice);
    }

    private sealed record Change(string Notice, ChatId? Chat = null, Role? Role = null);

    // The right again, inside the transaction: it may have gone a moment ago.
    private Task<T?> WriteAsync<T>(StaffCall call, Func<DbTransaction, Task<T>> work, CancellationToken cancellation) where T : class =>
        database.WriteAsync<T?>(async transaction =>
            await StaffStore.FindAsync(transaction, call.Member.Id, cancellation) is { } member && member.May(Right.ManageStaff)
                ? await work(transaction)
                : null, cancellation);

    private static async Task<bool> IsLastOwnerAsync(DbTransaction transaction, CancellationToken cancellation) =>
        await StaffStore.CountAsync(transaction, Role.Owner, cancellation) <= 1;
}
