using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>The page of a proposal.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Organisations, CacheTags.Ideas])]
public sealed class DetailModel(ProposalViewQuery query, ParticipationDbContext db) : PageModel
{
    public ProposalView View { get; private set; } = null!;

    public ProposalRights Rights { get; private set; } = null!;

    public long Sequence { get; private set; }

    public string Address => Links.Proposal(Rights.Proposal.Number, Rights.Proposal.Title);

    /// <summary>Whether nothing comes after the last step.</summary>
    public bool IsOver => Rights.Proposal.Status is ProposalStatus.Rejected or ProposalStatus.Completed or ProposalStatus.Withdrawn;

    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken cancel)
    {
        var cache = HttpContext.Features.Get<IOutputCacheFeature>()?.Context;
        cache?.Tags.Add(CacheTags.Proposal(number));
        // The sequence is read first: what happens while the page is made is caught up with, never lost.
        Sequence = await db.Channels.Where(channel => channel.Key == Channel.Proposal(number)).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);
        Rights = await query.ReadableAsync(number, User.ActorOrNull(), cancel);
        // A text that is being written changes at every moment; what was read a minute ago is not it.
        if (cache is not null && Rights.Proposal.Status is ProposalStatus.Drafting) cache.AllowCacheStorage = false;
        if (slug != Slug.From(Rights.Proposal.Title)) return LocalRedirectPermanent(Address + Request.QueryString);
        View = await query.ExecuteAsync(Rights, cancel);
        return Page();
    }
}
