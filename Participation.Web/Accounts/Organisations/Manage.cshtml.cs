using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Participation.Web.Accounts.Organisations;

/// <summary>All organisations, for the administration.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class ManageModel(MemberQueries queries) : PageModel
{
    public IReadOnlyList<ManagedRow> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Organisations = await queries.ManagedAsync(cancel);
}
