using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Undoing;

/// <summary>Where the button leads that undoes a decision made a moment ago.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class UndoModel(UndoDecision undo) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Links.Moderation);

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        var (done, stays) = await undo.AllAsync(number, User.Actor(), cancel);
        if (stays is null) return this.RedirectWithNotice(Links.Moderation, done == 1 ? UndoingTexts.Done.With(number) : UndoingTexts.DoneMany.With(done));
        return this.RedirectWithWarning(Links.Moderation, done == 0 ? Refusals.Text(stays) : UndoingTexts.DonePartly.With(done, Refusals.Text(stays)));
    }
}
