using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>One remark with its replies, for those inside; replying, settling, deleting.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class RemarkModel(RemarkPage page, WriteRemark write, SettleRemark settle) : PageModel
{
    [BindProperty]
    public RemarkForm Input { get; set; } = new();

    public ReadableProposal Open { get; private set; } = null!;

    public RemarkThread Thread { get; private set; } = null!;

    /// <summary>Who looks at it.</summary>
    public Actor Me => User.Actor();

    /// <summary>Whether somebody can reply.</summary>
    public bool TakesReplies => Open.TakesPart && Thread.First.Remark.IsVisible && TakingPart.IsDiscussed(Open.Proposal);

    public async Task OnGetAsync(int number, int remark, CancellationToken cancel)
    {
        await LoadAsync(number, remark, cancel);
        Input = new RemarkForm { Key = page.NewKey() };
    }

    public async Task<IActionResult> OnPostReplyAsync(int number, int remark, CancellationToken cancel)
    {
        await LoadAsync(number, remark, cancel);
        if (!Open.TakesPart) throw new ForbiddenException();
        ModelState.Clear();
        if (!PassageForms.IsKey(Input.Key)) Input = Input with { Key = page.NewKey() };
        ModelState.Require("Input.Body", SuggestionsTexts.RemarkBody, Input.Body, PassageComment.BodyMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var made = await write.ReplyAsync(number, remark, new RemarkInput(Input.Body, Input.Key), Me, cancel);
        return made.Done ? this.RedirectWithNotice(Links.Remark(number, Thread.First.Remark.Number), SuggestionsTexts.Replied) : this.RefusedPage(made.Refusal);
    }

    public Task<IActionResult> OnPostResolveAsync(int number, int remark, CancellationToken cancel) =>
        EndAsync(number, remark, () => MaySettle(remark), () => settle.ResolveAsync(number, remark, Me, cancel), SuggestionsTexts.Resolved, cancel);

    public Task<IActionResult> OnPostReopenAsync(int number, int remark, CancellationToken cancel) =>
        EndAsync(number, remark, () => MaySettle(remark), () => settle.ReopenAsync(number, remark, Me, cancel), SuggestionsTexts.Reopened, cancel);

    public Task<IActionResult> OnPostDeleteAsync(int number, int remark, CancellationToken cancel) =>
        EndAsync(number, remark, () => IsOwn(remark), () => settle.DeleteAsync(number, remark, Me, cancel), SuggestionsTexts.Deleted, cancel);

    /// <summary>Whether the viewer says that a remark is settled, or opens it again.</summary>
    public bool MaySettle(int remark) => Open.Speaks || (Open.TakesPart && IsOwn(remark));

    private bool IsOwn(int remark) => Thread.Replies.Prepend(Thread.First).Any(view => view.Remark.Number == remark && view.Remark.AuthorId == Me.Person);

    private async Task<IActionResult> EndAsync(int number, int remark, Func<bool> may, Func<Task<Refusal?>> step, string notice, CancellationToken cancel)
    {
        await LoadAsync(number, remark, cancel);
        if (!may()) throw new ForbiddenException();
        ModelState.Clear();
        var refusal = await step();
        if (refusal is null) return this.RedirectWithNotice(Links.Remark(number, Thread.First.Remark.Number), notice);
        if (refusal is NotAllowed) throw new ForbiddenException();
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(int number, int remark, CancellationToken cancel) => (Open, Thread) = await page.LoadAsync(number, remark, Me, cancel);
}
