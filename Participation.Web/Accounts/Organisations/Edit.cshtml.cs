using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Organisations;

/// <summary>The administration lets an organisation take part, changes what is said about it and asks in its owners.</summary>
[Authorize(Policy = Policies.Administration), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditModel(MemberQueries queries, OrganisationSteps steps, TextFormatter texts, FormGuard guard) : PageModel
{
    [BindProperty]
    public OrganisationInput Input { get; set; } = new();

    /// <summary>The organisation that is changed; null for a new one.</summary>
    public ManagedOrganisation? Existing { get; private set; }

    public bool IsNew => Existing is null;

    public async Task OnGetAsync(string slug, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        if (Existing is not null) Input = OrganisationInput.Of(Existing.Organisation);
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Check(ModelState, IsNew);
        if (!ModelState.IsValid) return this.InvalidPage();
        var about = await texts.FormatAsync(Input.About, Organisation.AboutMaxLength, cancel);
        if (!about.Done) return this.RefusedPage(about.Refusal, field: "Input.About");
        var profile = Input.ToProfile(about.Value);
        return IsNew ? await CreateAsync(profile, cancel) : await ChangeAsync(slug, profile, cancel);
    }

    public async Task<IActionResult> OnPostOwnerAsync(string slug, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        var email = Input.OwnerEmail?.Trim() ?? "";
        if (Existing is not null) Input = OrganisationInput.Of(Existing.Organisation) with { OwnerEmail = email };
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        ModelState.CheckEmail("Input.OwnerEmail", email);
        if (!ModelState.IsValid) return this.InvalidPage();
        return Done(slug, await steps.Invite.ExecuteAsync(slug, email, MembershipRole.Owner, User.Actor(), cancel), OrganisationsTexts.InviteDone);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string slug, Guid invitation, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        if (Existing is not null) Input = OrganisationInput.Of(Existing.Organisation);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        return Done(slug, await steps.Withdraw.ExecuteAsync(slug, InvitationId.From(invitation), User.Actor(), cancel), OrganisationsTexts.WithdrawDone);
    }

    private async Task<IActionResult> CreateAsync(OrganisationProfile profile, CancellationToken cancel)
    {
        var created = await steps.Create.ExecuteAsync(Slug.From(string.IsNullOrWhiteSpace(Input.Slug) ? Input.Name! : Input.Slug), profile, User.Actor(), cancel);
        if (created.Done) return this.RedirectWithNotice(Links.EditOrganisation(created.Value), OrganisationsTexts.Created);
        return this.RefusedPage(created.Refusal, field: created.Refusal is AddressIsTaken ? "Input.Slug" : "");
    }

    private async Task<IActionResult> ChangeAsync(string slug, OrganisationProfile profile, CancellationToken cancel) =>
        Done(slug, await steps.Change.ExecuteAsync(slug, profile, Input.Version, User.Actor(), cancel), OrganisationsTexts.Saved);

    private IActionResult Done(string slug, Refusal? refusal, string notice) =>
        refusal is null ? this.RedirectWithNotice(Links.EditOrganisation(slug), notice) : this.RefusedPage(refusal);

    private async Task LoadAsync(string slug, CancellationToken cancel)
    {
        if (slug != CreateOrganisation.NewSlug) Existing = await queries.ManagedAsync(slug, cancel);
    }
}

/// <summary>What the administration does with an organisation, together.</summary>
public sealed record OrganisationSteps(CreateOrganisation Create, ChangeOrganisation Change, InviteMember Invite, WithdrawInvitation Withdraw);
