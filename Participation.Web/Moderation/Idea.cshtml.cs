using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Guards;
using Participation.Web.Moderation.Notices;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>One idea as a moderator decides on it.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class IdeaModel(ParticipationDbContext db, DecisionQueries decisions, NoticeQueries notices, FindingQueries findings, ReportedVersions reported, MergeQueries similar, CityClock clock, IdeaSteps steps) : PageModel
{
    [BindProperty]
    public CaseInput Input { get; set; } = new();

    public Idea Idea { get; private set; } = null!;

    public string Author { get; private set; } = "";

    public string Process { get; private set; } = "";

    /// <summary>Topic and district.</summary>
    public string Filed { get; private set; } = "";

    /// <summary>Ideas that sound alike, in case it is one that exists already.</summary>
    public IReadOnlyList<MergeCandidate> Similar { get; private set; } = [];

    public IReadOnlyList<DecisionRow> Earlier { get; private set; } = [];

    /// <summary>Why somebody should look, apart from notices.</summary>
    public string Found { get; private set; } = "";

    /// <summary>What was reported and does not stand there any more.</summary>
    public IReadOnlyList<KeptText> Reported { get; private set; } = [];

    public IReadOnlyList<NoticeRow> Notices { get; private set; } = [];

    public CaseForm Form => new(Input, [.. KeepIfReported(), .. Steps(), .. LockIfPublic()]);

    /// <summary>What is held back is kept by bringing it back.</summary>
    private IEnumerable<CaseStep> KeepIfReported() => Notices.Any(notice => notice.Outcome is Domain.Moderation.NoticeOutcome.Open) && !Idea.IsHeld ? [CaseStep.Keep] : Idea.NeedsLook && Idea.IsReadable ? [CaseStep.Seen] : [];

    private IEnumerable<CaseStep> LockIfPublic() => Idea.IsPublic ? [Idea.LockReason is null ? CaseStep.Lock : CaseStep.Unlock] : [];

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input.Version = Idea.Version;
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input.Check(ModelState);
        if (!ModelState.IsValid || Input.Step is not { } step) return this.InvalidPage();
        if (await steps.TakeAsync(step, new CaseOrder(number, Input.Version, User.Actor()) { Norm = CaseInput.Kept(Input.Norm) }, Input.Ground, Input.Facts ?? "", cancel) is not { } refusal)
            return this.RedirectWithNotice(step is CaseStep.Publish or CaseStep.Decline or CaseStep.Keep or CaseStep.Seen ? Links.Moderation : Links.ModerateIdea(number), CaseTexts.Done(step));
        await LoadAsync(number, cancel);
        var result = this.ConflictPage(refusal, Earlier, clock);
        Input.Version = Idea.Version;
        return result;
    }

    /// <summary>Without script: the form comes back with the words of a template in it.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(int number, [FromForm(Name = "vorlage")] int? template, [FromServices] TemplateQueries templates, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        ModelState.Clear();
        if (template is { } chosen && await templates.FindAsync(chosen, cancel) is { } found) Input.With(found);
        return Page();
    }

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        Idea = await db.Ideas.AsNoTracking().SingleOrDefaultAsync(idea => idea.Number == number && idea.Status != IdeaStatus.Draft, cancel) ?? throw new NotFoundException();
        Author = await db.People.AsNoTracking().Where(person => person.Id == Idea.AuthorId).Select(person => person.DisplayName).SingleAsync(cancel);
        Process = await db.Processes.AsNoTracking().Where(process => process.Id == Idea.ProcessId).Select(process => process.Title).SingleAsync(cancel);
        var (topic, district) = (Idea.TopicKey, Idea.DistrictKey);
        Filed = string.Join(" · ", new[]
        {
            await db.Topics.AsNoTracking().Where(candidate => candidate.Key == topic).Select(candidate => candidate.Name).SingleOrDefaultAsync(cancel),
            await db.Districts.AsNoTracking().Where(candidate => candidate.Key == district).Select(candidate => candidate.Name).SingleOrDefaultAsync(cancel),
        }.OfType<string>());
        if (Idea.CanMerge && await similar.SideAsync(number, cancel) is { } side) Similar = await similar.CandidatesAsync(side, cancel);
        Earlier = await decisions.OfAsync(Subject.Of(Idea.Id), cancel);
        Notices = await notices.OfAsync(Subject.Of(Idea.Id), cancel);
        if (Notices.Count > 0) Reported = await reported.OfAsync(Subject.Of(Idea.Id), Idea.ErasedAt is null ? Idea.TextVersion : null, cancel);
        Found = await findings.WordsAsync(Subject.Of(Idea.Id), cancel);
    }

    private IReadOnlyList<CaseStep> Steps() => (Idea.HiddenAt, Idea.Status) switch
    {
        (not null, _) => Idea.PublishedAt is null ? [] : Idea.IsHeld ? [CaseStep.Restore, CaseStep.Hide] : [CaseStep.Restore],
        (_, IdeaStatus.Submitted) => [CaseStep.Publish, CaseStep.Decline],
        (_, IdeaStatus.Published) => [CaseStep.Review, CaseStep.Hide],
        (_, IdeaStatus.Accepted or IdeaStatus.PartlyAccepted) => [CaseStep.Implement, CaseStep.Hide],
        (_, IdeaStatus.InImplementation) => [CaseStep.Complete, CaseStep.Hide],
        _ when Idea.IsReadable => [CaseStep.Hide],
        _ => [],
    };
}
