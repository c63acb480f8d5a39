using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>An author deletes a comment, after a question.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class DeleteModel(DeleteComment deleteComment, ParticipationDbContext db) : PageModel
{
    public int Idea { get; private set; }

    public int Number { get; private set; }

    /// <summary>The comment as it is shown.</summary>
    public string BodyHtml { get; private set; } = "";

    public async Task OnGetAsync(int idea, int number, CancellationToken cancel) => await LoadAsync(idea, number, cancel);

    public async Task<IActionResult> OnPostAsync(int idea, int number, CancellationToken cancel)
    {
        var title = await LoadAsync(idea, number, cancel);
        var refusal = await deleteComment.ExecuteAsync(idea, number, User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.Idea(idea, title), DiscussionsTexts.Deleted) : this.RefusedPage(refusal);
    }

    private async Task<string> LoadAsync(int idea, int number, CancellationToken cancel)
    {
        (Idea, Number) = (idea, number);
        var (subject, comment) = await CommentLookup.FindAsync(db, idea, number, cancel);
        if (comment.AuthorId != User.Actor().Person) throw new ForbiddenException();
        BodyHtml = comment.Body.Html;
        return subject.Title;
    }
}
