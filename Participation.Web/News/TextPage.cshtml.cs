using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.News;

/// <summary>A text page such as the imprint.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Pages])]
public sealed class TextPageModel(ParticipationDbContext db) : PageModel
{
    public Domain.News.Page Text { get; private set; } = null!;

    public async Task OnGetAsync(string slug, CancellationToken cancel) =>
        Text = await db.Pages.AsNoTracking().SingleOrDefaultAsync(page => page.Slug == slug, cancel) ?? throw new NotFoundException();
}
