using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Organisations;

/// <summary>Which organisations take part.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Organisations])]
public sealed class IndexModel(OrganisationQueries queries) : PageModel
{
    public IReadOnlyList<OrganisationRow> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Organisations = await queries.ListAsync(cancel);
}
