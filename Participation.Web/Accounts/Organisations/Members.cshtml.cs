using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Organisations;

/// <summary>An owner looks after members, invitations and the public contact line.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class MembersModel(MemberQueries queries, MemberSteps steps) : PageModel
{
    [BindProperty]
    public MembersInput Input { get; set; } = new();

    public MembersView View { get; private set; } = null!;

    public async Task OnGetAsync(string slug, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        Input = Input with { Contact = View.Contact };
    }

    public async Task<IActionResult> OnPostInviteAsync(string slug, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        ModelState.CheckEmail("Input.Email", Input.Email);
        if (!Enum.IsDefined(Input.Role)) ModelState.AddModelError("Input.Role", SharedTexts.PleaseChoose);
        if (!ModelState.IsValid) return this.InvalidPage();
        return await EndAsync(slug, await steps.Invite.ExecuteAsync(slug, Input.Email.Trim(), Input.Role, User.Actor(), cancel), OrganisationsTexts.InviteDone, cancel);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string slug, Guid invitation, CancellationToken cancel) =>
        await EndAsync(slug, await steps.Withdraw.ExecuteAsync(slug, InvitationId.From(invitation), User.Actor(), cancel), OrganisationsTexts.WithdrawDone, cancel);

    public async Task<IActionResult> OnPostRoleAsync(string slug, Guid person, MembershipRole? role, CancellationToken cancel) => role is { } known && Enum.IsDefined(known)
        ? await EndAsync(slug, await steps.Role.ExecuteAsync(slug, PersonId.From(person), known, User.Actor(), cancel), OrganisationsTexts.RoleDone, cancel)
        : BadRequest();

    public async Task<IActionResult> OnPostRemoveAsync(string slug, Guid person, CancellationToken cancel) =>
        await EndAsync(slug, await steps.Remove.ExecuteAsync(slug, PersonId.From(person), User.Actor(), cancel), OrganisationsTexts.RemoveDone, cancel);

    public async Task<IActionResult> OnPostTransferAsync(string slug, Guid person, CancellationToken cancel) =>
        await EndAsync(slug, await steps.Transfer.ExecuteAsync(slug, PersonId.From(person), User.Actor(), cancel), OrganisationsTexts.TransferDone, cancel);

    public async Task<IActionResult> OnPostContactAsync(string slug, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        ModelState.Limit("Input.Contact", OrganisationsTexts.Contact, Input.Contact, Organisation.ContactMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        return await EndAsync(slug, await steps.Contact.ExecuteAsync(slug, Input.Contact, User.Actor(), cancel), OrganisationsTexts.ContactDone, cancel);
    }

    /// <summary>Back to the page, or, for someone who gave up ownership just now, to the own memberships.</summary>
    private async Task<IActionResult> EndAsync(string slug, Refusal? refusal, string notice, CancellationToken cancel)
    {
        if (refusal is NotAllowed) throw new ForbiddenException();
        if (refusal is null) return this.RedirectWithNotice(await queries.OwnsAsync(slug, User.Actor(), cancel) ? Links.OrganisationMembers(slug) : Links.MyOrganisations, notice);
        await LoadAsync(slug, cancel);
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(string slug, CancellationToken cancel) => View = await queries.ForOwnerAsync(slug, User.Actor(), cancel);
}

/// <summary>What owners do, together.</summary>
public sealed record MemberSteps(InviteMember Invite, WithdrawInvitation Withdraw, ChangeMemberRole Role, RemoveMember Remove, TransferOwnership Transfer, SayContact Contact);

/// <summary>The forms with fields of their own.</summary>
public sealed record MembersInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Email { get; init; } = "";

    public MembershipRole Role { get; init; } = MembershipRole.Editor;

    public string? Contact { get; init; }
}
