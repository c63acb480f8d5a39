using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Hosting;
using Participation.Web.Proposals;

namespace Participation.Web.Accounts.Organisations;

/// <summary>One organisation: who it is, what it wrote and what it takes care of.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Organisations, CacheTags.Ideas, CacheTags.Proposals])]
public sealed class ShowModel(OrganisationQueries queries, ProposalQueries proposals) : PageModel
{
    public OrganisationView View { get; private set; } = null!;

    /// <summary>Public proposals in which it takes part.</summary>
    public IReadOnlyList<ProposalRow> Proposals { get; private set; } = [];

    public async Task OnGetAsync(string slug, CancellationToken cancel)
    {
        View = await queries.PageAsync(slug, cancel) ?? throw new NotFoundException();
        Proposals = await proposals.OfOrganisationAsync(View.Organisation.Id, cancel);
    }
}
