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

/// <summary>One remark with its replies, for whoever may read it; replying, settling, deleting, hiding.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Write)]
public sealed class RemarkModel(RemarkPage page, WriteRemark write, SettleRemark settle) : PageModel
{
    [BindProperty]
    public RemarkForm Input { get; set; } = new();

    [BindProperty]
    public ReasonInput Hide { get; set; } = new();

    public ReadableProposal Open { get; private set; } = null!;

    public RemarkThread Thread { get; private set; } = null!;

    /// <summary>In whose name one can speak.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Organisations { get; private set; } = [];

    /// <summary>Who looks at it.</summary>
    public Actor? Me => User.ActorOrNull();

    public async Task OnGetAsync(int number, int remark, CancellationToken cancel)
    {
        await LoadAsync(number, remark, cancel);
        Input = new RemarkForm { Key = page.NewKey() };
    }

    public async Task<IActionResult> OnPostReplyAsync(int number, int remark, Guid? organisation, CancellationToken cancel)
    {
        if (Me is not { } actor) return Challenge();
        await LoadAsync(number, remark, cancel);
        ModelState.Clear();
        if (!PassageForms.IsKey(Input.Key)) Input = Input with { Key = page.NewKey() };
        ModelState.Require("Input.Body", SuggestionsTexts.RemarkBody, Input.Body, PassageComment.BodyMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var made = await write.ReplyAsync(number, remark, new RemarkInput(Input.Body, Input.Key, organisation), actor, cancel);
        return made.Done ? this.RedirectWithNotice(Links.Remark(number, Thread.First.Remark.Number), made.Value.IsHeld ? SuggestionsTexts.RemarkedHeld : SuggestionsTexts.Replied) : this.RefusedPage(made.Refusal);
    }

    public Task<IActionResult> OnPostResolveAsync(int number, int remark, CancellationToken cancel) =>
        EndAsync(number, remark, () => Open.Speaks || IsOwn(remark), actor => settle.ResolveAsync(number, remark, actor, cancel), SuggestionsTexts.Resolved, cancel);

    public Task<IActionResult> OnPostReopenAsync(int number, int remark, CancellationToken cancel) =>
        EndAsync(number, remark, () => Open.Speaks || IsOwn(remark), actor => settle.ReopenAsync(number, remark, actor, cancel), SuggestionsTexts.Reopened, cancel);

    public Task<IActionResult> OnPostDeleteAsync(int number, int remark, CancellationToken cancel) =>
        EndAsync(number, remark, () => IsOwn(remark), actor => settle.DeleteAsync(number, remark, actor, cancel), SuggestionsTexts.Deleted, cancel);

    public Task<IActionResult> OnPostShowAsync(int number, int remark, CancellationToken cancel) =>
        EndAsync(number, remark, () => Open.Speaks || Me is { IsModerator: true }, actor => settle.ShowAsync(number, remark, actor, cancel), SuggestionsTexts.Shown, cancel);

    public Task<IActionResult> OnPostHideAsync(int number, int remark, CancellationToken cancel) =>
        EndAsync(number, remark, () => Me is { IsModerator: true }, actor => settle.HideAsync(number, remark, Hide.Reason, actor, cancel), SuggestionsTexts.Hidden, cancel, Hide.Reason);

    private bool IsOwn(int remark) => Thread.Replies.Prepend(Thread.First).Any(view => view.Remark.Number == remark && view.Remark.AuthorId == Me?.Person);

    private async Task<IActionResult> EndAsync(int number, int remark, Func<bool> may, Func<Actor, Task<Refusal?>> step, string notice, CancellationToken cancel, string? reason = null)
    {
        if (Me is not { } actor) return Challenge();
        await LoadAsync(number, remark, cancel);
        if (!may()) throw new ForbiddenException();
        ModelState.Clear();
        if (reason is not null) ModelState.Require($"grund-{remark}", SuggestionsTexts.HideReason, reason, Suggestion.ReasonMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await step(actor);
        if (refusal is null) return this.RedirectWithNotice(Links.Remark(number, Thread.First.Remark.Number), notice);
        if (refusal is NotAllowed) throw new ForbiddenException();
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(int number, int remark, CancellationToken cancel) => (Open, Thread, Organisations) = await page.LoadAsync(number, remark, Me, cancel);
}
