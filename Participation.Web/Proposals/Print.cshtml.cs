using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>A signed proposal as it is printed: all of the text, who signed it and when, and nothing of the site around it.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Proposals, CacheTags.Organisations])]
public sealed class PrintModel(ProposalQueries queries, SiteAddress site) : PageModel
{
    public ProposalView View { get; private set; } = null!;

    /// <summary>The whole address of the proposal's page.</summary>
    public string Address => site.Of(Links.Proposal(View.Proposal.Number));

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        View = await queries.FindAsync(number, User.ActorOrNull(), cancel) ?? throw await queries.AbsenceAsync(number, cancel);
        if (!View.Proposal.Status.IsSigned()) throw new NotFoundException();
    }
}
