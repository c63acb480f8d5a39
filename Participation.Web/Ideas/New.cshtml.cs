using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>Writes an idea: preview, draft, submission. Nothing typed is lost, whatever goes wrong.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class NewModel(IdeaFormLists lists, IdeaDrafts drafts, SubmitIdea submitIdea, FormGuard guard, MarkdownText markdown) : PageModel, IIdeaForm
{
    [BindProperty]
    public IdeaFormInput Input { get; set; } = new();

    public IReadOnlyList<Process> Processes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public string? PreviewHtml { get; private set; }

    public IReadOnlyList<IdeaRow> Similar { get; private set; } = [];

    public Process? Process => Processes.FirstOrDefault(process => process.Slug == Input.Process) ?? (Processes.Count > 0 ? Processes[0] : null);

    public string WhoMay => Process?.RequiredVerification switch
    {
        Verification.SelfDeclaredResident => IdeaFormTexts.WhoMayResident,
        Verification.VerifiedResident => IdeaFormTexts.WhoMayVerified,
        _ => IdeaFormTexts.WhoMay,
    };

    public async Task OnGetAsync(string? verfahren, Guid? entwurf, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var key = Discussions.SubmissionKey.New(TimeProvider.System.GetUtcNow());
        Input = entwurf is { } draft ? await drafts.OpenAsync(draft, User.ActorOrNull(), cancel) : new IdeaFormInput { Process = verfahren, SubmissionKey = key };
    }

    public async Task<IActionResult> OnPostAsync(string? aktion, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        if (User.ActorOrNull() is not { } actor) ModelState.AddModelError("", IdeaFormTexts.SignInNow);
        else if (aktion == "entwurf") return await KeepAsync(actor, cancel);
        else if (aktion != "vorschau") return await SubmitAsync(actor, cancel);
        if (aktion == "vorschau")
        {
            PreviewHtml = markdown.Format(Input.Body).Html;
            Similar = await drafts.SimilarAsync(Input.Title ?? "", cancel);
            return Page();
        }

        return this.InvalidPage();
    }

    private async Task<IActionResult> KeepAsync(Actor actor, CancellationToken cancel)
    {
        foreach (var (field, message) in Input.TooLong()) ModelState.AddModelError($"Input.{field}", message);
        if (!ModelState.IsValid || Process is null) return this.InvalidPage();
        var kept = await drafts.KeepAsync(Input.ToInput(Process.Slug), Key, actor, cancel);
        return kept.Done ? this.RedirectWithNotice(Links.Draft(kept.Value.Value), IdeaFormTexts.Kept) : this.RefusedPage(kept.Refusal);
    }

    private async Task<IActionResult> SubmitAsync(Actor actor, CancellationToken cancel)
    {
        foreach (var (field, message) in Input.Problems()) ModelState.AddModelError($"Input.{field}", message);
        if (!Input.Rules) ModelState.AddModelError("Input.Rules", IdeaFormTexts.RulesMissing);
        if (!ModelState.IsValid || Process is null) return this.InvalidPage();
        var submitted = await submitIdea.ExecuteAsync(Input.ToInput(Process.Slug), Key, actor, cancel);
        if (!submitted.Done) return this.RefusedPage(submitted.Refusal);
        var notice = submitted.Value.Status is IdeaStatus.Published ? IdeaFormTexts.Published : IdeaFormTexts.Waiting;
        return this.RedirectWithNotice(Links.Idea(submitted.Value.Number, submitted.Value.Title), notice);
    }

    private string Key => Input.SubmissionKey is { Length: > 8 and <= Idea.SubmissionKeyMaxLength } key ? key : Discussions.SubmissionKey.New(TimeProvider.System.GetUtcNow());

    private async Task LoadAsync(CancellationToken cancel)
    {
        Processes = await lists.OpenProcessesAsync(cancel);
        Topics = await lists.TopicsAsync(cancel);
        Districts = await lists.DistrictsAsync(cancel);
    }
}
