using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Organisations;

/// <summary>One organisation: who it is, what it wrote and what it takes care of.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Organisations, CacheTags.Ideas, CacheTags.Proposals])]
public sealed class ShowModel(OrganisationQueries queries) : PageModel
{
    public OrganisationView View { get; private set; } = null!;

    public async Task OnGetAsync(string slug, CancellationToken cancel) => View = await queries.PageAsync(slug, cancel) ?? throw new NotFoundException();
}
