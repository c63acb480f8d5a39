using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Domain.Texts;
using Participation.Web.Accounts;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Texts;

/// <summary>Puts a text up for discussion or changes one, with a preview of what readers will see and of which passages change.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditModel(TextForm form, KeptForms kept, CityClock clock) : PageModel
{
    private const string New = "neu";
    private const string ShowPreview = "vorschau";

    [BindProperty]
    public TextInput Input { get; set; } = new();

    /// <summary>The text that is changed; null for a new one.</summary>
    public DiscussedText? Existing { get; private set; }

    public TextChoices Choices { get; private set; } = null!;

    /// <summary>What was typed, as it would stand; null until it was asked for.</summary>
    public TextPlan? Preview { get; private set; }

    /// <summary>What becomes of the passages; null until it was asked for.</summary>
    public PassageChanges? Changes { get; private set; }

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>By which name the form is kept.</summary>
    public string KeepKey => Existing is null ? $"text:{New}" : KeepKeyOf(Existing);

    internal static string KeepKeyOf(DiscussedText text) => string.Create(CultureInfo.InvariantCulture, $"text:{text.Number}");

    public Publication Publication => Existing?.Publication ?? Publication.Draft;

    public async Task OnGetAsync(string key, CancellationToken cancel)
    {
        await LoadAsync(key, cancel);
        Input = Existing is null ? new TextInput { SubmissionKey = SubmissionKey.New(clock.Now) } : await form.InputOfAsync(Existing, cancel);
        Kept = await kept.RestoreAsync(User.Actor(), KeepKey, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input, nameof(Input), values), cancel);
    }

    public async Task<IActionResult> OnPostAsync(string key, string? aktion, [FromServices] FormGuard guard, [FromServices] SaveText save, CancellationToken cancel)
    {
        await LoadAsync(key, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Check(ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var planned = await form.PlanAsync(Input, Existing, cancel);
        if (!planned.Done) return this.RefusedPage(planned.Refusal, field: TextInput.FieldOf(planned.Refusal));
        var plan = planned.Value;
        if (Existing is not null) Changes = PassageChanges.Of(Existing, plan);
        if (aktion == ShowPreview)
        {
            Preview = plan;
            return Page();
        }

        var order = new TextOrder(plan, Input.Publish.ToChange(clock), Input.Note, Input.Version, Input.SubmissionKey) { StrikesKnowingly = Input.Asked };
        var saved = await save.ExecuteAsync(Existing?.Number, order, User.Actor(), cancel);
        if (!saved.Done) return await RefuseAsync(saved.Refusal, key, cancel);
        await kept.ForgetAsync(User.Actor(), KeepKey, cancel);
        return this.RedirectWithNotice(Links.Text(saved.Value.Number, plan.Title), Notice(saved.Value.State));
    }

    /// <summary>Everything typed stays; whoever was slower reads what the other one saved, and may save on.</summary>
    private async Task<PageResult> RefuseAsync(Refusal refusal, string key, CancellationToken cancel)
    {
        if (refusal is not ChangedMeanwhile || Existing is null) return this.RefusedPage(refusal, field: TextInput.FieldOf(refusal));
        await LoadAsync(key, cancel);
        Conflict = await form.ConflictAsync(Existing, Input, cancel);
        (Input.Version, Changes) = (Existing.Version, null);
        return this.ConflictPage();
    }

    private async Task LoadAsync(string key, CancellationToken cancel)
    {
        Existing = key == New ? null : await form.FindAsync(key, cancel) ?? throw new NotFoundException();
        Choices = await form.ChoicesAsync(cancel);
    }

    private static string Notice(PublicationState state) => state switch
    {
        PublicationState.Published => CityTexts.SavedPublished,
        PublicationState.Scheduled => CityTexts.SavedScheduled,
        PublicationState.Withdrawn => CityTexts.SavedWithdrawn,
        _ => CityTexts.SavedDraft,
    };
}
