using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>Writes the administration's answer to an idea.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class AnswerModel(ParticipationDbContext db, AnswerIdea answerIdea, TextFormatter texts, FormGuard guard) : PageModel
{
    private OrganisationId? _responsible;
    private string? _unit;

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>The answer as it will look; null until it was asked for.</summary>
    public string? Preview { get; private set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> Outcomes =>
    [
        new(ModerationTexts.OutcomeInterim, nameof(AnswerOutcome.Interim)), new(ModerationTexts.OutcomeAccepted, nameof(AnswerOutcome.Accepted)),
        new(ModerationTexts.OutcomePartlyAccepted, nameof(AnswerOutcome.PartlyAccepted)), new(ModerationTexts.OutcomeRejected, nameof(AnswerOutcome.Rejected)),
    ];

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        var version = await LoadAsync(number, cancel);
        Input = Input with { Version = version, Organisation = _responsible?.Value, Unit = _unit };
    }

    public async Task<IActionResult> OnPostAsync(int number, string? aktion, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        if (aktion == "vorschau")
        {
            var preview = await texts.FormatAsync(Input.Text, OfficialAnswer.TextMaxLength, cancel);
            Preview = preview.Value?.Html;
            return preview.Done ? Page() : this.RefusedPage(preview.Refusal, field: "Input.Text");
        }

        ModelState.Require("Input.Text", ModerationTexts.AnswerBody, MarkdownText.Source(Input.Text), OfficialAnswer.TextMaxLength);
        if (Input.Organisation is null) ModelState.Missing("Input.Organisation", ModerationTexts.AnswerOrganisation);
        else if (!Organisations.Any(organisation => organisation.Value == Input.Organisation.Value.ToString())) ModelState.AddModelError("Input.Organisation", ModerationTexts.AnswerOrganisationUnknown);
        if ((Input.Unit ?? "").Length > OfficialAnswer.UnitMaxLength) ModelState.Require("Input.Unit", ModerationTexts.AnswerUnit, Input.Unit, OfficialAnswer.UnitMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var text = await texts.FormatAsync(Input.Text, OfficialAnswer.TextMaxLength, cancel);
        if (!text.Done) return this.RefusedPage(text.Refusal, field: "Input.Text");
        var draft = new AnswerDraft(Input.Outcome, text.Value, Input.Organisation is { } id ? OrganisationId.From(id) : null, Input.Unit, Input.NextDate);
        var refusal = await answerIdea.ExecuteAsync(number, draft, Input.Version, User.Actor(), cancel);
        if (refusal is null) return this.RedirectWithNotice(Links.Idea(number, Title), ModerationTexts.AnswerDone);
        if (refusal is ChangedMeanwhile) Input = Input with { Version = await LoadAsync(number, cancel) };
        return this.RefusedPage(refusal);
    }

    private async Task<int> LoadAsync(int number, CancellationToken cancel)
    {
        var idea = await db.Ideas.AsNoTracking().Where(candidate => candidate.Number == number)
            .Select(candidate => new { candidate.Title, candidate.Version, candidate.Summary, candidate.Body.Html, candidate.ResponsibleOrganisationId, candidate.ResponsibleUnit }).SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException();
        (Number, Title, Summary, Html) = (number, idea.Title, idea.Summary, idea.Html);
        (_responsible, _unit) = (idea.ResponsibleOrganisationId, idea.ResponsibleUnit);
        Organisations = [new(SharedTexts.PleaseChoose, ""), .. (await db.Organisations.AsNoTracking().OrderBy(organisation => organisation.Name).Take(200).Select(organisation => new { organisation.Id, organisation.Name }).ToListAsync(cancel))
            .Select(organisation => new SelectListItem(organisation.Name, organisation.Id.Value.ToString()))];
        return idea.Version;
    }
}

/// <summary>What the form of an answer sends.</summary>
public sealed record AnswerInput
{
    public int Version { get; init; }

    public AnswerOutcome Outcome { get; init; }

    public string? Text { get; init; }

    public Guid? Organisation { get; init; }

    public string? Unit { get; init; }

    public DateOnly? NextDate { get; init; }
}
