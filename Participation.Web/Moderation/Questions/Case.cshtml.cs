using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Guards;
using Participation.Web.Moderation.Notices;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Questions;

/// <summary>A question to a meeting, as a moderator decides on it.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class CaseModel(ParticipationDbContext db, QuestionCases cases, DecisionQueries decisions, NoticeQueries notices, FindingQueries findings, QuestionSteps steps, CityClock clock) : PageModel
{
    [BindProperty]
    public CaseInput Input { get; set; } = new();

    public QuestionCase Item { get; private set; } = null!;

    /// <summary>Name of its author.</summary>
    public string Author { get; private set; } = "";

    public IReadOnlyList<DecisionRow> Earlier { get; private set; } = [];

    public IReadOnlyList<NoticeRow> Notices { get; private set; } = [];

    /// <summary>Why somebody should look, apart from notices.</summary>
    public string Found { get; private set; } = "";

    /// <summary>Whether it is the reader's own.</summary>
    public bool IsParty => Item.Matter.Author == User.Actor().Person;

    public CaseRef At => Item.Matter.At;

    public string Title => At.Title(Item.Matter.Title);

    public CaseForm Form => new(Input, IsParty ? [] : Item.Steps(Notices.Any(notice => notice.Outcome is NoticeOutcome.Open))) { IsGone = Item.Question.IsGone };

    public async Task OnGetAsync(int number, int question, CancellationToken cancel)
    {
        await LoadAsync(number, question, cancel);
        Input.Version = Item.Question.Version;
    }

    public async Task<IActionResult> OnPostAsync(int number, int question, CancellationToken cancel)
    {
        await LoadAsync(number, question, cancel);
        Input.Check(ModelState);
        ModelState.Limit("Input.Facts", ModerationTexts.Facts, Input.Facts, Decision.FactsMaxLength);
        if (!ModelState.IsValid || Input.Step is not { } step) return this.InvalidPage();
        var order = new CaseOrder(number, Input.Version, User.Actor()) { Norm = CaseInput.Kept(Input.Norm) };
        // In the room one goes on with the meeting; who came from the queue finds it from there.
        if (await steps.TakeAsync(step, At, order, Input.Ground, Input.Facts?.Trim() ?? "", cancel) is not { } refusal) return this.RedirectWithNotice(Links.MeetingDesk(number), CaseTexts.Done(step));
        if (refusal is NotAllowed) throw new ForbiddenException();
        await LoadAsync(number, question, cancel);
        var result = this.ConflictPage(refusal, Earlier, clock);
        Input.Version = Item.Question.Version;
        return result;
    }

    /// <summary>Without script: the form comes back with the words of a template in it.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(int number, int question, [FromForm(Name = "vorlage")] int? template, [FromServices] TemplateQueries templates, CancellationToken cancel)
    {
        await LoadAsync(number, question, cancel);
        ModelState.Clear();
        if (template is { } chosen && await templates.FindAsync(chosen, cancel) is { } found) Input.With(found);
        return Page();
    }

    private async Task LoadAsync(int number, int question, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        Item = await cases.FindAsync(CaseRef.OfQuestion(number, question), cancel);
        // Whoever decides reads everything anew, under the locks.
        db.ChangeTracker.Clear();
        var author = Item.Matter.Author;
        Author = await db.People.Where(person => person.Id == author).Select(person => person.DisplayName).SingleAsync(cancel);
        Earlier = await decisions.OfAsync(Item.Matter.Subject, cancel);
        Notices = await notices.OfAsync(Item.Matter.Subject, cancel);
        Found = await findings.WordsAsync(Item.Matter.Subject, cancel);
    }
}
