using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>The page of an idea with its discussion.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Processes, CacheTags.Organisations, CacheTags.Proposals, CacheTags.Strategy, CacheTags.Council])]
public sealed class DetailModel(IdeaViewQuery query, DiscussionPage discussion, ParticipationDbContext db, CityClock clock) : PageModel
{
    public IdeaView Idea { get; private set; } = null!;

    public DiscussionView? Discussion { get; private set; }

    public Process Process { get; private set; } = null!;

    public StanceKind? OwnStance { get; private set; }

    /// <summary>The version of the text that the own stance was taken on.</summary>
    public int? OwnStanceOn { get; private set; }

    public long Sequence { get; private set; }

    public bool IsAuthor { get; private set; }

    public bool IsModerator { get; private set; }

    public bool StancesOpen { get; private set; }

    public bool CanEdit => IsAuthor && Idea.Status is IdeaStatus.Submitted or IdeaStatus.Published or IdeaStatus.UnderReview;

    public string Address => Links.Idea(Idea.Number, Idea.Title);

    public async Task<IActionResult> OnGetAsync(int number, string? slug, string? reihenfolge, int? seite, CancellationToken cancel)
    {
        HttpContext.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(CacheTags.Idea(number));
        // The sequence is read first: what happens while the page is made is caught up with, never lost.
        Sequence = await db.Channels.Where(channel => channel.Key == Channel.Idea(number)).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);
        Idea = await query.ExecuteAsync(number, cancel) ?? throw new NotFoundException();
        var viewer = User.ActorOrNull();
        (IsAuthor, IsModerator) = (viewer?.Person == Idea.AuthorId, viewer?.IsModerator == true);
        if (Idea.MergedInto is { } target) return LocalRedirectPermanent(Links.Idea(target));
        CheckReadable();
        if (slug != Links.Ending(Idea.Title)) return LocalRedirectPermanent(Address + Request.QueryString);
        await LoadAsync(viewer, new DiscussionRequest(reihenfolge, seite), cancel);
        return Page();
    }

    private void CheckReadable()
    {
        if (IsModerator || (IsAuthor && (!Idea.IsHidden || Idea.WasNeverPublic))) return;
        if (Idea.IsHidden) throw new GoneException(Idea.HiddenReason ?? "");
        if (!Idea.Status.IsPublic()) throw new NotFoundException();
    }

    private async Task LoadAsync(Actor? viewer, DiscussionRequest request, CancellationToken cancel)
    {
        Process = await db.Processes.AsNoTracking().SingleAsync(process => process.Id == Idea.ProcessId, cancel);
        StancesOpen = Idea.Status.IsOpen() && !Idea.IsHidden && Process.IsOpen(ActivityKind.TakeStances, clock.Now);
        if (viewer is not null) (OwnStance, OwnStanceOn) = await query.OwnStanceAsync(Idea.Id, viewer.Person, cancel);
        if (!Idea.Status.IsPublic() || Idea.WasNeverPublic) return;
        Discussion = await discussion.LoadAsync(Idea.Ref, Process, request, viewer, User.PublicName(), cancel);
    }
}
