using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Desk;

/// <summary>Several cases with one statement of reasons: looked at once more, then decided one by one.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class BulkModel(BulkQueries queries, DecideBulk decide, TemplateQueries templates, CityClock clock) : PageModel
{
    /// <summary>The cases that were chosen in the queue.</summary>
    [BindProperty(SupportsGet = true, Name = "fall")]
    public List<CaseRef> Cases { get; set; } = [];

    /// <summary>A case whose author's contributions are shown instead.</summary>
    [BindProperty(SupportsGet = true, Name = "von")]
    public CaseRef OfAuthor { get; set; }

    /// <summary>Whether all of them are chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "alle")]
    public bool All { get; set; }

    /// <summary>What is decided on, in the versions that were looked at.</summary>
    [BindProperty(Name = "auswahl")]
    public List<CaseVersion> Chosen { get; set; } = [];

    [BindProperty]
    public CaseInput Input { get; set; } = new();

    public IReadOnlyList<BulkRow> Rows { get; private set; } = [];

    /// <summary>Why a case was not decided, by case.</summary>
    public IReadOnlyDictionary<CaseRef, string> Reasons { get; private set; } = new Dictionary<CaseRef, string>();

    /// <summary>Whether more was asked for than can be decided on at once.</summary>
    public bool IsCut { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        List<CaseRef> asked = [.. Cases.Where(at => at != default).Distinct()];
        IsCut = asked.Count > DecideBulk.Most;
        Rows = OfAuthor != default ? await queries.OfAuthorAsync(OfAuthor, cancel) : await queries.FindAsync([.. asked.Take(DecideBulk.Most)], cancel);
        // What was chosen in the queue was looked at there; an author's texts were not.
        Chosen = OfAuthor != default && !All ? [] : [.. Rows.Where(row => row.Step is not null).Select(row => new CaseVersion(row.At, row.Version))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        // Both measures that come of it need the same: a ground and the facts.
        Input.Step = CaseStep.Hide;
        Input.Check(ModelState);
        if (Chosen.Count == 0) ModelState.AddModelError("auswahl", DeskTexts.BulkNothing);
        if (Chosen.Count > DecideBulk.Most) ModelState.AddModelError("auswahl", DeskTexts.BulkTooMany.With(DecideBulk.Most));
        if (!ModelState.IsValid) return this.InvalidPage();
        var outcome = await decide.ExecuteAsync(Chosen, Input.Ground, Input.Facts ?? "", CaseInput.Kept(Input.Norm), User.Actor(), cancel);
        if (outcome.Refused.Count == 0) return this.RedirectWithNotice(Links.Moderation, Counted.Of(outcome.Done, DeskTexts.BulkDoneOne, DeskTexts.BulkDoneMany));
        return await RefusedAsync(outcome, cancel);
    }

    /// <summary>Without script: the form comes back with the words of a template in it.</summary>
    public async Task<IActionResult> OnPostTemplateAsync([FromForm(Name = "vorlage")] int? template, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (template is { } number && await templates.FindAsync(number, cancel) is { } found) Input.With(found);
        return Page();
    }

    public bool IsChosen(BulkRow row) => Chosen.Exists(item => item.At == row.At && item.Version == row.Version);

    private async Task LoadAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        Chosen = [.. Chosen.Where(item => item != default).DistinctBy(item => item.At)];
        List<CaseRef> shown = [.. Cases.Concat(Chosen.Select(item => item.At)).Where(at => at != default).Distinct().Take(DecideBulk.Most)];
        Rows = await queries.FindAsync(shown, cancel);
    }

    private async Task<PageResult> RefusedAsync(BulkOutcome outcome, CancellationToken cancel)
    {
        Rows = await queries.FindAsync([.. outcome.Refused.Keys], cancel);
        var last = await queries.LastDecisionsAsync(Rows, cancel);
        Reasons = Rows.ToDictionary(row => row.At, row => Why(outcome.Refused[row.At], last.GetValueOrDefault(row.Subject.Id)));
        Chosen = [];
        ModelState.AddModelError("", DeskTexts.BulkPartly.With(outcome.Done, outcome.Refused.Count));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private string Why(Refusal refusal, LastDecision? last) => refusal is ChangedMeanwhile or StepNotPossible or Domain.Discussions.CommentIsClosed && last is not null
        ? DeskTexts.BulkDecidedBy.With(last.By ?? ModerationTexts.Automatic, CaseTexts.Of(last.Measure), clock.Time(last.At)) : Refusals.Text(refusal);
}
