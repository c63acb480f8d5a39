using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>To which committee a signed proposal was handed, and when.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class HandoverModel(ProposalQueries queries, HandOverProposal handOver, CityClock clock) : PageModel
{
    [BindProperty]
    public HandoverInput Input { get; set; } = new();

    public ProposalView View { get; private set; } = null!;

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        var proposal = View.Proposal;
        Input = new HandoverInput { Committee = proposal.Committee ?? "", On = proposal.HandedOverOn ?? clock.Today, Reference = proposal.CommitteeReference ?? "", Version = proposal.Version };
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        ModelState.Require("Input.Committee", ProposalsTexts.CommitteeLabel, Input.Committee, Proposal.CommitteeMaxLength);
        ModelState.Limit("Input.Reference", ProposalsTexts.ReferenceLabel, Input.Reference.Trim(), Proposal.ReferenceMaxLength);
        if (Input.On is null) ModelState.Missing("Input.On", ProposalsTexts.HandoverDay);
        if (!ModelState.IsValid || Input.On is not { } day) return this.InvalidPage();
        var reference = Input.Reference.Trim() is { Length: > 0 } said ? said : null;
        var refusal = await handOver.ExecuteAsync(new ProposalOrder(number, Input.Version, User.Actor()), new Handover(Input.Committee.Trim(), day, reference), cancel);
        if (refusal is NotAllowed) throw new ForbiddenException();
        if (refusal is null) return this.RedirectWithNotice(Links.Proposal(number, View.Proposal.Title), ProposalsTexts.HandoverDone);
        await LoadAsync(number, cancel);
        Input = Input with { Version = View.Proposal.Version };
        return this.RefusedPage(refusal, field: refusal is WrongDayOfHandover ? "Input.On" : "");
    }

    private async Task LoadAsync(int number, CancellationToken cancel) => View = await queries.FindAsync(number, User.Actor(), cancel) ?? throw new NotFoundException();
}

/// <summary>The form.</summary>
public sealed record HandoverInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Committee { get; init; } = "";

    public DateOnly? On { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Reference { get; init; } = "";

    public int Version { get; init; }
}
