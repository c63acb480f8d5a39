using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>Who takes part in a proposal, what it is called, who reads along; and giving it up.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class PartiesModel(ProposalViewQuery query, PartySteps steps, ParticipationDbContext db) : PageModel
{
    private const int MostOrganisations = 300;

    [BindProperty]
    public PartiesInput Input { get; set; } = new();

    [BindProperty]
    public InvitedInput Invited { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public ProposalRights Rights { get; private set; } = null!;

    /// <summary>Organisations that do not take part yet.</summary>
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    /// <summary>What was stored while somebody was changing title and summary.</summary>
    public Proposal? Now { get; private set; }

    /// <summary>Whether the form that gives the proposal up is to be seen.</summary>
    public bool Withdrawing { get; private set; }

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input = PartiesInput.Of(Rights.Proposal);
    }

    public async Task<IActionResult> OnPostInviteAsync(int number, CancellationToken cancel)
    {
        await BeginAsync(number, cancel);
        if (!Guid.TryParse(Invited.Organisation, out var organisation)) ModelState.AddModelError("Invited.Organisation", ProposalsTexts.ChooseOrganisation);
        if (Invited.Role is not (AuthorRole.CoAuthor or AuthorRole.Adviser)) ModelState.AddModelError("Invited.Role", SharedTexts.PleaseChoose);
        if (!ModelState.IsValid) return this.InvalidPage();
        return End(number, await steps.Invite.ExecuteAsync(number, organisation, Invited.Role, User.Actor(), cancel), ProposalsTexts.Invited);
    }

    public async Task<IActionResult> OnPostJoinAsync(int number, Guid organisation, CancellationToken cancel)
    {
        await BeginAsync(number, cancel);
        return End(number, await steps.Join.ExecuteAsync(number, organisation, User.Actor(), cancel), ProposalsTexts.JoinDone);
    }

    public async Task<IActionResult> OnPostLeaveAsync(int number, Guid organisation, CancellationToken cancel)
    {
        await BeginAsync(number, cancel);
        var refusal = await steps.Leave.ExecuteAsync(number, organisation, User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.Proposals, ProposalsTexts.LeaveDone) : End(number, refusal, "");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int number, Guid organisation, CancellationToken cancel)
    {
        await BeginAsync(number, cancel);
        return End(number, await steps.Remove.ExecuteAsync(number, organisation, User.Actor(), cancel), ProposalsTexts.RemoveDone);
    }

    public async Task<IActionResult> OnPostReadersAsync(int number, CancellationToken cancel)
    {
        var (version, readers) = (Input.Version, Input.Readers);
        await BeginAsync(number, cancel);
        if (readers is not (ProposalForm.Inside or ProposalForm.Everyone)) return BadRequest();
        return End(number, await steps.Readers.ExecuteAsync(number, readers is ProposalForm.Everyone, version, User.Actor(), cancel), ProposalsTexts.ReadersDone);
    }

    public async Task<IActionResult> OnPostDescribeAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Remove("Reason");
        ModelState.CheckTexts(Input.Title, Input.Summary);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await steps.Describe.ExecuteAsync(number, Input.Title!.Trim(), Input.Summary.Trim(), Input.Version, User.Actor(), cancel);
        if (refusal is not ChangedMeanwhile) return End(number, refusal, ProposalsTexts.DescribeDone, refusal is ProposalNeedsTitle ? "Input.Title" : "");
        // What was typed stays; sent once more it takes the place of what is shown beside it.
        await LoadAsync(number, cancel);
        (Now, Input) = (Rights.Proposal, Input with { Version = Rights.Proposal.Version });
        return this.RefusedPage(refusal, ProposalsTexts.DescribeConflict);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int number, CancellationToken cancel)
    {
        await BeginAsync(number, cancel);
        Withdrawing = true;
        ModelState.Require(nameof(Reason), ProposalsTexts.FieldReason, Reason, Proposal.ReasonMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await steps.Withdraw.ExecuteAsync(number, Reason!.Trim(), User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.Proposals, ProposalsTexts.WithdrawDone) : End(number, refusal, "");
    }

    private IActionResult End(int number, Refusal? refusal, string notice, string field = "")
    {
        if (refusal is NotAllowed) throw new ForbiddenException();
        return refusal is null ? this.RedirectWithNotice(Links.ProposalParties(number), notice) : this.RefusedPage(refusal, field: field);
    }

    /// <summary>For actions without the fields of title and summary, which show what is stored.</summary>
    private async Task BeginAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input = PartiesInput.Of(Rights.Proposal);
        ModelState.Clear();
    }

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        Rights = await query.ReadableAsync(number, User.Actor(), cancel);
        if (!Rights.SeesInside) throw new ForbiddenException();
        var there = Rights.Parties.Select(party => party.Id).ToList();
        var others = await db.Organisations.AsNoTracking().Where(organisation => !there.Contains(organisation.Id)).OrderBy(organisation => organisation.Name).Take(MostOrganisations)
            .Select(organisation => new { organisation.Id, organisation.Name }).ToListAsync(cancel);
        Others = [new SelectListItem(SharedTexts.PleaseChoose, ""), .. others.Select(organisation => new SelectListItem(organisation.Name, organisation.Id.Value.ToString()))];
    }
}

/// <summary>What is done there, together.</summary>
public sealed record PartySteps(InviteOrganisation Invite, JoinProposal Join, LeaveProposal Leave, RemoveOrganisation Remove, DescribeProposal Describe, ChooseReaders Readers, WithdrawProposal Withdraw);

/// <summary>Title, summary and readers.</summary>
public sealed record PartiesInput
{
    public int Version { get; init; }

    public string? Title { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Summary { get; init; } = "";

    public string? Readers { get; init; }

    public static PartiesInput Of(Proposal proposal) => new() { Version = proposal.Version, Title = proposal.Title, Summary = proposal.Summary };
}

/// <summary>Who is asked.</summary>
public sealed record InvitedInput
{
    public string? Organisation { get; init; }

    public AuthorRole Role { get; init; } = AuthorRole.CoAuthor;
}
