using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Council;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>Adds a term of the council, or changes one.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class EditTermModel(ParticipationDbContext db, SaveBody save) : PageModel
{
    [BindProperty]
    public TermInput Input { get; set; } = new();

    /// <summary>The term that is changed; null for a new one.</summary>
    public LegislativeTerm? Existing { get; private set; }

    public async Task OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing is { } term) Input = new TermInput { Version = term.Version, Name = term.Name, StartsOn = term.StartsOn, EndsOn = term.EndsOn };
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Require("Input.Name", CouncilDeskTexts.FieldName, Input.Name, LegislativeTerm.NameMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var saved = await save.TermAsync(Existing?.Number, new LegislativeTermPlan(Input.Name!.Trim(), Input.StartsOn, Input.EndsOn), Input.Version, User.Actor(), cancel);
        return saved.Done ? this.RedirectWithNotice(Links.ManageCouncil, CouncilDeskTexts.SavedBody) : await RefusedAsync(saved.Refusal, number, cancel);
    }

    public async Task<IActionResult> OnPostDeleteAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        var deleted = await save.DeleteTermAsync(Existing?.Number ?? throw new NotFoundException(), User.Actor(), cancel);
        return deleted.Done ? this.RedirectWithNotice(Links.ManageCouncil, CouncilDeskTexts.Deleted) : await RefusedAsync(deleted.Refusal, number, cancel);
    }

    private async Task<PageResult> RefusedAsync(Refusal refusal, string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input.Version = Existing?.Version ?? 0;
        ModelState.Remove("Input.Version");
        return this.RefusedPage(refusal, field: refusal is EndsBeforeItBegins ? "Input.EndsOn" : "");
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        if (number == "neu") return;
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
}
