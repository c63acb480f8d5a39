using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Discussions;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>An author deletes a comment, after a question.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class DeleteModel(DeleteComment deleteComment, ParticipationDbContext db) : PageModel
{
    public DiscussionKey Discussion { get; private set; }

    public int Number { get; private set; }

    /// <summary>The comment as it is shown.</summary>
    public string BodyHtml { get; private set; } = "";

    public async Task OnGetAsync(int idea, int number, CancellationToken cancel) => await LoadAsync(idea, number, cancel);

    public async Task<IActionResult> OnPostAsync(int idea, int number, CancellationToken cancel)
    {
        var title = await LoadAsync(idea, number, cancel);
        var refusal = await deleteComment.ExecuteAsync(Discussion, number, User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.Discussed(Discussion, title), DiscussionsTexts.Deleted) : this.RefusedPage(refusal);
    }

    private async Task<string> LoadAsync(int idea, int number, CancellationToken cancel)
    {
        (Discussion, Number) = (this.Discussion(idea), number);
        var (subject, comment) = await db.CommentAsync(Discussion, number, cancel);
        if (comment.AuthorId != User.Actor().Person) throw new ForbiddenException();
        BodyHtml = comment.Body.Html;
        return subject.Title;
    }
}
