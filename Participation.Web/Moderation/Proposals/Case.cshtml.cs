using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Guards;
using Participation.Web.Moderation.Notices;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Proposals;

/// <summary>A proposal, a suggestion for one or a remark on one, as a moderator decides on it.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class CaseModel(
    ParticipationDbContext db, ProposalItems items, Parties parties, DecisionQueries decisions, NoticeQueries notices, FindingQueries findings, ReportedVersions reported, ProposalItemSteps steps, CityClock clock) : PageModel
{
    [BindProperty]
    public CaseInput Input { get; set; } = new();

    public ProposalItem Item { get; private set; } = null!;

    /// <summary>Name of its author; of a proposal, of the organisation that leads.</summary>
    public string Author { get; private set; } = "";

    public IReadOnlyList<DecisionRow> Earlier { get; private set; } = [];

    public IReadOnlyList<NoticeRow> Notices { get; private set; } = [];

    /// <summary>What was reported and does not stand there any more.</summary>
    public IReadOnlyList<KeptText> Reported { get; private set; } = [];

    /// <summary>Why somebody should look, apart from notices.</summary>
    public string Found { get; private set; } = "";

    /// <summary>Whether it is the reader's own, see <see cref="Parties"/>.</summary>
    public bool IsParty { get; private set; }

    public CaseRef At => Item.Matter.At;

    public string Title => At.Title(Item.Matter.Title);

    public CaseForm Form => new(Input, IsParty ? [] : Item.Steps(Notices.Any(notice => notice.Outcome is NoticeOutcome.Open))) { IsGone = Item.What.IsGone };

    public async Task OnGetAsync(int number, int? suggestion, int? remark, CancellationToken cancel)
    {
        await LoadAsync(number, suggestion, remark, cancel);
        Input.Version = Item.What.Version;
    }

    public async Task<IActionResult> OnPostAsync(int number, int? suggestion, int? remark, CancellationToken cancel)
    {
        await LoadAsync(number, suggestion, remark, cancel);
        Input.Check(ModelState);
        ModelState.Limit("Input.Facts", ModerationTexts.Facts, Input.Facts, Decision.FactsMaxLength);
        if (!ModelState.IsValid || Input.Step is not { } step) return this.InvalidPage();
        var order = new CaseOrder(number, Input.Version, User.Actor()) { Norm = CaseInput.Kept(Input.Norm) };
        if (await steps.TakeAsync(step, At, order, Input.Ground, Input.Facts?.Trim() ?? "", cancel) is not { } refusal)
            return this.RedirectWithNotice(step is CaseStep.Hide or CaseStep.Restore ? Links.Case(At) : Links.Moderation, CaseTexts.Done(step));
        if (refusal is NotAllowed) throw new ForbiddenException();
        db.ChangeTracker.Clear();
        await LoadAsync(number, suggestion, remark, cancel);
        var result = this.ConflictPage(refusal, Earlier, clock);
        Input.Version = Item.What.Version;
        return result;
    }

    /// <summary>Without script: the form comes back with the words of a template in it.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(int number, int? suggestion, int? remark, [FromForm(Name = "vorlage")] int? template, [FromServices] TemplateQueries templates, CancellationToken cancel)
    {
        await LoadAsync(number, suggestion, remark, cancel);
        ModelState.Clear();
        if (template is { } chosen && await templates.FindAsync(chosen, cancel) is { } found) Input.With(found);
        return Page();
    }

    private async Task LoadAsync(int number, int? suggestion, int? remark, CancellationToken cancel)
    {
        var at = suggestion is { } made ? CaseRef.OfSuggestion(number, made) : remark is { } said ? CaseRef.OfRemark(number, said) : CaseRef.OfProposal(number);
        Item = await items.FindAsync(at, cancel);
        db.ChangeTracker.Clear();
        var (subject, author, lead) = (Item.Matter.Subject, Item.Matter.Author, Item.Proposal.Lead);
        Author = at.Kind is SubjectKind.Proposal
            ? await db.Organisations.Where(organisation => organisation.Id == lead).Select(organisation => organisation.Name).SingleAsync(cancel)
            : await db.People.Where(person => person.Id == author).Select(person => person.DisplayName).SingleAsync(cancel);
        IsParty = await parties.IsAsync(Item.Matter, User.Actor().Person, cancel);
        Earlier = await decisions.OfAsync(subject, cancel);
        Notices = await notices.OfAsync(subject, cancel);
        if (Notices.Count > 0) Reported = await reported.OfAsync(subject, await CurrentAsync(cancel), cancel);
        Found = await findings.WordsAsync(subject, cancel);
    }

    /// <summary>Version of the text as it stands; null when its author has removed it.</summary>
    private async Task<int?> CurrentAsync(CancellationToken cancel) => Item.What switch
    {
        Proposal proposal => await items.TextVersionAsync(proposal, cancel),
        { IsGone: true } => null,
        _ => Moderated.OnlyVersion,
    };
}
