using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Sanctions;

/// <summary>A measure against the author of a contribution, and lifting one.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class SanctionModel(Matters matters, SanctionQueries queries, SanctionAuthor sanction, RevokeDecision revoke, CityClock clock) : PageModel
{
    /// <summary>The contribution that is the occasion.</summary>
    [BindProperty(SupportsGet = true, Name = "fall")]
    public CaseRef At { get; set; }

    [BindProperty]
    public SanctionInput Input { get; set; } = new();

    public Matter Matter { get; private set; } = null!;

    public AuthorRecord Author { get; private set; } = null!;

    /// <summary>Why no measure can be taken, or null.</summary>
    public Refusal? Excluded => Author.Person.Id == User.Actor().Person ? new NotAllowed() : Author.Person.CheckSanction();

    /// <summary>Where the contribution is decided on.</summary>
    public string Case => Links.Case(At);

    /// <summary>Measures that can be lifted, to choose from.</summary>
    public IReadOnlyList<SelectListItem> Running => [.. Author.Measures.Where(measure => measure.IsRunning(clock.Now)).Select(measure => new SelectListItem(SanctionWords.Of(measure), measure.Number.ToString(CultureInfo.InvariantCulture)))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = new SanctionInput { Version = Author.Person.Version };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Input.Revoke is not null) return await RevokeAsync(Input.Revoke.Value, cancel);
        ModelState.Clear();
        var chosen = SanctionWords.Read(Input.Measure);
        if (chosen is null) ModelState.Missing("Input.Measure", SanctionsTexts.Measure);
        if (Input.Ground is Ground.None or Ground.Imported or Ground.Duplicate or Ground.ToBeChecked || !Enum.IsDefined(Input.Ground)) ModelState.Missing("Input.Ground", ModerationTexts.Ground);
        CaseInput.CheckNorm(ModelState, Input.Ground, Input.Norm);
        ModelState.Require("Input.Facts", ModerationTexts.Facts, Input.Facts, Decision.FactsMaxLength);
        if (!ModelState.IsValid || chosen is not var (measure, hours)) return this.InvalidPage();
        var refusal = await sanction.ExecuteAsync(new SanctionOrder(At, Input.Version, measure, hours, Input.Ground, Input.Facts, User.Actor()) { Norm = CaseInput.Kept(Input.Norm) }, cancel);
        return refusal is null ? this.RedirectWithNotice(Case, SanctionsTexts.Done) : await RefusedAsync(refusal, cancel);
    }

    private async Task<IActionResult> RevokeAsync(int number, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.Require("Input.Why", SanctionsTexts.Why, Input.Why, Decision.FactsMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await revoke.ExecuteAsync(number, Input.Why, null, User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.Sanction(At), SanctionsTexts.Lifted) : await RefusedAsync(refusal, cancel);
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = Input with { Version = Author.Person.Version };
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        if (At.Kind is SubjectKind.Proposal) throw new NotFoundException();
        Matter = await matters.FindAsync(At, cancel);
        Author = await queries.OfAsync(Matter.Author, cancel);
    }
}

/// <summary>The form of a measure, and of lifting one.</summary>
public sealed record SanctionInput
{
    public int Version { get; init; }

    /// <summary>The measure with its duration, as <see cref="SanctionWords"/> writes it.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Measure { get; init; } = "";

    public Ground Ground { get; init; }

    public string? Norm { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Facts { get; init; } = "";

    /// <summary>Number of the decision to lift; null when a measure is taken.</summary>
    public int? Revoke { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Why { get; init; } = "";
}
