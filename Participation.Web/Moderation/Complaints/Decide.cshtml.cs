using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Complaints;

/// <summary>A moderator decides on a complaint; never who made the decision.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class DecideModel(ComplaintQueries queries, DecideComplaint decide) : PageModel
{
    [BindProperty]
    public DecideInput Input { get; set; } = new();

    public ComplaintCase Case { get; private set; } = null!;

    /// <summary>Why the reader cannot decide, or null.</summary>
    public Refusal? Excluded => Case.Complaint.CheckJudge(User.Actor().Person, Case.Decisions, Case.Barred);

    /// <summary>Whether granting it restricts the contribution, which needs a ground.</summary>
    public bool ReversalRestricts => Case.About.Reversal is CaseStep.Hide;

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input = new DecideInput { Version = Case.About.Version };
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        if (Input.Outcome is not (ComplaintOutcome.Confirmed or ComplaintOutcome.Reversed)) ModelState.AddModelError("", ModerationTexts.StepMissing);
        ModelState.Require("Input.Reasons", ComplaintsTexts.Reasons, Input.Reasons, Complaint.ReasonsMaxLength);
        if (Input.Outcome is ComplaintOutcome.Reversed && ReversalRestricts && (Input.Ground is Ground.None or Ground.Imported or Ground.ToBeChecked || !Enum.IsDefined(Input.Ground))) ModelState.Missing("Input.Ground", ModerationTexts.Ground);
        if (Input.Outcome is ComplaintOutcome.Reversed && ReversalRestricts) CaseInput.CheckNorm(ModelState, Input.Ground, Input.Norm);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await decide.ExecuteAsync(new ComplaintDecision(Input.Version, Input.Outcome, ReversalRestricts ? Input.Ground : Ground.None, Input.Reasons) { Norm = CaseInput.Kept(Input.Norm) }, Case, User.Actor(), cancel);
        if (refusal is null) return this.RedirectWithNotice(Links.ModerationArea(Links.AreaComplaints), Input.Outcome is ComplaintOutcome.Reversed ? ComplaintsTexts.DoneReversed : ComplaintsTexts.DoneConfirmed);
        await LoadAsync(number, cancel);
        Input = Input with { Version = Case.About.Version };
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(int number, CancellationToken cancel) => Case = await queries.FindAsync(number, cancel) ?? throw new NotFoundException();
}

/// <summary>The form.</summary>
public sealed record DecideInput
{
    public int Version { get; init; }

    public ComplaintOutcome Outcome { get; init; }

    public Ground Ground { get; init; }

    public string? Norm { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Reasons { get; init; } = "";
}
