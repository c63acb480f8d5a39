using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Sanctions;

/// <summary>A measure against the author of a contribution, and lifting one.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class SanctionModel(Matters matters, SanctionQueries queries, SanctionAuthor sanction, RevokeDecision revoke, CityClock clock) : PageModel
{
    [BindProperty]
    public SanctionInput Input { get; set; } = new();

    public Matter Matter { get; private set; } = null!;

    public AuthorRecord Author { get; private set; } = null!;

    /// <summary>Why no measure can be taken, or null.</summary>
    public Refusal? Excluded => Author.Person.Id == User.Actor().Person ? new NotAllowed() : Author.Person.CheckSanction();

    /// <summary>Where the contribution is decided on.</summary>
    public string Case => Matter.Comment is { } comment ? Links.ModerateComment(Matter.Idea, comment) : Links.ModerateIdea(Matter.Idea);

    /// <summary>Measures that can be lifted, to choose from.</summary>
    public IReadOnlyList<SelectListItem> Running => [.. Author.Measures.Where(measure => measure.IsRunning(clock.Now)).Select(measure => new SelectListItem(SanctionWords.Of(measure), measure.Number.ToString(CultureInfo.InvariantCulture)))];

    public async Task OnGetAsync(int idea, int? comment, CancellationToken cancel)
    {
        await LoadAsync(idea, comment, cancel);
        Input = new SanctionInput { Version = Author.Person.Version };
    }

    public async Task<IActionResult> OnPostAsync(int idea, int? comment, CancellationToken cancel)
    {
        await LoadAsync(idea, comment, cancel);
        if (Input.Revoke is not null) return await RevokeAsync(Input.Revoke.Value, idea, comment, cancel);
        ModelState.Clear();
        var chosen = SanctionWords.Read(Input.Measure);
        if (chosen is null) ModelState.Missing("Input.Measure", SanctionsTexts.Measure);
        if (Input.Ground is Ground.None or Ground.Imported or Ground.Duplicate or Ground.ToBeChecked || !Enum.IsDefined(Input.Ground)) ModelState.Missing("Input.Ground", ModerationTexts.Ground);
        CaseInput.CheckNorm(ModelState, Input.Ground, Input.Norm);
        ModelState.Require("Input.Facts", ModerationTexts.Facts, Input.Facts, Decision.FactsMaxLength);
        if (!ModelState.IsValid || chosen is not var (measure, hours)) return this.InvalidPage();
        var refusal = await sanction.ExecuteAsync(new SanctionOrder(idea, comment, Input.Version, measure, hours, Input.Ground, Input.Facts, User.Actor()) { Norm = CaseInput.Kept(Input.Norm) }, cancel);
        return refusal is null ? this.RedirectWithNotice(Case, SanctionsTexts.Done) : await RefusedAsync(refusal, idea, comment, cancel);
    }

    private async Task<IActionResult> RevokeAsync(int number, int idea, int? comment, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.Require("Input.Why", SanctionsTexts.Why, Input.Why, Decision.FactsMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await revoke.ExecuteAsync(number, Input.Why, null, User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.Sanction(idea, comment), SanctionsTexts.Lifted) : await RefusedAsync(refusal, idea, comment, cancel);
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, int idea, int? comment, CancellationToken cancel)
    {
        await LoadAsync(idea, comment, cancel);
        Input = Input with { Version = Author.Person.Version };
        return this.RefusedPage(refusal);
    }

    private async Task LoadAsync(int idea, int? comment, CancellationToken cancel)
    {
        Matter = await matters.FindAsync(idea, comment, cancel);
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
