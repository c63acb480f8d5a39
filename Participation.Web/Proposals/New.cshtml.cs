using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>Begins a proposal: for organisations one speaks for, or as moderator for any.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class NewModel(ParticipationDbContext db, StartProposal start, TimeProvider clock) : PageModel
{
    private const int MostOrganisations = 300;

    [BindProperty]
    public NewProposalInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>The ideas that were chosen, as far as everyone may read them.</summary>
    public IReadOnlyList<SourceIdea> Sources { get; private set; } = [];

    public async Task OnGetAsync(int[] idee, CancellationToken cancel)
    {
        Input = new NewProposalInput { Key = SubmissionKey.New(clock.GetUtcNow()), Ideas = string.Join(", ", idee.Take(Proposal.MostIdeas).Select(number => number.ToString(CultureInfo.InvariantCulture))) };
        await LoadAsync(cancel);
        Input = Input with { Title = Sources is [var only] ? only.Title : null, Lead = Organisations.Count == 1 ? Organisations[0].Value : null };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        ModelState.CheckTexts(Input.Title, Input.Summary);
        ModelState.CheckReaders(Input.Readers);
        ModelState.Limit("Input.Ideas", ProposalsTexts.FieldIdeas, Input.Ideas, NewProposalInput.IdeasMaxLength);
        if (!Guid.TryParse(Input.Lead, out var lead)) ModelState.AddModelError("Input.Lead", ProposalsTexts.ChooseLead);
        if (Input.Numbers is null) ModelState.AddModelError("Input.Ideas", ProposalsTexts.IdeasUnclear);
        if (Input.Key.Length is 0 or > Proposal.SubmissionKeyMaxLength) return BadRequest();
        if (!ModelState.IsValid) return this.InvalidPage();
        var begun = await start.ExecuteAsync(new NewProposal(Input.Title!.Trim(), Input.Summary.Trim(), lead, Input.Numbers!, Input.Readers is ProposalForm.Everyone, Input.Key), User.Actor(), cancel);
        if (begun.Done) return this.RedirectWithNotice(Links.Proposal(begun.Value), ProposalsTexts.Begun);
        return this.RefusedPage(begun.Refusal, field: begun.Refusal is SourceIdeaIsNotPublic or TooManySourceIdeas ? "Input.Ideas" : begun.Refusal is ProposalNeedsTitle ? "Input.Title" : "");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var actor = User.Actor();
        var organisations = actor.IsModerator
            ? [.. (await db.Organisations.AsNoTracking().OrderBy(organisation => organisation.Name).Take(MostOrganisations).Select(organisation => new { organisation.Id, organisation.Name }).ToListAsync(cancel)).Select(organisation => (organisation.Id.Value, organisation.Name))]
            : await Speaking.OrganisationsAsync(db, actor, cancel);
        if (organisations.Count == 0) throw new ForbiddenException();
        IEnumerable<SelectListItem> choices = organisations.Select(organisation => new SelectListItem(organisation.Item2, organisation.Item1.ToString()));
        Organisations = organisations.Count == 1 ? [.. choices] : [new SelectListItem(SharedTexts.PleaseChoose, ""), .. choices];
        var numbers = (Input.Numbers ?? []).Take(Proposal.MostIdeas).Select(number => (int?)number).ToList();
        Sources = await db.Ideas.ThatArePublic().Where(idea => numbers.Contains(idea.Number)).OrderBy(idea => idea.Number)
            .Select(idea => new SourceIdea(idea.Number ?? 0, idea.Title, db.People.Where(person => person.Id == idea.AuthorId).Select(person => person.DisplayName).First(), null)).ToListAsync(cancel);
    }
}
