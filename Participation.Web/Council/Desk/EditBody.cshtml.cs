using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
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

/// <summary>Adds a body, or changes one.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditBodyModel(ParticipationDbContext db, SaveBody save, DeskLists lists, KeptForms kept, LastChange last, CityClock clock) : PageModel
{
    private const string New = "neu";
    private const string ShowPreview = "vorschau";

    [BindProperty]
    public BodyInput Input { get; set; } = new();

    /// <summary>The body that is changed; null for a new one.</summary>
    public Body? Existing { get; private set; }

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    public Publication Publication => Existing?.Publication ?? Publication.Draft;

    /// <summary>What was typed, as readers will see it; null until it was asked for.</summary>
    public BodyPlan? Preview { get; private set; }

    /// <summary>By which name the form is kept.</summary>
    public string Key => $"body:{Existing?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? New}";

    public IReadOnlyList<(int Number, LegislativeTermId Id, string Name)> Terms { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.Bodies) is { } there) return there;
        Input = await InputAsync(cancel);
        // Boxes without a tick are not kept: everything comes from what was.
        Kept = await kept.RestoreAsync(User.Actor(), Key, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input = new BodyInput(), "Input", values), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, string? aktion, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.Bodies) is { } there) return there;
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        ModelState.Require("Input.Name", CouncilDeskTexts.FieldFullName, Input.Name, Body.NameMaxLength);
        ModelState.Limit("Input.ShortName", CouncilDeskTexts.FieldShortName, Input.ShortName, Body.ShortNameMaxLength);
        ModelState.Limit("Input.Classification", CouncilDeskTexts.FieldClassification, Input.Classification, Body.ClassificationMaxLength);
        ModelState.Limit("Input.Note", CouncilDeskTexts.FieldBodyNote, Input.Note, Body.NoteMaxLength);
        Input.Publish.Check(ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var plan = new BodyPlan(
            Input.Name!.Trim(), PaperForm.Trimmed(Input.ShortName), Input.Kind, PaperForm.Trimmed(Input.Classification), PaperForm.Trimmed(Input.Note), Input.StartsOn, Input.EndsOn,
            await lists.BodyAsync(Input.Predecessor, cancel), [.. Terms.Where(term => Input.Terms.Contains(term.Number)).Select(term => term.Id)]);
        if (aktion == ShowPreview)
        {
            Preview = plan;
            return Page();
        }

        var saved = await save.BodyAsync(Existing?.Number, plan, Input.Publish.ToChange(clock), Input.Version, User.Actor(), cancel);
        if (!saved.Done) return await RefusedAsync(saved.Refusal, number, cancel);
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Links.Body(saved.Value, plan.Name), CouncilDeskTexts.SavedBody);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.Bodies) is { } there) return there;
        if (Existing is null) throw new NotFoundException();
        Input = await InputAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var deleted = await save.DeleteBodyAsync(Existing.Number, User.Actor(), cancel);
        return deleted.Done ? this.RedirectWithNotice(Links.ManageCouncilOf(DeskArea.Bodies), CouncilDeskTexts.Deleted) : this.RefusedPage(deleted.Refusal);
    }

    private async Task<PageResult> RefusedAsync(Refusal refusal, string number, CancellationToken cancel)
    {
        if (refusal is not ChangedMeanwhile || Existing is null)
            return this.RefusedPage(refusal, field: refusal switch { EndsBeforeItBegins => "Input.EndsOn", BodyFollowsItself => "Input.Predecessor", IsThereAlready => "Input.Name", _ => PublishInput.FieldOf(refusal) });
        await LoadAsync(number, cancel);
        var (by, at) = await last.OfAsync(Subject.Of(Existing.Id), cancel);
        Conflict = EditConflict.Of(by, at, (await InputAsync(cancel)).Shown(this).Zip(Input.Shown(this), (theirs, mine) => new ConflictField(theirs.Label, theirs.Value, mine.Value)).Append(Input.Publish.Renew(Existing.Publication, clock)));
        Input.Version = Existing.Version;
        return this.ConflictPage();
    }

    private async Task<BodyInput> InputAsync(CancellationToken cancel)
    {
        if (Existing is not { } body) return new BodyInput();
        var before = await db.Bodies.AsNoTracking().Where(candidate => candidate.Id == body.PredecessorId).Select(candidate => (int?)candidate.Number).SingleOrDefaultAsync(cancel);
        return new BodyInput
        {
            Version = body.Version, Name = body.Name, ShortName = body.ShortName, Kind = body.Kind, Classification = body.Classification, Note = body.Note, StartsOn = body.StartsOn, EndsOn = body.EndsOn, Predecessor = before, Publish = PublishInput.Of(body.Publication, clock),
            Terms = [.. Terms.Where(term => body.Terms.Any(there => there.TermId == term.Id)).Select(term => term.Number)],
        };
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        Terms = [.. (await db.LegislativeTerms.AsNoTracking().Where(term => term.DeletedAt == null).OrderByDescending(term => term.StartsOn).Take(CouncilQueries.Most).Select(term => new { term.Number, term.Id, term.Name }).ToListAsync(cancel)).Select(term => (term.Number, term.Id, term.Name))];
        Bodies = await lists.BodiesAsync(CouncilDeskTexts.PlannedNone, cancel);
        if (number == New) return;
        Existing = int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var known)
            ? await db.Bodies.AsNoTracking().SingleOrDefaultAsync(body => body.Number == known && body.DeletedAt == null, cancel) : null;
        if (Existing is null) throw new NotFoundException();
    }
}

/// <summary>What the form of a body sends.</summary>
public sealed class BodyInput
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public BodyKind Kind { get; set; }

    public string? Classification { get; set; }

    public string? Note { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public int? Predecessor { get; set; }

    public List<int> Terms { get; set; } = [];

    public PublishInput Publish { get; set; } = new();

    /// <summary>Every field as it is read beside another form of the same body.</summary>
    internal IReadOnlyList<(string Label, string? Value)> Shown(EditBodyModel page) =>
    [
        (CouncilDeskTexts.FieldFullName, Name), (CouncilDeskTexts.FieldShortName, ShortName), (CouncilDeskTexts.FieldKind, CouncilWords.Of(Kind)), (CouncilDeskTexts.FieldClassification, Classification), (CouncilDeskTexts.FieldBodyNote, Note),
        (CouncilDeskTexts.FieldStartsOn, $"{StartsOn:d}"), (CouncilDeskTexts.FieldEndsOn, $"{EndsOn:d}"),
        (CouncilDeskTexts.FieldPredecessor, Predecessor is { } before ? page.Bodies.FirstOrDefault(body => body.Value == DeskLists.Number(before))?.Text : null),
        (CouncilDeskTexts.FieldTerms, string.Join(", ", page.Terms.Where(term => Terms.Contains(term.Number)).Select(term => term.Name))),
    ];
}
