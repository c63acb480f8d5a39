using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Processes;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Processes;

/// <summary>Sets up a process, or changes one.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditModel(ParticipationDbContext db, CreateProcess createProcess, ChangeProcess changeProcess, KeptForms kept, LastChange last, TextFormatter texts, CityClock clock) : PageModel
{
    [BindProperty]
    public ProcessInput Input { get; set; } = new();

    /// <summary>The process that is changed; null for a new one.</summary>
    public Process? Existing { get; private set; }

    public bool IsNew => Existing is null;

    /// <summary>What was brought back, if something was.</summary>
    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>By which name the form is kept.</summary>
    public string Key => $"process:{Existing?.Id.Value.ToString("N") ?? CreateProcess.ReservedSlug}";

    public async Task OnGetAsync(string slug, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        Input = Existing is null ? ProcessInput.New() : ProcessInput.Of(Existing, clock);
        // Boxes without a tick are not kept: everything comes from what was.
        Kept = await kept.RestoreAsync(User.Actor(), Key, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input = new ProcessInput(), "Input", values), cancel);
        Input.Complete();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(slug, cancel);
        Input.Complete();
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        ProcessCheck.Check(Input, IsNew, ModelState);
        if (!ModelState.IsValid) return this.InvalidPage();
        var rules = await texts.FormatAsync(Input.Rules, Process.RulesMaxLength, cancel);
        if (!rules.Done) return this.RefusedPage(rules.Refusal, field: "Input.Rules");
        var plan = Input.ToPlan(rules.Value, clock);
        return Existing is null ? await CreateAsync(plan, cancel) : await ChangeAsync(slug, plan, cancel);
    }

    private async Task<IActionResult> CreateAsync(ProcessPlan plan, CancellationToken cancel)
    {
        var slug = Slug.From(string.IsNullOrWhiteSpace(Input.Slug) ? Input.Title! : Input.Slug);
        var created = await createProcess.ExecuteAsync(slug, plan, User.Actor(), cancel);
        if (created.Done)
        {
            await kept.ForgetAsync(User.Actor(), Key, cancel);
            return this.RedirectWithNotice(Links.Process(created.Value), ProcessesTexts.Created);
        }

        return this.RefusedPage(created.Refusal, field: created.Refusal is AddressIsTaken ? "Input.Slug" : "");
    }

    private async Task<IActionResult> ChangeAsync(string slug, ProcessPlan plan, CancellationToken cancel)
    {
        var refusal = await changeProcess.ExecuteAsync(slug, plan, Input.Version, User.Actor(), cancel);
        if (refusal is null)
        {
            await kept.ForgetAsync(User.Actor(), Key, cancel);
            return this.RedirectWithNotice(Links.Process(slug), ProcessesTexts.Saved);
        }

        if (refusal is not ChangedMeanwhile) return this.RefusedPage(refusal);
        await LoadAsync(slug, cancel);
        var (by, at) = await last.OfAsync(Subject.Of(Existing!.Id), cancel);
        Conflict = EditConflict.Of(by, at, ProcessInput.Of(Existing, clock).Differing(Input));
        Input.Version = Existing.Version;
        return this.ConflictPage();
    }

    private async Task LoadAsync(string slug, CancellationToken cancel)
    {
        if (slug == CreateProcess.ReservedSlug) return;
        Existing = await db.Processes.AsNoTracking().SingleOrDefaultAsync(process => process.Slug == slug, cancel) ?? throw new NotFoundException();
    }
}
