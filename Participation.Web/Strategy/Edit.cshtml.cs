using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Strategy;
using Participation.Domain.Uploads;
using Participation.Web.Accounts;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Strategy;

/// <summary>Writes the strategy, or changes it.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditModel(SaveStrategy save, StrategyForms forms, KeptForms kept, TextFormatter texts, CityClock clock) : PageModel
{
    /// <summary>By which name the form is kept.</summary>
    public const string Key = "strategy";

    [BindProperty]
    public StrategyInput Input { get; set; } = new();

    /// <summary>The strategy that is changed; null when there is none yet.</summary>
    public StrategyPaper? Existing { get; private set; }

    public AttachmentsField Documents { get; private set; } = null!;

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>The summary as it will look; null until it was asked for.</summary>
    public string? Preview { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Existing = await forms.FindAsync(cancel);
        if (Existing is not null) Input = StrategyInput.Of(Existing, clock);
        Documents = await forms.DocumentsAsync(Existing, null, cancel);
        Input.Documents = Documents.Input;
        Kept = await kept.RestoreAsync(User.Actor(), Key, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input, "Input", values), cancel);
        ModelState.Clear();
        await FillAsync(cancel);
    }

    public async Task<IActionResult> OnPostPreviewAsync([FromServices] FormGuard guard, CancellationToken cancel)
    {
        Existing = await forms.FindAsync(cancel);
        var genuine = await guard.IsGenuineAsync(this);
        await FillAsync(cancel);
        if (!genuine) return this.InvalidPage();
        ModelState.Clear();
        var summary = await texts.FormatAsync(Input.Summary, StrategyPaper.SummaryMaxLength, cancel);
        if (!summary.Done) return this.RefusedPage(summary.Refusal, field: "Input.Summary");
        Preview = summary.Value.Html;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] FormGuard guard, CancellationToken cancel)
    {
        Existing = await forms.FindAsync(cancel);
        var genuine = await guard.IsGenuineAsync(this);
        await FillAsync(cancel);
        if (!genuine) return this.InvalidPage();
        Input.Check(ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var summary = await texts.FormatAsync(Input.Summary, StrategyPaper.SummaryMaxLength, cancel);
        if (!summary.Done) return this.RefusedPage(summary.Refusal, field: "Input.Summary");
        var documents = await forms.ReceiveAsync(Input.Documents, User.Actor(), cancel);
        if (!documents.Done) return this.RefusedPage(documents.Refusal, field: documents.Refusal is DocumentNeedsTitle ? "Input.Documents.Title" : "Input.Documents.File");
        var order = new StrategyOrder(Input.ToPlan(summary.Value), Input.Version, Input.Publish.ToChange(clock), documents.Value);
        return await save.ExecuteAsync(order, User.Actor(), cancel) is { } refusal ? await RefusedAsync(refusal, cancel) : await SavedAsync(cancel);
    }

    private async Task<IActionResult> SavedAsync(CancellationToken cancel)
    {
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Links.EditStrategy, StrategyFormTexts.Saved);
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancel)
    {
        if (refusal is ChangedMeanwhile && (Existing = await forms.FindAsync(cancel)) is { } saved)
        {
            Conflict = await forms.ConflictAsync(saved, Input, cancel);
            // The first form sent twice is one strategy.
            if (Input.Version is null && Conflict.Fields.Count == 0) return await SavedAsync(cancel);
            Input.Version = saved.Version;
            return this.ConflictPage();
        }

        return this.RefusedPage(refusal, field: PublishInput.FieldOf(refusal));
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        Input.Complete();
        Documents = await forms.DocumentsAsync(Existing, Input.Documents, cancel);
    }
}
