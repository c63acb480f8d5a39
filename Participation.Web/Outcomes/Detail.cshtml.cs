using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Outcomes;

/// <summary>The page of a result. Its blocks show things as they are now, so it leaves the cache with each of them.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Results, CacheTags.Ideas, CacheTags.Proposals, CacheTags.Council, CacheTags.Strategy, CacheTags.Documents])]
public sealed class DetailModel(ResultQueries queries, CityClock clock, SiteAddress site) : PageModel
{
    public ResultView View { get; private set; } = null!;

    /// <summary>The line for another website.</summary>
    public string Embed => $"<iframe src=\"{site.Of(Links.ResultCard(View.Result.Number))}\" title=\"{System.Net.WebUtility.HtmlEncode(View.Result.Title)}\" width=\"360\" height=\"420\" loading=\"lazy\"></iframe>";

    public async Task<IActionResult> OnGetAsync(int number, string? slug, CancellationToken cancel)
    {
        View = await queries.OneAsync(number, cancel) ?? throw new NotFoundException();
        View.Result.Publication.EnsureReadable(User, clock);
        return slug == Links.Ending(View.Result.Title) ? Page() : RedirectPermanent(Links.Result(number, View.Result.Title));
    }
}
