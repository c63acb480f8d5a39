using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services;

/// <summary>The page of an online service: its light, what its level means, what changed.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Services])]
public sealed class ShowModel(ServiceQueries queries, CityClock clock) : PageModel
{
    public ServiceView View { get; private set; } = null!;

    /// <summary>What changed, the newest first; states in which nothing changed that readers see are left out.</summary>
    public IEnumerable<(StateView State, IReadOnlyList<string> Changes)> History => View.States
        .Select((state, index) => (State: state, Changes: (IReadOnlyList<string>)[.. ServiceWords.Differences(state, index + 1 < View.States.Count ? View.States[index + 1] : null)]))
        .Where(step => step.Changes.Count > 0);

    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken cancel)
    {
        View = await queries.FindAsync(number, cancel) ?? throw new NotFoundException();
        if (!View.Publication.IsPublicAt(clock.Now) && User.ActorOrNull()?.IsModerator != true)
            throw View.Publication.StateAt(clock.Now) is PublicationState.Withdrawn ? new GoneException(View.Publication.Reason ?? "") : new NotFoundException();
        return slug == Links.Ending(View.Row.Name) ? Page() : RedirectPermanent(Links.Service(number, View.Row.Name));
    }
}
