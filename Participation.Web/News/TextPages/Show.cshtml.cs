using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.News.TextPages;

/// <summary>A text page such as the imprint. Drafts are for the staff; a withdrawn one says why it is gone.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Pages])]
public sealed class ShowModel(PageQueries queries, CityClock clock) : PageModel
{
    public PageView Text { get; private set; } = null!;

    public bool IsModerator { get; private set; }

    public async Task OnGetAsync(string slug, CancellationToken cancel)
    {
        Text = await queries.FindAsync(slug, cancel) ?? throw new NotFoundException();
        IsModerator = User.ActorOrNull()?.IsModerator == true;
        Text.RequireReadable(IsModerator, clock.Now);
    }
}

/// <summary>Who reads a page.</summary>
internal static class PageReading
{
    /// <summary>404 for a draft and 410 with the reason for what was withdrawn, unless it is the staff who asks.</summary>
    public static void RequireReadable(this PageView page, bool isModerator, DateTimeOffset now)
    {
        if (isModerator || page.Publication.StateAt(now) is var state && state is PublicationState.Published) return;
        throw state is PublicationState.Withdrawn ? new GoneException(page.Publication.Reason ?? "") : new NotFoundException();
    }
}
