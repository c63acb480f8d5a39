using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Guards;
using Participation.Web.Moderation.Notices;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>One comment as a moderator decides on it.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class CommentModel(ParticipationDbContext db, DecisionQueries decisions, NoticeQueries notices, FindingQueries findings, ReportedVersions reported, CityClock clock, CommentSteps steps) : PageModel
{
    [BindProperty]
    public CaseInput Input { get; set; } = new();

    public IDiscussed Home { get; private set; } = null!;

    public Domain.Moderation.CaseRef At => Domain.Moderation.CaseRef.OfComment(Home.Discussion, Comment.Number);

    public Comment Comment { get; private set; } = null!;

    public string Author { get; private set; } = "";

    public IReadOnlyList<DecisionRow> Earlier { get; private set; } = [];

    /// <summary>Why somebody should look, apart from notices.</summary>
    public string Found { get; private set; } = "";

    /// <summary>What was reported and does not stand there any more.</summary>
    public IReadOnlyList<KeptText> Reported { get; private set; } = [];

    public IReadOnlyList<NoticeRow> Notices { get; private set; } = [];

    public CaseForm Form => new(Input, [.. KeepIfReported(), .. Steps]) { IsGone = IsGone };

    /// <summary>Whether its author deleted it; what was reported is shown all the same.</summary>
    public bool IsGone => Comment.Status is CommentStatus.Deleted;

    private IReadOnlyList<CaseStep> Steps => Comment.Status switch
    {
        CommentStatus.Queued => [CaseStep.Publish, CaseStep.Decline],
        CommentStatus.Declined => [CaseStep.Publish],
        CommentStatus.Published => Comment.LockReason is not null ? [CaseStep.Unlock, CaseStep.Hide] : Comment.Depth == 0 ? [CaseStep.Hide, CaseStep.Lock] : [CaseStep.Hide],
        CommentStatus.Hidden => Comment.IsHeld ? [CaseStep.Restore, CaseStep.Hide] : [CaseStep.Restore],
        _ => [],
    };

    /// <summary>What is held back is kept by bringing it back.</summary>
    private IEnumerable<CaseStep> KeepIfReported() => Notices.Any(notice => notice.Outcome is Domain.Moderation.NoticeOutcome.Open) && !Comment.IsHeld ? [CaseStep.Keep] : Comment.NeedsLook && Comment.IsVisible ? [CaseStep.Seen] : [];

    public async Task OnGetAsync(int idea, int comment, CancellationToken cancel)
    {
        await LoadAsync(idea, comment, cancel);
        Input.Version = Comment.Version;
    }

    public async Task<IActionResult> OnPostAsync(int idea, int comment, CancellationToken cancel)
    {
        await LoadAsync(idea, comment, cancel);
        db.ChangeTracker.Clear();
        Input.Check(ModelState);
        if (!ModelState.IsValid || Input.Step is not { } step) return this.InvalidPage();
        if (await steps.TakeAsync(step, new CaseOrder(idea, Input.Version, User.Actor()) { Under = this.Discussion(idea), Norm = CaseInput.Kept(Input.Norm) }, comment, Input.Ground, Input.Facts ?? "", cancel) is not { } refusal)
            return this.RedirectWithNotice(step is CaseStep.Publish or CaseStep.Decline or CaseStep.Keep or CaseStep.Seen ? Links.Moderation : Links.ModerateComment(this.Discussion(idea), comment), CaseTexts.Done(step));
        db.ChangeTracker.Clear();
        await LoadAsync(idea, comment, cancel);
        var result = this.ConflictPage(refusal, Earlier, clock);
        Input.Version = Comment.Version;
        return result;
    }

    /// <summary>Without script: the form comes back with the words of a template in it.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(int idea, int comment, [FromForm(Name = "vorlage")] int? template, [FromServices] TemplateQueries templates, CancellationToken cancel)
    {
        await LoadAsync(idea, comment, cancel);
        ModelState.Clear();
        if (template is { } chosen && await templates.FindAsync(chosen, cancel) is { } found) Input.With(found);
        return Page();
    }

    private async Task LoadAsync(int idea, int comment, CancellationToken cancel)
    {
        (Home, Comment) = await db.CommentAsync(this.Discussion(idea), comment, cancel);
        Author = await db.People.Where(person => person.Id == Comment.AuthorId).Select(person => person.DisplayName).SingleAsync(cancel);
        Earlier = await decisions.OfAsync(Subject.Of(Comment.Id), cancel);
        Notices = await notices.OfAsync(Subject.Of(Comment.Id), cancel);
        if (Notices.Count > 0) Reported = await reported.OfAsync(Subject.Of(Comment.Id), IsGone ? null : Comment.TextVersion, cancel);
        Found = await findings.WordsAsync(Subject.Of(Comment.Id), cancel);
    }
}
