using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OpenId;

/// <summary>Which applications one allowed something, and taking it back.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class MineModel(ConsentQueries queries, Consent consent) : PageModel
{
    public IReadOnlyList<ConsentView> Consents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Consents = await queries.OwnAsync(User.Actor().Person, cancel);

    public async Task<IActionResult> OnPostAsync(Guid application, CancellationToken cancel)
    {
        if (!await consent.WithdrawAsync(User.Actor().Person, application.ToString(), cancel)) throw new NotFoundException();
        return this.RedirectWithNotice(Links.MyApplications, OpenIdTexts.MineWithdrawn);
    }
}
