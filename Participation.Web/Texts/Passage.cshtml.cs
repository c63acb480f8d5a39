using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Editing;
using Participation.Web.Hosting;

namespace Participation.Web.Texts;

/// <summary>A passage of a text with its discussion.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Processes, CacheTags.Organisations])]
public sealed class PassageModel(PassageQuery query, DiscussionQueries discussions, DiscussionPage discussion, ParticipationDbContext db, CityClock clock) : PageModel
{
    public PassageView Passage { get; private set; } = null!;

    public DiscussionView Discussion { get; private set; } = null!;

    public long Sequence { get; private set; }

    /// <summary>Whether only the staff sees it now.</summary>
    public bool IsInside { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number, string? reihenfolge, int? seite, CancellationToken cancel)
    {
        var key = DiscussionKey.OfPassage(number);
        HttpContext.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(CacheTags.Page(key));
        // The sequence is read first: what happens while the page is made is caught up with, never lost.
        Sequence = await db.Channels.Where(channel => channel.Key == key.Channel).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);
        Passage = await query.FindAsync(number, cancel) ?? throw new NotFoundException();
        HttpContext.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(CacheTags.Text(Passage.Text));
        Passage.Publication.EnsureReadable(User, clock);
        IsInside = !Passage.Publication.IsPublicAt(clock.Now);
        var process = await db.Processes.AsNoTracking().SingleAsync(candidate => candidate.Id == Passage.ProcessId, cancel);
        var about = await discussions.FindAsync(key, cancel) ?? throw new NotFoundException();
        Discussion = await discussion.LoadAsync(about, process, new DiscussionRequest(reihenfolge, seite), User.ActorOrNull(), User.PublicName(), cancel);
        return Page();
    }
}
