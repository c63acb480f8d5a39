using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>Who takes part: the lead invites, owners accept or decline.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class AuthorsModel(ProposalQueries queries, ProposalForms forms, InviteOrganisation invite, TakePart part) : PageModel
{
    [BindProperty]
    public AuthorsInput Input { get; set; } = new();

    public ProposalView View { get; private set; } = null!;

    /// <summary>Organisations that can be invited.</summary>
    public IReadOnlyList<(string Value, string Text)> Others { get; private set; } = [];

    /// <summary>As what they can be invited.</summary>
    public IReadOnlyList<(string Value, string Text)> Roles { get; } = [(nameof(AuthorRole.CoAuthor), ProposalsTexts.AsCoAuthor), (nameof(AuthorRole.Adviser), ProposalsTexts.AsAdviser)];

    public bool MayInvite => View.Viewer.Leads && View.Proposal.Status is ProposalStatus.Drafting;

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input = new AuthorsInput { Version = View.Proposal.Version };
    }

    public async Task<IActionResult> OnPostInviteAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (!View.Viewer.Leads) throw new ForbiddenException();
        ModelState.Clear();
        if (!Others.Any(other => other.Value == Input.Organisation)) ModelState.Missing("Input.Organisation", ProposalsTexts.InviteWhom);
        if (Input.Role is not (AuthorRole.CoAuthor or AuthorRole.Adviser)) ModelState.Missing("Input.Role", ProposalsTexts.InviteAs);
        if (!ModelState.IsValid) return this.InvalidPage();
        return await EndAsync(number, await invite.ExecuteAsync(Order(number), Input.Organisation, Input.Role, cancel), ProposalsTexts.InviteDone, cancel);
    }

    public async Task<IActionResult> OnPostJoinAsync(int number, Guid organisation, CancellationToken cancel) =>
        await EndAsync(number, await part.JoinAsync(Order(number), OrganisationId.From(organisation), cancel), ProposalsTexts.JoinDone, cancel);

    public async Task<IActionResult> OnPostPartAsync(int number, Guid organisation, CancellationToken cancel) =>
        await EndAsync(number, await part.PartAsync(Order(number), OrganisationId.From(organisation), cancel), ProposalsTexts.PartDone, cancel);

    private ProposalOrder Order(int number) => new(number, Input.Version, User.Actor());

    private async Task<IActionResult> EndAsync(int number, Refusal? refusal, string notice, CancellationToken cancel)
    {
        if (refusal is NotAllowed) throw new ForbiddenException();
        if (refusal is null)
        {
            var still = await queries.FindAsync(number, User.Actor(), cancel);
            return this.RedirectWithNotice(still is { Viewer.Owns.Count: > 0 } ? Links.ProposalAuthors(number) : Links.Proposals, notice);
        }

        await LoadAsync(number, cancel);
        Input = Input with { Version = View.Proposal.Version };
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        View = await queries.FindAsync(number, User.Actor(), cancel) ?? throw new NotFoundException();
        if (View.Viewer.Owns.Count == 0 && !View.Viewer.Writes) throw new ForbiddenException();
        if (MayInvite) Others = await forms.OthersAsync(View.Proposal, cancel);
    }
}

/// <summary>The form.</summary>
public sealed record AuthorsInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Organisation { get; init; } = "";

    public AuthorRole Role { get; init; }

    public int Version { get; init; }
}
