using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Accounts;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary>Sets a measure up, or changes one.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditModel(SaveMeasure save, MeasureForms forms, KeptForms kept, TextFormatter texts, CityClock clock) : PageModel
{
    /// <summary>The address of the form for a new measure.</summary>
    public const string New = "neu";

    [BindProperty]
    public MeasureInput Input { get; set; } = new();

    /// <summary>The measure that is changed; null for a new one.</summary>
    public Measure? Existing { get; private set; }

    public MeasureLists Lists { get; private set; } = null!;

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>The measure as it will look; null until it was asked for.</summary>
    public MeasurePreview? Preview { get; private set; }

    public string Key => Existing is null ? $"measure:{New}" : KeepKeyOf(Existing);

    internal static string KeepKeyOf(Measure measure) => string.Create(CultureInfo.InvariantCulture, $"measure:{measure.Number}");

    public async Task OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing is not null) Input = await forms.InputAsync(Existing, cancel);
        Kept = await kept.RestoreAsync(User.Actor(), Key, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input, "Input", values), cancel);
        ModelState.Clear();
        await FillAsync(cancel);
    }

    public async Task<IActionResult> OnPostPreviewAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        var genuine = await guard.IsGenuineAsync(this);
        await FillAsync(cancel);
        if (!genuine) return this.InvalidPage();
        ModelState.Clear();
        var description = await texts.FormatAsync(Input.Description, Measure.DescriptionMaxLength, cancel);
        if (!description.Done) return this.RefusedPage(description.Refusal, field: "Input.Description");
        Preview = MeasurePreview.Of(Input, description.Value.Html, Lists);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        var genuine = await guard.IsGenuineAsync(this);
        await FillAsync(cancel);
        if (!genuine) return this.InvalidPage();
        MeasureCheck.Check(Input, ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var description = await texts.FormatAsync(Input.Description, Measure.DescriptionMaxLength, cancel);
        if (!description.Done) return this.RefusedPage(description.Refusal, field: "Input.Description");
        var saved = await save.ExecuteAsync(Existing?.Number, Input.ToDraft(description.Value, clock), User.Actor(), cancel);
        if (!saved.Done) return await RefusedAsync(number, saved.Refusal, cancel);
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Links.Measure(saved.Value, Input.Title!), Notice());
    }

    private string Notice() => Input.Publish.Step switch
    {
        PublicationStep.Publish => MeasureFormTexts.SavedPublic,
        PublicationStep.Withdraw => MeasureFormTexts.SavedWithdrawn,
        _ => MeasureFormTexts.Saved,
    };

    private async Task<IActionResult> RefusedAsync(string number, Refusal refusal, CancellationToken cancel)
    {
        if (refusal is ChangedMeanwhile)
        {
            await LoadAsync(number, cancel);
            Conflict = await forms.ConflictAsync(Existing!, Input, cancel);
            Input.Version = Existing!.Version;
            return this.ConflictPage();
        }

        return this.RefusedPage(refusal, field: refusal switch
        {
            IdeaIsUnknown => "Input.Ideas",
            ProposalIsUnknown => "Input.Proposals",
            PaperIsUnknown => "Input.Papers",
            FieldIsUnknown => "Input.Field",
            _ => PublishInput.FieldOf(refusal),
        });
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        if (number == New) return;
        Existing = int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var known) ? await forms.FindAsync(known, cancel) : throw new NotFoundException();
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        Input.Complete();
        Lists = await forms.ListsAsync(Input, cancel);
    }
}
