using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Texts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Texts;

/// <summary>What a text said when, so that whoever wrote under a passage can see what it was about and what came of it.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.ApiRead), OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Texts])]
public sealed class VersionsModel(ParticipationDbContext db, Versions versions, MarkdownText markdown, CityClock clock) : PageModel
{
    public DiscussedText Text { get; private set; } = null!;

    public ComparedVersions Compared { get; private set; } = null!;

    public async Task OnGetAsync(int number, int? von, int? bis, CancellationToken cancel)
    {
        Text = await db.DiscussedTexts.AsNoTracking().SingleOrDefaultAsync(text => text.Number == number, cancel) ?? throw new NotFoundException();
        Text.Publication.EnsureReadable(User, clock);
        Compared = new ComparedVersions(Links.TextVersions(number), await versions.PublicAsync(Subject.Of(Text.Id), Text.Publication, clock.Now, cancel), von, bis, markdown, clock);
    }
}
