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

/// <summary>The table of costs as a form; without script more rows come by a button that saves nothing.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class CostsModel(ProposalViewQuery query, CalculateCosts calculate) : PageModel
{
    [BindProperty]
    public CostsInput Input { get; set; } = new();

    public ProposalRights Rights { get; private set; } = null!;

    /// <summary>What was stored while somebody was changing the table.</summary>
    public IReadOnlyList<CostLine>? Now { get; private set; }

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input = CostsInput.Of(Rights.Proposal.Version, await StoredAsync(cancel));
    }

    public async Task<IActionResult> OnPostRowsAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        Input.AddRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        if (Input.Lines.Count > CostItem.MostItems) return this.RefusedPage(new TooManyCosts(CostItem.MostItems));
        Input.Check(ModelState);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await calculate.ExecuteAsync(number, Input.ToLines(), Input.Version, User.Actor(), cancel);
        if (refusal is null) return this.RedirectWithNotice(Links.Proposal(number), ProposalsTexts.CostsDone);
        if (refusal is NotAllowed) throw new ForbiddenException();
        if (refusal is not ChangedMeanwhile) return this.RefusedPage(refusal);
        // What was typed stays; sent once more it takes the place of what is shown above it.
        await LoadAsync(number, cancel);
        Now = await StoredAsync(cancel);
        Input.Version = Rights.Proposal.Version;
        return this.RefusedPage(refusal, ProposalsTexts.CostsConflict);
    }

    private Task<IReadOnlyList<CostLine>> StoredAsync(CancellationToken cancel) => query.CostsAsync(Rights.Proposal.Id, cancel);

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        Rights = await query.ReadableAsync(number, User.Actor(), cancel);
        if (!Rights.Writes) throw new ForbiddenException();
    }
}
