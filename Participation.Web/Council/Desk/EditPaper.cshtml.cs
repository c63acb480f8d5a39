using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Uploads;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Council.Desk;

/// <summary>Brings a paper in, or changes one.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditPaperModel(PaperForm form, SavePaper save, KeptForms kept, CityClock clock) : PageModel
{
    private const string New = "neu";
    private IEnumerable<WayStep> _onAgendas = [];

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    /// <summary>The paper that is changed; null for a new one.</summary>
    public Paper? Existing { get; private set; }

    /// <summary>What was brought back, if something was.</summary>
    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    public string? Preview { get; private set; }

    /// <summary>The body that leads, as the form says.</summary>
    public string? LeadingBody => Lists.NameOf(Input.Body);

    /// <summary>Its way as everybody will see it: what stands on agendas, and what the form plans.</summary>
    public IReadOnlyList<WayStep> PreviewWay =>
        [.. _onAgendas, .. Input.Planned.Where(step => step.Body is not null).Select(step => new WayStep(new BodyName(0, Lists.NameOf(step.Body) ?? "", null), null, step.Role, step.Role is ConsultationRole.Decision, null, null, null))];

    public PaperFormLists Lists { get; private set; } = null!;

    public AttachmentsField Documents { get; private set; } = null!;

    /// <summary>By which name the form is kept.</summary>
    public string Key => $"paper:{Existing?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? New}";

    public Publication Publication => Existing?.Publication ?? Publication.Draft;

    public async Task OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input = Existing is null ? PaperInput.New(clock) : PaperInput.Of(Existing, Lists, clock);
        Kept = await kept.RestoreAsync(User.Actor(), Key, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input, "Input", values), cancel);
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        KeepOurs();
        await ShowAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Check(ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var plan = await form.PlanAsync(Input, cancel);
        if (!plan.Done) return this.RefusedPage(plan.Refusal, field: plan.Refusal.Under("Input.Summary"));
        var documents = await form.ReceiveAsync(Input.Documents, User.Actor(), cancel);
        await ShowAsync(cancel);
        if (!documents.Done) return this.RefusedPage(documents.Refusal, field: documents.Refusal is DocumentNeedsTitle ? "Input.Documents.Title" : "Input.Documents.File");
        var origins = new PaperOrigins(DeskLists.Numbers(Input.Ideas)!, DeskLists.Numbers(Input.Proposals)!);
        var saved = await save.ExecuteAsync(Existing?.Number, plan.Value, origins, Input.Publish.ToChange(clock), await form.PlannedAsync(Input, cancel), documents.Value, Input.Version, User.Actor(), cancel);
        if (!saved.Done) return await RefusedAsync(saved.Refusal, number, cancel);
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Links.Paper(saved.Value, plan.Value.Name), CouncilDeskTexts.SavedPaper);
    }

    public async Task<IActionResult> OnPostPreviewAsync(string number, [FromServices] FormGuard guard, [FromServices] PaperQueries papers, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        KeepOurs();
        await ShowAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var plan = await form.PlanAsync(Input, cancel);
        Preview = plan.Value?.Summary.Html;
        if (Existing is not null) _onAgendas = (await papers.OneAsync(Existing.Number, cancel))?.Way.Where(step => step.Item is not null) ?? [];
        return plan.Done ? Page() : this.RefusedPage(plan.Refusal, field: plan.Refusal.Under("Input.Summary"));
    }

    public async Task<IActionResult> OnPostDeleteAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        await ShowAsync(cancel);
        if (Existing is null) throw new NotFoundException();
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var deleted = await save.DeleteAsync(Existing.Number, User.Actor(), cancel);
        return deleted.Done ? this.RedirectWithNotice(Links.ManageCouncilOf(DeskArea.Papers), CouncilDeskTexts.Deleted) : await RefusedAsync(deleted.Refusal, number, cancel);
    }

    /// <summary>Only where it comes from is in the form of a paper from elsewhere; nothing that is sent in place of the rest counts.</summary>
    private void KeepOurs()
    {
        if (Existing is not { IsImported: true } paper) return;
        var sent = Input;
        Input = PaperInput.Of(paper, Lists, clock);
        (Input.Version, Input.Ideas, Input.Proposals) = (sent.Version, sent.Ideas, sent.Proposals);
    }

    private async Task<PageResult> RefusedAsync(Refusal refusal, string number, CancellationToken cancel)
    {
        if (refusal is ChangedMeanwhile && Existing is not null)
        {
            await LoadAsync(number, cancel);
            Conflict = await form.ConflictAsync(Existing!, Lists, Input, cancel);
            Input.Version = Existing!.Version;
            return this.ConflictPage();
        }

        return this.RefusedPage(refusal, field: refusal switch { UnknownIdeas or TooManyOrigins => "Input.Ideas", UnknownProposals => "Input.Proposals", BodyIsNotPublic => "Input.Body", _ => PublishInput.FieldOf(refusal) });
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        Existing = number == New ? null : await form.FindAsync(number, cancel) ?? throw new NotFoundException();
        Lists = await form.ListsAsync(Existing, cancel);
    }

    private async Task ShowAsync(CancellationToken cancel) =>
        Documents = await form.DocumentsAsync(Existing is null ? null : Subject.Of(Existing.Id), Input.Documents, cancel);
}

/// <summary>What the form of a paper sends.</summary>
public sealed class PaperInput
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? Reference { get; set; }

    public DateOnly? Date { get; set; }

    public string? Type { get; set; }

    public int? Body { get; set; }

    public string? Summary { get; set; }

    public string? Ideas { get; set; }

    public string? Proposals { get; set; }

    public List<PlannedInput> Planned { get; set; } = [];

    public AttachmentsInput? Documents { get; set; }

    public PublishInput Publish { get; set; } = new();

    /// <summary>Lines for planned steps that a form has at least.</summary>
    public const int PlannedLines = 4;

    /// <summary>Most planned steps of a form; a paper whose items were taken off agendas may have more than there are lines at first.</summary>
    public const int MostPlanned = 40;

    public static PaperInput New(CityClock clock) => new PaperInput { Date = clock.Today, Type = "Vorlage" }.Complete();

    public static PaperInput Of(Paper paper, PaperFormLists lists, CityClock clock) => new PaperInput
    {
        Version = paper.Version, Name = paper.Name, Reference = paper.Reference, Date = paper.Date, Type = paper.PaperType, Body = lists.Leading, Summary = paper.Summary.Markdown,
        Ideas = string.Join(", ", lists.Ideas), Proposals = string.Join(", ", lists.Proposals), Publish = PublishInput.Of(paper.Publication, clock),
        Planned = [.. lists.Planned.Select(step => new PlannedInput { Body = step.Body, Role = step.Role })],
    }.Complete();

    /// <summary>Room for every line.</summary>
    public PaperInput Complete()
    {
        while (Planned.Count < PlannedLines) Planned.Add(new PlannedInput());
        return this;
    }

    public void Check(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, CityClock clock)
    {
        Complete();
        state.Require("Input.Name", CouncilDeskTexts.FieldPaperName, Name, Paper.NameMaxLength);
        state.Limit("Input.Reference", CouncilDeskTexts.FieldReference, Reference, Paper.ReferenceMaxLength);
        state.Limit("Input.Type", CouncilDeskTexts.FieldType, Type, Paper.TypeMaxLength);
        state.Limit("Input.Summary", CouncilDeskTexts.FieldSummary, MarkdownText.Source(Summary), Paper.SummaryMaxLength);
        if (DeskLists.Numbers(Ideas) is null) state.AddModelError("Input.Ideas", CouncilDeskTexts.NotNumbers);
        if (DeskLists.Numbers(Proposals) is null) state.AddModelError("Input.Proposals", CouncilDeskTexts.NotNumbers);
        Publish.Check(state, clock);
    }
}

/// <summary>A planned step as it is typed.</summary>
public sealed class PlannedInput
{
    public int? Body { get; set; }

    public ConsultationRole Role { get; set; } = ConsultationRole.Recommendation;
}

/// <summary>What the form of a paper shows beside its fields.</summary>
public sealed record PaperFormLists(
    IReadOnlyList<SelectListItem> Bodies, IReadOnlyList<SelectListItem> NoBodies, int? Leading, IReadOnlyList<int> Ideas, IReadOnlyList<int> Proposals, IReadOnlyList<(int? Body, ConsultationRole Role)> Planned, IReadOnlyList<(string Body, int Meeting, string MeetingName)> OnAgendas)
{
    /// <summary>What a body is called, by its number.</summary>
    public string? NameOf(int? body) => body is { } number ? Bodies.FirstOrDefault(item => item.Value == DeskLists.Number(number))?.Text : null;
}

/// <summary>Reads and prepares what the form of a paper needs.</summary>
public sealed class PaperForm(ParticipationDbContext db, DeskLists lists, TextFormatter texts, Attachments attachments, LastChange last, CityClock clock)
{
    public Task<Paper?> FindAsync(string number, CancellationToken cancel) => int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var known)
        ? db.Papers.AsNoTracking().SingleOrDefaultAsync(paper => paper.Number == known && paper.DeletedAt == null, cancel) : Task.FromResult<Paper?>(null);

    public async Task<PaperFormLists> ListsAsync(Paper? paper, CancellationToken cancel)
    {
        var (all, none) = (await lists.BodiesAsync(SharedTexts.PleaseChoose, cancel), CouncilDeskTexts.PlannedNone);
        IReadOnlyList<SelectListItem> optional = [new(none, ""), .. all.Skip(1)];
        if (paper is null) return new PaperFormLists(all, optional, null, [], [], [], []);
        var leading = await db.Bodies.AsNoTracking().Where(body => body.Id == paper.UnderDirectionOfId).Select(body => (int?)body.Number).SingleOrDefaultAsync(cancel);
        var ideas = await db.Ideas.AsNoTracking().Where(idea => db.Set<PaperIdea>().Any(origin => origin.PaperId == paper.Id && origin.IdeaId == idea.Id)).OrderBy(idea => idea.Number).Select(idea => idea.Number ?? 0).ToListAsync(cancel);
        var proposals = await db.Proposals.AsNoTracking().Where(proposal => db.Set<PaperProposal>().Any(origin => origin.PaperId == paper.Id && origin.ProposalId == proposal.Id)).OrderBy(proposal => proposal.Number).Select(proposal => proposal.Number).ToListAsync(cancel);
        var steps = await (
            from step in db.Consultations.AsNoTracking()
            join body in db.Bodies on step.BodyId equals body.Id
            join m in db.Meetings on step.MeetingId equals m.Id into meetings
            from meeting in meetings.DefaultIfEmpty()
            where step.PaperId == paper.Id && step.DeletedAt == null
            orderby step.Number
            select new { step.Role, step.AgendaItemId, Body = body.Number, body.Name, Meeting = meeting == null ? (int?)null : meeting.Number, MeetingName = meeting == null ? "" : meeting.Name }).ToListAsync(cancel);
        return new PaperFormLists(all, optional, leading, ideas, proposals,
            [.. steps.Where(step => step.AgendaItemId is null).Select(step => ((int?)step.Body, step.Role))], [.. steps.Where(step => step.AgendaItemId is not null).Select(step => (step.Name, step.Meeting ?? 0, step.MeetingName))]);
    }

    public async Task<Outcome<PaperPlan>> PlanAsync(PaperInput input, CancellationToken cancel)
    {
        var summary = await texts.FormatAsync(input.Summary, Paper.SummaryMaxLength, cancel);
        if (!summary.Done) return summary.Refusal;
        return new PaperPlan((input.Name ?? "").Trim(), Trimmed(input.Reference), input.Date, Trimmed(input.Type), await lists.BodyAsync(input.Body, cancel), summary.Value);
    }

    public async Task<IReadOnlyList<PlannedStep>> PlannedAsync(PaperInput input, CancellationToken cancel)
    {
        var planned = new List<PlannedStep>();
        foreach (var step in input.Planned.Where(step => step.Body is not null).Take(PaperInput.MostPlanned))
            if (await lists.BodyAsync(step.Body, cancel) is { } body) planned.Add(new PlannedStep(body, step.Role));
        return planned;
    }

    public async Task<Outcome<IReadOnlyList<int>>> ReceiveAsync(AttachmentsInput? input, Domain.Accounts.Actor actor, CancellationToken cancel) =>
        input is null ? new Outcome<IReadOnlyList<int>>([], null) : await attachments.ReceiveAsync(input, actor, cancel);

    public Task<AttachmentsField> DocumentsAsync(Subject? subject, AttachmentsInput? input, CancellationToken cancel) => attachments.FieldAsync(subject, input, cancel);

    public async Task<EditConflict> ConflictAsync(Paper paper, PaperFormLists shown, PaperInput mine, CancellationToken cancel)
    {
        var (theirs, (by, at)) = (PaperInput.Of(paper, shown, clock), await last.OfAsync(Subject.Of(paper.Id), cancel));
        List<ConflictField> origins = [new(CouncilDeskTexts.FieldIdeas, theirs.Ideas, mine.Ideas), new(CouncilDeskTexts.FieldProposals, theirs.Proposals, mine.Proposals)];
        if (paper.IsImported) return EditConflict.Of(by, at, origins);
        return EditConflict.Of(by, at,
        [
            new(CouncilDeskTexts.FieldPaperName, theirs.Name, mine.Name), new(CouncilDeskTexts.FieldReference, theirs.Reference, mine.Reference), new(CouncilDeskTexts.FieldType, theirs.Type, mine.Type),
            new(CouncilDeskTexts.FieldDate, $"{theirs.Date:d}", $"{mine.Date:d}"), ConflictField.Of(CouncilDeskTexts.FieldLeading, shown.Bodies, theirs.Body, mine.Body), new(CouncilDeskTexts.FieldSummary, theirs.Summary, mine.Summary),
            .. origins,
            new(CouncilDeskTexts.Planned, Steps(theirs, shown), Steps(mine, shown)), await attachments.ConflictAsync(Subject.Of(paper.Id), mine.Documents, cancel), mine.Publish.Renew(paper.Publication, clock),
        ]);
    }

    private static string Steps(PaperInput input, PaperFormLists shown) => string.Join("\n\n", input.Planned.Where(step => step.Body is not null)
        .Select(step => $"{shown.NameOf(step.Body)}, {CouncilWords.Of(step.Role)}"));

    internal static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
