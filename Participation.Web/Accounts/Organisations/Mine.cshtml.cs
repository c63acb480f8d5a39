using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Organisations;

/// <summary>One's own memberships.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class MineModel(MemberQueries queries, LeaveOrganisation leave) : PageModel
{
    public IReadOnlyList<OwnMembership> Memberships { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string? organisation, CancellationToken cancel)
    {
        if (await leave.ExecuteAsync(organisation ?? "", User.Actor(), cancel) is not { } refusal) return this.RedirectWithNotice(Links.MyOrganisations, OrganisationsTexts.LeaveDone);
        await LoadAsync(cancel);
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(CancellationToken cancel) => Memberships = await queries.OwnAsync(User.Actor(), cancel);
}
