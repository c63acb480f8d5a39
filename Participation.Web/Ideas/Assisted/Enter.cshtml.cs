using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Processes;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Ideas.Assisted;

/// <summary>The service desk writes an idea down for someone without an account.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EnterModel(IdeaFormLists lists, IdeaDrafts drafts, EnterIdea enter, IdeaFormCheck check, FormGuard guard) : PageModel, IIdeaForm
{
    [BindProperty]
    public IdeaFormInput Input { get; set; } = new();

    public IReadOnlyList<Process> Processes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public string? PreviewHtml { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = drafts.Begin(null);
    }

    public async Task<IActionResult> OnPostAsync(string? aktion, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = Input with { SubmissionKey = drafts.KeyOf(Input) };
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        if (aktion == "vorschau")
        {
            var preview = await drafts.PreviewAsync(Input.Body, cancel);
            PreviewHtml = preview.Value?.Html;
            return preview.Done ? Page() : this.RefusedPage(preview.Refusal, field: "Input.Body");
        }

        var passes = check.Passes(this, ModelState, complete: true);
        if (!string.IsNullOrWhiteSpace(Input.Pseudonym) && !NewPerson.IsName(Input.Pseudonym)) ModelState.AddModelError("Input.Pseudonym", string.Format(SharedTexts.FieldInvalid, AssistedTexts.FieldPseudonym));
        if (!Input.Rules) ModelState.AddModelError("Input.Rules", AssistedTexts.ConsentMissing);
        if (!passes || !ModelState.IsValid || Slug is not { } slug) return this.InvalidPage();
        var entered = await enter.ExecuteAsync(Input.ToInput(slug), Input.Pseudonym, Input.SubmissionKey ?? "", User.Actor(), cancel);
        if (entered.Done) return this.RedirectWithNotice(Links.AssistedReceipt(entered.Value.Number), AssistedTexts.Done);
        if (entered.Refusal is not NameIsTaken) return this.RefusedPage(entered.Refusal, field: entered.Refusal.Under("Input.Body"));
        ModelState.AddModelError("Input.Pseudonym", Refusals.Text(entered.Refusal));
        return this.InvalidPage();
    }

    private string? Slug => string.IsNullOrEmpty(Input.Process) ? (Processes.Count > 0 ? Processes[0].Slug : null) : Input.Process;

    private async Task LoadAsync(CancellationToken cancel)
    {
        Processes = await lists.OpenProcessesAsync(cancel);
        Topics = await lists.TopicsAsync(cancel);
        Districts = await lists.DistrictsAsync(cancel);
    }
}
