using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Council.Live;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council;

/// <summary>A meeting with its agenda, papers and resolutions.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council, CacheTags.Documents, CacheTags.Floors])]
public sealed class MeetingModel(CouncilQueries queries, FloorQueries floors, CityClock clock) : PageModel
{
    public MeetingView View { get; private set; } = null!;

    public LiveHint Live { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken cancel)
    {
        View = await queries.MeetingAsync(number, cancel) ?? throw new NotFoundException();
        View.Publication.EnsureReadable(User, clock);
        Live = await floors.HintAsync(View.Id, View.Start, cancel);
        return slug == Links.Ending(View.Name) ? Page() : RedirectPermanent(Links.Meeting(number, View.Name));
    }
}
