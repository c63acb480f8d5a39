using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Factors;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Guards;

/// <summary>
/// Limits and the word list, with their history. Saving asks for a fresh sign-in; since a long list takes time, the form then stays with everything typed instead of
/// leading away.
/// </summary>
[Authorize(Policy = Policies.Administration), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class RulesModel(RulesQueries queries, ChangeRules change, IAuthorizationService authorization, FormGuard guard, CityClock clock) : PageModel
{
    [BindProperty]
    public RulesInput Input { get; set; } = new();

    /// <summary>The version that holds.</summary>
    public RulesView Newest { get; private set; } = RulesView.Untouched;

    /// <summary>The versions before which the list begins.</summary>
    [BindProperty(SupportsGet = true, Name = "vor")]
    public int? Before { get; set; }

    public IReadOnlyList<RulesRow> History { get; private set; } = [];

    /// <summary>In what the typed rules differ from those that somebody saved meanwhile.</summary>
    public IReadOnlyList<RulesDifference> Differences { get; private set; } = [];

    /// <summary>Whether the administrator has to prove once more who they are.</summary>
    public bool AsksForProof { get; private set; }

    /// <summary>Where the older versions are.</summary>
    public int? Older => History.Count > RulesQueries.PageSize ? History[RulesQueries.PageSize - 1].Number : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = RulesInput.Of(Newest.Rules, Newest.Number);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        Input.Complete();
        await LoadAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var rules = Input.ToRules(ModelState);
        if (!ModelState.IsValid) return this.InvalidPage();
        AsksForProof = !(await authorization.AuthorizeAsync(User, Policies.FreshSignIn)).Succeeded;
        if (AsksForProof) return this.RefusedPage(new FreshSignInNeeded(), GuardTexts.ProveFirst);
        var refusal = await change.ExecuteAsync(rules, Input.Note ?? "", Input.Version, User.Actor(), cancel);
        if (refusal is null) return this.RedirectWithNotice(Links.Rules, GuardTexts.Saved);
        return refusal is ChangedMeanwhile ? await ConflictAsync(rules, refusal, cancel) : this.RefusedPage(refusal, refusal is NothingChanged ? GuardTexts.NothingChanged : null);
    }

    /// <summary>Both inputs side by side; sending the form once more, knowing the other one, is accepted.</summary>
    private async Task<IActionResult> ConflictAsync(Domain.Moderation.Guards.GuardRules mine, Refusal refusal, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Differences = RulesDifference.Between(Newest.Rules, mine);
        Input.Version = Newest.Number;
        return this.RefusedPage(refusal, GuardTexts.ChangedByOther.With(Newest.ChangedBy, Newest.ChangedAt is { } at ? clock.Time(at) : "", Newest.Note));
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Newest = await queries.NewestAsync(cancel);
        History = await queries.HistoryAsync(Before, cancel);
    }
}
