using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.News.TextPages;

/// <summary>What a page said when, with a comparison, so that nobody has to take our word for what was agreed.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.ApiRead), OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Pages])]
public sealed class VersionsModel(PageQueries queries, MarkdownText markdown, CityClock clock) : PageModel
{
    public PageView Text { get; private set; } = null!;

    public ComparedVersions Compared { get; private set; } = null!;

    public async Task OnGetAsync(string slug, int? von, int? bis, CancellationToken cancel)
    {
        Text = await queries.FindAsync(slug, cancel) ?? throw new NotFoundException();
        Text.RequireReadable(User.ActorOrNull()?.IsModerator == true, clock.Now);
        Compared = new ComparedVersions(Links.PageVersions(Text.Slug), await queries.VersionsAsync(Text, cancel), von, bis, markdown, clock);
    }
}
