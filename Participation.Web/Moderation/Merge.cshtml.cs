using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>Makes one idea part of another: first the other idea is chosen, then both are seen side by side with what will move.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class MergeModel(MergeQueries queries, MergeIdeas mergeIdeas, FormGuard guard) : PageModel
{
    [BindProperty]
    public MergeInput Input { get; set; } = new();

    public MergeSide Source { get; private set; } = null!;

    public MergeSide? Target { get; private set; }

    public MergePreview? Preview { get; private set; }

    public IReadOnlyList<MergeCandidate> Candidates { get; private set; } = [];

    public async Task OnGetAsync(int number, int? ziel, CancellationToken cancel)
    {
        await LoadAsync(number, ziel, cancel);
        Input = new MergeInput { Target = ziel, Version = Source.Version };
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, Input.Target, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Check();
        if (!ModelState.IsValid || Target is null) return this.InvalidPage();
        var refusal = await mergeIdeas.ExecuteAsync(number, Target.Number, Input.Reason ?? "", Input.Version, User.Actor(), cancel);
        if (refusal is null)
            return this.RedirectWithNotice(Links.Idea(Target.Number, Target.Title), ModerationTexts.MergeDone.With(Source.Number, Target.Number));
        await LoadAsync(number, Input.Target, cancel);
        Input = Input with { Version = Source.Version };
        return this.RefusedPage(refusal);
    }

    private void Check()
    {
        ModelState.Require("Input.Reason", ModerationTexts.MergeReason, Input.Reason, Decision.FactsMaxLength);
    }

    private async Task LoadAsync(int number, int? target, CancellationToken cancel)
    {
        Source = await queries.SideAsync(number, cancel) is { SubmittedAt: not null } found ? found : throw new NotFoundException();
        if (target is { } wanted) await FindTargetAsync(number, wanted, cancel);
        if (Target is null) Candidates = await queries.CandidatesAsync(Source, cancel);
        else Preview = await queries.PreviewAsync(Source, Target, cancel);
    }

    private async Task FindTargetAsync(int number, int wanted, CancellationToken cancel)
    {
        Target = wanted == number ? null : await queries.SideAsync(wanted, cancel);
        if (Target is null) ModelState.AddModelError("ziel", wanted == number ? RefusalTexts.CannotMergeIntoItself : ModerationTexts.MergeNoSuchIdea.With(wanted));
    }
}

/// <summary>What the form of a merge sends.</summary>
public sealed record MergeInput
{
    public int? Target { get; init; }

    public int Version { get; init; }

    public string? Reason { get; init; }
}
