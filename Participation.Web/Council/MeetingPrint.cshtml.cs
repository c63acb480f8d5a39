using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Council;

/// <summary>An agenda as it is printed and put on the table.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council])]
public sealed class MeetingPrintModel(CouncilQueries queries, CityClock clock, SiteAddress site) : PageModel
{
    public MeetingView View { get; private set; } = null!;

    /// <summary>The whole address of the meeting's page.</summary>
    public string Address => site.Of(Links.Meeting(View.Number));

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        View = await queries.MeetingAsync(number, cancel) ?? throw new NotFoundException();
        View.Publication.EnsureReadable(User, clock);
    }
}
