using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>One suggestion: whoever may read it reads it; those who write decide, its author takes it back.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Write)]
public sealed class ShowModel(ReadProposal read, ReadTexts texts, SuggestionQueries queries, DecideSuggestion decide, SettleSuggestion settle) : PageModel
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public ReadableProposal Open { get; private set; } = null!;

    public SuggestionView View { get; private set; } = null!;

    public bool IsAuthor => User.ActorOrNull()?.Person == View.Suggestion.AuthorId;

    /// <summary>Whether the viewer lets through what waits.</summary>
    public bool MayShow => Open.Speaks && !IsAuthor && View.Suggestion is { IsHeld: true, HiddenAt: null };

    public bool Moderates => User.ActorOrNull()?.IsModerator is true;

    public Task OnGetAsync(int number, int suggestion, CancellationToken cancel) => LoadAsync(number, suggestion, cancel);

    public Task<IActionResult> OnPostAcceptAsync(int number, int suggestion, CancellationToken cancel) =>
        EndAsync(number, suggestion, () => Open.Speaks, actor => decide.AcceptAsync(number, suggestion, actor, cancel), SuggestionsTexts.Accepted, cancel);

    public Task<IActionResult> OnPostNoteAsync(int number, int suggestion, CancellationToken cancel) =>
        EndAsync(number, suggestion, () => Open.Speaks, actor => decide.NoteAsync(number, suggestion, actor, cancel), SuggestionsTexts.Noted, cancel);

    public Task<IActionResult> OnPostDeclineAsync(int number, int suggestion, CancellationToken cancel) =>
        EndAsync(number, suggestion, () => Open.Speaks, actor => decide.DeclineAsync(number, suggestion, Input.Reason, actor, cancel), SuggestionsTexts.Declined, cancel, ("Input.Reason", SuggestionsTexts.DeclineReason, Input.Reason));

    public Task<IActionResult> OnPostWithdrawAsync(int number, int suggestion, CancellationToken cancel) =>
        EndAsync(number, suggestion, () => IsAuthor, actor => settle.WithdrawAsync(number, suggestion, actor, cancel), SuggestionsTexts.Withdrawn, cancel);

    public Task<IActionResult> OnPostShowAsync(int number, int suggestion, CancellationToken cancel) =>
        EndAsync(number, suggestion, () => Open.Speaks && !IsAuthor, actor => settle.ShowAsync(number, suggestion, actor, cancel), SuggestionsTexts.Shown, cancel);

    private async Task<IActionResult> EndAsync(
        int number, int suggestion, Func<bool> may, Func<Actor, Task<Refusal?>> step, string notice, CancellationToken cancel, (string Field, string Label, string Text)? reason = null)
    {
        if (User.ActorOrNull() is not { } actor) return Challenge();
        await LoadAsync(number, suggestion, cancel);
        if (!may()) throw new ForbiddenException();
        ModelState.Clear();
        if (reason is { } needed) ModelState.Require(needed.Field, needed.Label, needed.Text, Suggestion.ReasonMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await step(actor);
        if (refusal is null) return this.RedirectWithNotice(Links.Suggestions(number), notice);
        if (refusal is NotAllowed) throw new ForbiddenException();
        await LoadAsync(number, suggestion, cancel);
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(int number, int suggestion, CancellationToken cancel)
    {
        Open = await read.OpenAsync(number, User.ActorOrNull(), cancel);
        View = await queries.FindAsync(Open, User.ActorOrNull(), suggestion, await texts.OfAsync(Open.Proposal.Id, cancel), cancel) ?? throw new NotFoundException();
    }
}

/// <summary>A reason.</summary>
public sealed record ReasonInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Reason { get; init; } = "";
}
