using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Participation.Web.Accounts.OpenId;

/// <summary>All registered applications, for the administration.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class IndexModel(ApplicationQueries queries) : PageModel
{
    public IReadOnlyList<ApplicationView> Applications { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Applications = await queries.ListAsync(cancel);
}
