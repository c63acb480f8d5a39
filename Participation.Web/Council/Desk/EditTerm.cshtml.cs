using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>Adds a term of the council, or changes one.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditTermModel(ParticipationDbContext db, SaveBody save, KeptForms kept, LastChange last, CityClock clock) : PageModel
{
    private const string New = "neu";
    private const string ShowPreview = "vorschau";

    [BindProperty]
    public TermInput Input { get; set; } = new();

    /// <summary>The term that is changed; null for a new one.</summary>
    public LegislativeTerm? Existing { get; private set; }

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    public Publication Publication => Existing?.Publication ?? Publication.Draft;

    /// <summary>What was typed, as readers will see it; null until it was asked for.</summary>
    public LegislativeTermPlan? Preview { get; private set; }

    /// <summary>By which name the form is kept.</summary>
    public string Key => $"term:{Existing?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? New}";

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.Terms) is { } there) return there;
        Input = TermInput.Of(Existing, clock);
        Kept = await kept.RestoreAsync(User.Actor(), Key, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input, "Input", values), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, string? aktion, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.Terms) is { } there) return there;
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        ModelState.Require("Input.Name", CouncilDeskTexts.FieldName, Input.Name, LegislativeTerm.NameMaxLength);
        Input.Publish.Check(ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var plan = new LegislativeTermPlan(Input.Name!.Trim(), Input.StartsOn, Input.EndsOn);
        if (aktion == ShowPreview)
        {
            Preview = plan;
            return Page();
        }

        var saved = await save.TermAsync(Existing?.Number, plan, Input.Publish.ToChange(clock), Input.Version, User.Actor(), cancel);
        if (!saved.Done) return await RefusedAsync(saved.Refusal, number, cancel);
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Links.ManageCouncilOf(DeskArea.Terms), CouncilDeskTexts.SavedBody);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.Terms) is { } there) return there;
        if (Existing is null) throw new NotFoundException();
        Input = TermInput.Of(Existing, clock);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var deleted = await save.DeleteTermAsync(Existing.Number, User.Actor(), cancel);
        return deleted.Done ? this.RedirectWithNotice(Links.ManageCouncilOf(DeskArea.Terms), CouncilDeskTexts.Deleted) : this.RefusedPage(deleted.Refusal);
    }

    private async Task<PageResult> RefusedAsync(Refusal refusal, string number, CancellationToken cancel)
    {
        if (refusal is not ChangedMeanwhile || Existing is null) return this.RefusedPage(refusal, field: refusal switch { EndsBeforeItBegins => "Input.EndsOn", IsThereAlready => "Input.Name", _ => PublishInput.FieldOf(refusal) });
        await LoadAsync(number, cancel);
        var (theirs, (by, at)) = (TermInput.Of(Existing, clock), await last.OfAsync(new Subject(SubjectKind.Body, Existing.Id.Value), cancel));
        Conflict = EditConflict.Of(by, at,
        [
            new(CouncilDeskTexts.FieldName, theirs.Name, Input.Name), new(CouncilDeskTexts.FieldStartsOn, $"{theirs.StartsOn:d}", $"{Input.StartsOn:d}"), new(CouncilDeskTexts.FieldEndsOn, $"{theirs.EndsOn:d}", $"{Input.EndsOn:d}"),
            Input.Publish.Renew(Existing.Publication, clock),
        ]);
        Input.Version = Existing.Version;
        return this.ConflictPage();
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        if (number == New) return;
        Existing = int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var known)
            ? await db.LegislativeTerms.AsNoTracking().SingleOrDefaultAsync(term => term.Number == known && term.DeletedAt == null, cancel) : null;
        if (Existing is null) throw new NotFoundException();
    }
}

/// <summary>What the form of a term sends.</summary>
public sealed class TermInput
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public PublishInput Publish { get; set; } = new();

    /// <summary>The form of a term as it is opened.</summary>
    public static TermInput Of(LegislativeTerm? term, CityClock clock) => term is null ? new() : new() { Version = term.Version, Name = term.Name, StartsOn = term.StartsOn, EndsOn = term.EndsOn, Publish = PublishInput.Of(term.Publication, clock) };
}
