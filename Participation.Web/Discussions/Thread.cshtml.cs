using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Domain.Discussions;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Discussions;

/// <summary>One long thread on pages of its own; also the fragment that a script fetches for "more replies".</summary>
[AllowAnonymous]
public sealed class ThreadModel(DiscussionQueries queries, FragmentRenderer renderer) : PageModel
{
    public DiscussionRef About { get; private set; } = null!;

    public ThreadView Thread { get; private set; } = null!;

    /// <summary>Whether this is not the beginning of the thread.</summary>
    public bool IsLater { get; private set; }

    public CommentViewer Viewer { get; private set; } = new(null, IsModerator: false);

    public async Task<IActionResult> OnGetAsync(int idea, int root, string? nach, int? beitrag, CancellationToken cancel)
    {
        if (nach is { Length: > Comment.PathMaxLength } || nach?.All(char.IsAsciiDigit) == false) return NotFound();
        About = await queries.PublicAsync(this.Discussion(idea), cancel);
        if (beitrag is { } number) nach = await StartAsync(number, cancel);
        Thread = await queries.ThreadAsync(About, root, nach, DiscussionQueries.ThreadPageSize, cancel) ?? throw new NotFoundException();
        IsLater = nach is not null;
        Viewer = new CommentViewer(User.PublicName(), User.ActorOrNull()?.IsModerator == true);
        if (Request.Headers.XRequestedWith != "fetch") return Page();
        return Content(await renderer.RenderAsync<ThreadList>(new() { [nameof(ThreadList.Threads)] = new[] { Thread } }), "text/html; charset=utf-8");
    }

    /// <summary>The path after which a window starts that holds a comment a quarter down.</summary>
    private async Task<string?> StartAsync(int comment, CancellationToken cancel)
    {
        var place = await queries.PlaceAsync(About, comment, DiscussionSort.Active, cancel) ?? throw new NotFoundException();
        var start = place.Index - DiscussionQueries.ThreadPageSize / 4;
        return start <= 0 || place.Index < DiscussionQueries.ThreadPageSize ? null : await queries.PathAtAsync(About, place.Root, start, cancel);
    }
}
