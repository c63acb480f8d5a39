using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Council;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>Adds a body, or changes one.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class EditBodyModel(ParticipationDbContext db, SaveBody save, DeskLists lists) : PageModel
{
    [BindProperty]
    public BodyInput Input { get; set; } = new();

    /// <summary>The body that is changed; null for a new one.</summary>
    public Body? Existing { get; private set; }

    public IReadOnlyList<(int Number, LegislativeTermId Id, string Name)> Terms { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public async Task OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing is not { } body) return;
        var before = await db.Bodies.AsNoTracking().Where(candidate => candidate.Id == body.PredecessorId).Select(candidate => (int?)candidate.Number).SingleOrDefaultAsync(cancel);
        Input = new BodyInput
        {
            Version = body.Version, Name = body.Name, ShortName = body.ShortName, Kind = body.Kind, Classification = body.Classification, Note = body.Note, StartsOn = body.StartsOn, EndsOn = body.EndsOn, Predecessor = before,
            Terms = [.. Terms.Where(term => body.Terms.Any(there => there.TermId == term.Id)).Select(term => term.Number)],
        };
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Require("Input.Name", CouncilDeskTexts.FieldFullName, Input.Name, Body.NameMaxLength);
        ModelState.Limit("Input.ShortName", CouncilDeskTexts.FieldShortName, Input.ShortName, Body.ShortNameMaxLength);
        ModelState.Limit("Input.Classification", CouncilDeskTexts.FieldClassification, Input.Classification, Body.ClassificationMaxLength);
        ModelState.Limit("Input.Note", CouncilDeskTexts.FieldBodyNote, Input.Note, Body.NoteMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var plan = new BodyPlan(
            Input.Name!.Trim(), PaperForm.Trimmed(Input.ShortName), Input.Kind, PaperForm.Trimmed(Input.Classification), PaperForm.Trimmed(Input.Note), Input.StartsOn, Input.EndsOn,
            await lists.BodyAsync(Input.Predecessor, cancel), [.. Terms.Where(term => Input.Terms.Contains(term.Number)).Select(term => term.Id)]);
        var saved = await save.BodyAsync(Existing?.Number, plan, Input.Version, User.Actor(), cancel);
        return saved.Done ? this.RedirectWithNotice(Links.Body(saved.Value, plan.Name), CouncilDeskTexts.SavedBody) : await RefusedAsync(saved.Refusal, number, cancel);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        var deleted = await save.DeleteBodyAsync(Existing?.Number ?? throw new NotFoundException(), User.Actor(), cancel);
        return deleted.Done ? this.RedirectWithNotice(Links.ManageCouncil, CouncilDeskTexts.Deleted) : await RefusedAsync(deleted.Refusal, number, cancel);
    }

    private async Task<PageResult> RefusedAsync(Refusal refusal, string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input.Version = Existing?.Version ?? 0;
        ModelState.Remove("Input.Version");
        return this.RefusedPage(refusal, field: refusal switch { EndsBeforeItBegins => "Input.EndsOn", BodyFollowsItself => "Input.Predecessor", _ => "" });
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        Terms = [.. (await db.LegislativeTerms.AsNoTracking().Where(term => term.DeletedAt == null).OrderByDescending(term => term.StartsOn).Take(CouncilQueries.Most).Select(term => new { term.Number, term.Id, term.Name }).ToListAsync(cancel)).Select(term => (term.Number, term.Id, term.Name))];
        Bodies = await lists.BodiesAsync(CouncilDeskTexts.PlannedNone, cancel);
        if (number == "neu") return;
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
}
