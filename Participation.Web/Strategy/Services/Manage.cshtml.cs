using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Accounts;

namespace Participation.Web.Strategy.Services;

/// <summary>All services, drafts too, to be added, changed and read in.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class ManageModel(ServiceQueries queries) : PageModel
{
    public IReadOnlyList<ManagedService> Services { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Services = await queries.ManagedAsync(cancel);
}
