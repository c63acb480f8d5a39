using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Levels;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Guards;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Web.Discussions;

/// <summary>An author changes a comment.</summary>
[Authorize, IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditModel(EditComment editComment, ParticipationDbContext db, ResidenceQueries residences, FormGuard guard) : PageModel
{
    [BindProperty]
    public EditCommentInput Input { get; set; } = new();

    public DiscussionKey Discussion { get; private set; }

    public int Number { get; private set; }

    public PersonalData? PersonalData { get; private set; }

    /// <summary>The level that is asked for and missing.</summary>
    public Verification? Missing { get; private set; }

    public async Task OnGetAsync(int idea, int number, CancellationToken cancel)
    {
        (Discussion, Number) = (this.Discussion(idea), number);
        var (subject, comment) = await db.CommentAsync(Discussion, number, cancel);
        Missing = await residences.MissingAsync(subject.ProcessId, User.Actor(), cancel);
        if (comment.AuthorId != User.Actor().Person) throw new ForbiddenException();
        if (comment.Status is not (CommentStatus.Published or CommentStatus.Queued)) throw new NotFoundException();
        Input = new EditCommentInput { Body = comment.Body.Markdown, Label = comment.Label, TextVersion = comment.TextVersion };
    }

    public async Task<IActionResult> OnPostAsync(int idea, int number, [FromServices] FormImages images, CancellationToken cancel)
    {
        (Discussion, Number) = (this.Discussion(idea), number);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var step = await images.ApplyAsync(this, Input.Body, "Input.Body", cancel);
        Input = Input with { Body = step.Body };
        if (step.Stays) return Page();
        ModelState.Limit("Input.Body", DiscussionsTexts.FormBody, MarkdownText.Source(Input.Body), Comment.BodyMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await editComment.ExecuteAsync(new CommentEdit(Discussion, number, Input.Body ?? "", Input.Label, Input.TextVersion, Input.SharesPersonalData), User.Actor(), cancel);
        if (refusal is null) return await SavedAsync(number, cancel);
        if (refusal is ContainsPersonalData { Found: var found })
        {
            PersonalData = found;
            return this.InvalidPage();
        }

        if (refusal is ChangedMeanwhile) Input = Input with { TextVersion = await VersionAsync(number, cancel) };
        return this.RefusedPage(refusal, field: refusal.Under("Input.Body"));
    }

    private async Task<IActionResult> SavedAsync(int number, CancellationToken cancel)
    {
        var (_, comment) = await db.CommentAsync(Discussion, number, cancel);
        return comment.IsHeld ? this.RedirectWithNotice(Links.Discussed(Discussion), GuardTexts.ChangeHeld) : this.RedirectWithNotice(Links.Comment(Discussion, number), DiscussionsTexts.EditSaved);
    }

    private async Task<int> VersionAsync(int number, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return (await db.CommentAsync(Discussion, number, cancel)).Comment.TextVersion;
    }
}

/// <summary>What the form sends.</summary>
public sealed record EditCommentInput
{
    public string? Body { get; init; } = "";

    public CommentLabel Label { get; init; }

    public int TextVersion { get; init; }

    /// <summary>Whether its author saw what is personal in the text and means it so.</summary>
    public bool SharesPersonalData { get; init; }
}
