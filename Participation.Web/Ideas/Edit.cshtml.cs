using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Guards;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Web.Ideas;

/// <summary>An author writes a new version of an idea.</summary>
[Authorize, IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditIdeaModel(ParticipationDbContext db, IdeaFormLists lists, ReviseIdea reviseIdea, IdeaFormCheck check, FormGuard guard) : PageModel, IIdeaForm
{
    [BindProperty]
    public IdeaFormInput Input { get; set; } = new();

    public int Number { get; private set; }

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public string? PreviewHtml { get; private set; }

    public bool TakesImages => true;

    public PersonalData? PersonalData { get; private set; }

    /// <summary>The level that is asked for and missing.</summary>
    public Verification? Missing { get; private set; }

    /// <summary>Whether the text stays as it is now; someone who was already writing still gets the form back.</summary>
    public bool Settled { get; private set; }

    /// <summary>Whether another version came in between.</summary>
    public bool Conflict { get; private set; }

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        var idea = await LoadAsync(number, cancel);
        Input = IdeaDrafts.Of(idea);
        Settled = idea.Status is not (IdeaStatus.Submitted or IdeaStatus.Published or IdeaStatus.UnderReview);
    }

    public async Task<IActionResult> OnPostAsync(int number, string? aktion, [FromServices] TextFormatter texts, [FromServices] FormImages images, CancellationToken cancel)
    {
        var idea = await LoadAsync(number, cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var step = await images.ApplyAsync(this, Input.Body, "Input.Body", cancel);
        Input = Input with { Body = step.Body };
        if (step.Stays) return Page();
        if (aktion == "vorschau")
        {
            var preview = await texts.FormatAsync(Input.Body, IdeaText.BodyMaxLength, cancel);
            PreviewHtml = preview.Value?.Html;
            return preview.Done ? Page() : this.RefusedPage(preview.Refusal, field: "Input.Body");
        }

        if (!check.Passes(this, ModelState, complete: true)) return this.InvalidPage();
        var refusal = await reviseIdea.ExecuteAsync(number, Input.ToInput(""), Input.TextVersion, User.Actor(), cancel);
        if (refusal is ChangedMeanwhile) return ConflictPage(idea, refusal);
        if (refusal is ContainsPersonalData { Found: var found })
        {
            PersonalData = found;
            return this.InvalidPage();
        }

        if (refusal is not null) return this.RefusedPage(refusal, field: refusal.Under("Input.Body"));
        return await db.Ideas.AnyAsync(candidate => candidate.Number == number && candidate.IsHeld, cancel) ? this.RedirectWithNotice(Links.Inbox, GuardTexts.ChangeHeld) : this.RedirectWithNotice(Links.Idea(number), IdeaFormTexts.EditSaved);
    }

    /// <summary>Everything typed stays; sending it once more, knowing what was written in between, is accepted.</summary>
    private PageResult ConflictPage(Idea idea, Domain.Refusal refusal)
    {
        Conflict = true;
        Input = Input with { TextVersion = idea.TextVersion };
        return this.RefusedPage(refusal, IdeaFormTexts.EditConflict);
    }

    private async Task<Idea> LoadAsync(int number, CancellationToken cancel)
    {
        Number = number;
        var idea = await db.Ideas.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (idea.AuthorId != User.Actor().Person) throw new ForbiddenException();
        Missing = await lists.MissingLevelAsync(idea.ProcessId, User.Actor(), cancel);
        Topics = await lists.TopicsAsync(cancel);
        Districts = await lists.DistrictsAsync(cancel);
        return idea;
    }
}
