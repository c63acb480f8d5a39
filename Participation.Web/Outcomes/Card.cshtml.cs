using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Editing;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Outcomes;

/// <summary>A result as a small card that other websites put into a frame: no cookies, no script, nothing to press but a link out of the frame.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Results])]
public sealed class CardModel(ResultQueries queries, CityClock clock, SiteAddress site) : PageModel
{
    /// <summary>What a card may do: show itself, in anybody's frame.</summary>
    private const string Policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *";

    public ResultView View { get; private set; } = null!;

    /// <summary>The whole address of the result's page.</summary>
    public string Address => site.Of(Links.Result(View.Result.Number));

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        View = await queries.OneAsync(number, cancel) ?? throw new NotFoundException();
        // A frame elsewhere has no staff: what is not public is not there.
        if (View.Result.Publication.StateAt(clock.Now) is PublicationState.Withdrawn) throw new GoneException(View.Result.Publication.Reason ?? "");
        if (!View.Result.Publication.IsPublicAt(clock.Now)) throw new NotFoundException();
        Response.Headers.ContentSecurityPolicy = Policy;
    }
}
