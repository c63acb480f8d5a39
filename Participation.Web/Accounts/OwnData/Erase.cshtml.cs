using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OwnData;

/// <summary>Leaves for good, or changes one's mind.</summary>
[Authorize(Policy = Policies.FreshSignIn), EnableRateLimiting(Limits.Write)]
public sealed class EraseModel(OwnDataQueries queries, RequestErasure request, KeepAccount keep) : PageModel
{
    [BindProperty]
    public EraseInput Input { get; set; } = new();

    public LeavingState? Leaving { get; private set; }

    public Belongings Belongings { get; private set; } = new(0, 0, 0, 0, 0);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(cancel);
        if (Input.Chosen is null) ModelState.AddModelError("Input.Choice", OwnDataTexts.ChoiceMissing);
        if (!Input.Sure) ModelState.AddModelError("Input.Sure", OwnDataTexts.SureMissing);
        if (!ModelState.IsValid || Input.Chosen is not { } choice) return this.InvalidPage();
        if (await request.ExecuteAsync(choice, User.Sid(), User.Actor(), cancel) is { } refusal) return this.RefusedPage(refusal);
        return this.RedirectWithNotice(Links.EraseAccount, OwnDataTexts.LeavingDone);
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await keep.ExecuteAsync(User.Actor(), cancel) is not { } refusal) return this.RedirectWithNotice(Links.Account, OwnDataTexts.KeepDone);
        await LoadAsync(cancel);
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Leaving = await queries.LeavingAsync(User.Actor(), cancel);
        Belongings = await queries.BelongingsAsync(User.Actor(), cancel);
    }
}

/// <summary>The form.</summary>
public sealed record EraseInput
{
    /// <summary>What becomes of the texts; nothing is chosen beforehand.</summary>
    public string? Choice { get; init; }

    /// <summary>Whether the person has understood what happens.</summary>
    public bool Sure { get; init; }

    /// <summary>The choice, if it is one.</summary>
    public ErasureChoice? Chosen => Choice switch { "anonym" => ErasureChoice.Anonymise, "entfernen" => ErasureChoice.Remove, _ => null };
}
