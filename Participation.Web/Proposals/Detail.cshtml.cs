using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Suggestions;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>The page of a proposal: for everyone once it is signed or read along, before that for its organisations and the moderation.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Proposals, CacheTags.Organisations, CacheTags.Ideas, CacheTags.Council, CacheTags.Strategy])]
public sealed class DetailModel(ProposalQueries queries, SuggestionQueries suggestions) : PageModel
{
    public ProposalView View { get; private set; } = null!;

    /// <summary>What stands around the text: how it came about, and who had a say in it.</summary>
    public AroundTheText Around { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken cancel)
    {
        View = await queries.FindAsync(number, User.ActorOrNull(), cancel) ?? throw await queries.AbsenceAsync(number, cancel);
        Around = new AroundTheText(View, await suggestions.ThankedAsync(View.Proposal.Id, cancel), View.Proposal.Status.IsSigned() ? await suggestions.NotedAsync(View.Proposal.Id, cancel) : 0);
        return slug == Links.Ending(View.Proposal.Title) ? Page() : RedirectPermanent(Links.Proposal(number, View.Proposal.Title));
    }
}
