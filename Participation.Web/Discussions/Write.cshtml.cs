using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Guards;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Web.Discussions;

/// <summary>Writes a comment or a reply: a page of its own without script, an answer in JSON for the form under the discussion.</summary>
[Authorize, IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class WriteModel(PostComment postComment, DiscussionQueries queries, DiscussionPage page, ParticipationDbContext db, FormGuard guard) : PageModel
{
    public CommentFormInput Input { get; private set; } = new();

    public DiscussionRef About { get; private set; } = null!;

    public CommentView? ReplyTo { get; private set; }

    public CommentFormModel Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int idea, int? antwort, CancellationToken cancel)
    {
        await LoadAsync(idea, antwort, cancel);
        return About.IsPublic ? Page() : LocalRedirect(Links.Discussed(About.Key));
    }

    public async Task<IActionResult> OnPostAsync(int idea, [FromServices] FormImages images, [FromServices] TextFormatter texts, CancellationToken cancel)
    {
        if (!Request.HasFormContentType) return BadRequest();
        Input = CommentFormInput.From(await Request.ReadFormAsync(cancel));
        await LoadAsync(idea, Input.Parent, cancel);
        Form = Form with { Body = Input.Body, Label = Input.Label, SharesPersonalData = Input.SharesPersonalData, SubmissionKey = Input.SubmissionKey is { Length: > 0 } key ? key : Form.SubmissionKey };
        if (!await guard.IsGenuineAsync(this)) return Invalid();
        if (Input.IsParentUnreadable) return Refused(new ParentIsUnreadable());
        var step = await images.ApplyAsync(this, Input.Body, "Body", cancel);
        Input = Input with { Body = step.Body };
        Form = Form with { Body = step.Body };
        if ((step.Stays || Input.WantsPreview) && Input.Parent is not null && ReplyTo is null) return Refused(new ParentIsGone());
        if (step.Stays) return ModelState.IsValid ? Page() : Invalid();
        if (Input.WantsPreview) return await PreviewAsync(texts, cancel);
        if (string.IsNullOrWhiteSpace(Input.Body)) ModelState.AddModelError("Body", RefusalTexts.CommentNeedsText);
        ModelState.Limit("Body", DiscussionsTexts.FormBody, MarkdownText.Source(Input.Body), Comment.BodyMaxLength);
        if (!ModelState.IsValid) return Invalid();
        var posted = await postComment.ExecuteAsync(
            new CommentInput(About.Key, Input.Parent, Input.Label, Input.Body, Form.SubmissionKey, Input.Organisation, Input.SharesPersonalData), User.Actor(), cancel);
        if (posted.Refusal is ContainsPersonalData { Found: var found }) return Asked(found);
        if (!posted.Done) return Refused(posted.Refusal);
        var notice = posted.Value.HeldFor.Count > 0 ? GuardWords.CommentHeld(posted.Value.HeldFor) : posted.Value.Held ? DiscussionsTexts.PostedHeld : DiscussionsTexts.Posted;
        if (WantsJson) return new JsonResult(new { posted.Value.Number, posted.Value.Held, Message = notice });
        return this.RedirectWithNotice(posted.Value.Held ? About.Address : Links.Comment(About.Key, posted.Value.Number), notice);
    }

    private bool WantsJson => Request.Headers.XRequestedWith == "fetch";

    private async Task LoadAsync(int idea, int? replyTo, CancellationToken cancel)
    {
        // Someone may still be writing under an idea that was merged meanwhile: the form comes back with the text and says where to go.
        About = await queries.FindAsync(this.Discussion(idea), cancel) is { } found && (found.IsPublic || found.IsMerged) ? found : throw new NotFoundException();
        ReplyTo = replyTo is { } number ? (await queries.ByNumberAsync(About, [number], cancel)).SingleOrDefault(comment => comment.Status is CommentStatus.Published) : null;
        var process = await db.Processes.AsNoTracking().SingleAsync(candidate => candidate.Id == About.ProcessId, cancel);
        Form = await page.FormAsync(About, process, User.ActorOrNull(), User.PublicName(), ReplyTo, cancel);
    }

    /// <summary>The form with what its text will look like; it is still an answer to the same comment.</summary>
    private async Task<IActionResult> PreviewAsync(TextFormatter texts, CancellationToken cancel)
    {
        var preview = await texts.FormatAsync(Input.Body, Comment.BodyMaxLength, cancel);
        if (!preview.Done) return Refused(preview.Refusal);
        Form = Form with { PreviewHtml = preview.Value.Html };
        return Page();
    }

    private IActionResult Invalid() => WantsJson ? Problem(StatusCodes.Status400BadRequest) : this.InvalidPage();

    /// <summary>The form comes back once and asks; sending it again is the answer.</summary>
    private IActionResult Asked(PersonalData found)
    {
        if (WantsJson) return new JsonResult(new { PersonalData = found.ToString() }) { StatusCode = StatusCodes.Status400BadRequest };
        Form = Form with { PersonalData = found };
        return this.InvalidPage();
    }

    private IActionResult Refused(Domain.Refusal refusal)
    {
        var result = this.RefusedPage(refusal, field: refusal.Under("Body"));
        return WantsJson ? Problem(Refusals.Status(refusal)) : result;
    }

    private JsonResult Problem(int status) =>
        new(new { Message = string.Join(' ', ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage)) }) { StatusCode = status };
}

/// <summary>Which comment is answered, a changed form does not say.</summary>
public sealed record ParentIsUnreadable : Domain.Refusal;

/// <summary>What the comment form sends.</summary>
public sealed record CommentFormInput(string Body = "", CommentLabel Label = CommentLabel.None, int? Parent = null, string SubmissionKey = "", Guid? Organisation = null, bool SharesPersonalData = false)
{
    /// <summary>What the button for the preview sends.</summary>
    public const string Preview = "vorschau";

    /// <summary>Whether it answers something that cannot be told: then it must not become a comment of its own.</summary>
    public bool IsParentUnreadable { get; private init; }

    /// <summary>Whether its author only wants to see what it will look like.</summary>
    public bool WantsPreview { get; private init; }

    /// <summary>Reads the form; an unreadable field counts as empty.</summary>
    public static CommentFormInput From(IFormCollection form) => new(
        form["Body"].ToString(),
        Enum.TryParse<CommentLabel>(form["Label"], out var label) && Enum.IsDefined(label) ? label : CommentLabel.None,
        int.TryParse(form["Parent"], out var parent) ? parent : null,
        form["SubmissionKey"].ToString() is { Length: <= Domain.Ideas.Idea.SubmissionKeyMaxLength } key ? key : "",
        Guid.TryParse(form["Organisation"], out var organisation) ? organisation : null,
        form["SharesPersonalData"] == "true")
    {
        IsParentUnreadable = !string.IsNullOrEmpty(form["Parent"]) && !int.TryParse(form["Parent"], out _), WantsPreview = form["aktion"] == Preview,
    };
}
