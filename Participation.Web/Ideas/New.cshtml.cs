using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Processes;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Guards;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Web.Ideas;

/// <summary>Writes an idea: preview, draft, submission. Nothing typed is lost, whatever goes wrong.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class NewModel(IdeaFormLists lists, IdeaDrafts drafts, SubmitIdea submitIdea, IdeaFormCheck check, FormGuard guard) : PageModel, IIdeaForm
{
    private bool _hasText;

    [BindProperty]
    public IdeaFormInput Input { get; set; } = new();

    public IReadOnlyList<Process> Processes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public string? PreviewHtml { get; private set; }

    public bool TakesImages => User.ActorOrNull() is not null;

    public PersonalData? PersonalData { get; private set; }

    public IReadOnlyList<IdeaRow> Similar { get; private set; } = [];

    /// <summary>The draft the person last wrote on, offered beside an empty form: after a crash it is all there is.</summary>
    public KeptDraft? Kept { get; private set; }

    /// <summary>The process the idea goes to; null when it does not collect ideas now.</summary>
    public Process? Process => string.IsNullOrEmpty(Input.Process) ? (Processes.Count > 0 ? Processes[0] : null) : Processes.FirstOrDefault(process => process.Slug == Input.Process);

    /// <summary>Whether there is something to write into: an open process, or a text that must not be lost.</summary>
    public bool ShowsForm => Process is not null || _hasText;

    /// <summary>The writer's level; null for visitors.</summary>
    public Verification? Level { get; private set; }

    /// <summary>Why a decision keeps the writer from writing, or null.</summary>
    public Domain.Refusal? Barred { get; private set; }

    public string WhoMay => Process?.RequiredVerification switch
    {
        Verification.SelfDeclaredResident => IdeaFormTexts.WhoMayResident,
        Verification.VerifiedResident => IdeaFormTexts.WhoMayVerified,
        _ => IdeaFormTexts.WhoMay,
    };

    /// <summary>Who may write in a process, short enough for a list to choose from.</summary>
    public string WhoMayShort(Process process) => process.RequiredVerification switch
    {
        Verification.SelfDeclaredResident => IdeaFormTexts.WhoMayResidentShort,
        Verification.VerifiedResident => IdeaFormTexts.WhoMayVerifiedShort,
        _ => IdeaFormTexts.WhoMayShort,
    };

    public async Task<IActionResult> OnGetAsync(string? verfahren, string? entwurf, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (entwurf is null)
        {
            Input = drafts.Begin(verfahren);
            if (User.ActorOrNull() is { } writer) Kept = await drafts.LatestAsync(writer, cancel);
            return Page();
        }

        if (!Guid.TryParse(entwurf, out var draft)) throw new NotFoundException();
        if (User.ActorOrNull() is not { } actor) return Challenge();
        if (await drafts.HandedInAsync(draft, actor, cancel) is { } number) return LocalRedirect(Links.Idea(number));
        (Input, _hasText) = (await drafts.OpenAsync(draft, actor, cancel), true);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? aktion, [FromServices] FormImages images, CancellationToken cancel)
    {
        _hasText = true;
        await LoadAsync(cancel);
        Input = Input with { SubmissionKey = drafts.KeyOf(Input) };
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var step = await images.ApplyAsync(this, Input.Body, "Input.Body", cancel);
        Input = Input with { Body = step.Body };
        if (step.Stays) return Page();
        if (aktion == "vorschau")
        {
            Similar = await drafts.SimilarAsync(Input.Title, cancel);
            var preview = await drafts.PreviewAsync(Input.Body, cancel);
            PreviewHtml = preview.Value?.Html;
            return preview.Done ? Page() : this.RefusedPage(preview.Refusal, field: "Input.Body");
        }

        if (User.ActorOrNull() is { } actor) return aktion == "entwurf" ? await KeepAsync(actor, cancel) : await SubmitAsync(actor, cancel);
        ModelState.AddModelError("", IdeaFormTexts.SignInNow);
        return this.InvalidPage();
    }

    private async Task<IActionResult> KeepAsync(Actor actor, CancellationToken cancel)
    {
        if (!check.Passes(this, ModelState, complete: false) || Slug is not { } slug) return this.InvalidPage();
        var kept = await drafts.KeepAsync(Input.ToInput(slug), drafts.KeyOf(Input), actor, cancel);
        return kept.Done ? this.RedirectWithNotice(Links.Draft(kept.Value.Value), IdeaFormTexts.Kept) : this.RefusedPage(kept.Refusal, field: kept.Refusal.Under("Input.Body"));
    }

    private async Task<IActionResult> SubmitAsync(Actor actor, CancellationToken cancel)
    {
        var passes = check.Passes(this, ModelState, complete: true);
        if (!Input.Rules) ModelState.AddModelError("Input.Rules", IdeaFormTexts.RulesMissing);
        if (!passes || !Input.Rules || Slug is not { } slug) return this.InvalidPage();
        var submitted = await submitIdea.ExecuteAsync(Input.ToInput(slug), drafts.KeyOf(Input), actor, cancel);
        if (submitted.Refusal is ContainsPersonalData { Found: var found })
        {
            PersonalData = found;
            return this.InvalidPage();
        }

        if (!submitted.Done) return this.RefusedPage(submitted.Refusal, field: submitted.Refusal.Under("Input.Body"));
        var notice = submitted.Value.HeldFor.Count > 0 ? GuardWords.IdeaHeld(submitted.Value.HeldFor) : submitted.Value.Status is IdeaStatus.Published ? IdeaFormTexts.Published : IdeaFormTexts.Waiting;
        return this.RedirectWithNotice(Links.Idea(submitted.Value.Number, submitted.Value.Title), notice);
    }

    private string? Slug => string.IsNullOrEmpty(Input.Process) ? Process?.Slug : Input.Process;

    private async Task LoadAsync(CancellationToken cancel)
    {
        Processes = await lists.OpenProcessesAsync(cancel);
        Level = await lists.LevelAsync(User.ActorOrNull(), Processes, cancel);
        Barred = await lists.BarredAsync(User.ActorOrNull(), cancel);
        Topics = await lists.TopicsAsync(cancel);
        Districts = await lists.DistrictsAsync(cancel);
        Organisations = await lists.OrganisationsAsync(User.ActorOrNull(), cancel);
    }
}
