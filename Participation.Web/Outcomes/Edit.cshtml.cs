using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Outcomes;
using Participation.Domain.Uploads;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Outcomes;

/// <summary>Writes the result of a process.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditModel(ResultForm form, SaveResult save, KeptForms kept, CityClock clock) : PageModel
{
    private const string New = "neu";

    [BindProperty]
    public ResultInput Input { get; set; } = new();

    /// <summary>The result that is changed; null for a new one.</summary>
    public ProcessResult? Existing { get; private set; }

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>Both parts as they will look, with their blocks; null until it was asked for.</summary>
    public IReadOnlyList<IReadOnlyList<TextPart>>? Preview { get; private set; }

    public IReadOnlyList<SelectListItem> Processes { get; private set; } = [];

    public AttachmentsField Documents { get; private set; } = null!;

    /// <summary>By which name the form is kept.</summary>
    public string Key => Existing is null ? $"result:{New}" : KeepKeyOf(Existing);

    internal static string KeepKeyOf(ProcessResult result) => string.Create(CultureInfo.InvariantCulture, $"result:{result.Number}");

    public Publication Publication => Existing?.Publication ?? Publication.Draft;

    public async Task OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing is not null) Input = ResultInput.Of(Existing, clock);
        Kept = await kept.RestoreAsync(User.Actor(), Key, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input, "Input", values), cancel);
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        await ShowAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Check(ModelState, Existing is null, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var plan = await form.PlanAsync(Input, cancel);
        if (!plan.Done) return this.RefusedPage(plan.Refusal, field: plan.Refusal.Under("Input.Adopted"));
        await form.CheckBlocksAsync(plan.Value, ModelState, cancel);
        if (!ModelState.IsValid) return this.InvalidPage();
        var documents = await form.ReceiveAsync(Input.Documents, User.Actor(), cancel);
        await ShowAsync(cancel);
        if (!documents.Done) return this.RefusedPage(documents.Refusal, field: documents.Refusal is DocumentNeedsTitle ? "Input.Documents.Title" : "Input.Documents.File");
        var saved = await save.ExecuteAsync(Existing?.Number, Input.Process, plan.Value, Input.Publish.ToChange(clock), Input.Note, documents.Value, Input.Version, User.Actor(), cancel);
        if (!saved.Done) return await RefusedAsync(saved.Refusal, number, cancel);
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Links.Result(saved.Value, plan.Value.Title), ResultsTexts.Saved);
    }

    public async Task<IActionResult> OnPostPreviewAsync(string number, [FromServices] FormGuard guard, [FromServices] LiveTexts texts, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        await ShowAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var plan = await form.PlanAsync(Input, cancel);
        if (!plan.Done) return this.RefusedPage(plan.Refusal, field: plan.Refusal.Under("Input.Adopted"));
        Preview = await texts.PartsAsync([plan.Value.Adopted.Html, plan.Value.NotAdopted.Html], cancel);
        return Page();
    }

    private async Task<PageResult> RefusedAsync(Refusal refusal, string number, CancellationToken cancel)
    {
        if (refusal is ChangedMeanwhile && Existing is not null)
        {
            await LoadAsync(number, cancel);
            Conflict = await form.ConflictAsync(Existing!, Input, clock, cancel);
            Input.Version = Existing!.Version;
            return this.ConflictPage();
        }

        return this.RefusedPage(refusal, field: refusal switch { ProcessIsMissing => "Input.Process", _ => PublishInput.FieldOf(refusal) });
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        Existing = number == New ? null : await form.FindAsync(number, cancel) ?? throw new NotFoundException();
        Processes = await form.ProcessesAsync(cancel);
    }

    private async Task ShowAsync(CancellationToken cancel) => Documents = await form.DocumentsAsync(Existing is null ? null : Subject.Of(Existing.Id), Input.Documents, cancel);
}

/// <summary>What the form of a result sends.</summary>
public sealed class ResultInput
{
    public int Version { get; set; }

    public string? Process { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Adopted { get; set; }

    public string? NotAdopted { get; set; }

    public DateOnly? SignedOffOn { get; set; }

    public string? SignedOffBy { get; set; }

    public string? Note { get; set; }

    /// <summary>Whether the figures of what is public already shall be counted anew.</summary>
    public bool Recount { get; set; }

    public AttachmentsInput? Documents { get; set; }

    public PublishInput Publish { get; set; } = new();

    public static ResultInput Of(ProcessResult result, CityClock clock) => new()
    {
        Version = result.Version, Title = result.Title, Summary = result.Summary, Adopted = result.Adopted.Markdown, NotAdopted = result.NotAdopted.Markdown, SignedOffOn = result.SignedOffOn, SignedOffBy = result.SignedOffBy,
        Publish = PublishInput.Of(result.Publication, clock),
    };

    public void Check(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, bool isNew, CityClock clock)
    {
        if (isNew && string.IsNullOrEmpty(Process)) state.Missing("Input.Process", ResultsTexts.FieldProcess);
        state.Require("Input.Title", ResultsTexts.FieldTitle, Title, ProcessResult.TitleMaxLength);
        state.Require("Input.Summary", ResultsTexts.FieldSummary, Summary, ProcessResult.SummaryMaxLength);
        state.Limit("Input.Adopted", ResultsTexts.Adopted, MarkdownText.Source(Adopted), ProcessResult.BodyMaxLength);
        state.Limit("Input.NotAdopted", ResultsTexts.NotAdopted, MarkdownText.Source(NotAdopted), ProcessResult.BodyMaxLength);
        state.Limit("Input.SignedOffBy", ResultsTexts.FieldSignedOffBy, SignedOffBy, ProcessResult.SignedOffByMaxLength);
        state.Limit("Input.Note", ResultsTexts.FieldNote, Note, ContentVersion.NoteMaxLength);
        Publish.Check(state, clock);
    }
}

/// <summary>Reads and prepares what the form of a result needs.</summary>
public sealed class ResultForm(ParticipationDbContext db, TextFormatter texts, LiveBlockCheck blocks, Attachments attachments, LastChange last)
{
    private const int Most = 200;

    public Task<ProcessResult?> FindAsync(string number, CancellationToken cancel) => int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var known)
        ? db.Results.AsNoTracking().SingleOrDefaultAsync(result => result.Number == known, cancel) : Task.FromResult<ProcessResult?>(null);

    public async Task<IReadOnlyList<SelectListItem>> ProcessesAsync(CancellationToken cancel) =>
        [new(SharedTexts.PleaseChoose, ""), .. (await db.Processes.AsNoTracking().OrderByDescending(process => process.CreatedAt).Take(Most).Select(process => new { process.Slug, process.Title }).ToListAsync(cancel)).Select(process => new SelectListItem(process.Title, process.Slug))];

    public async Task<Outcome<ResultPlan>> PlanAsync(ResultInput input, CancellationToken cancel)
    {
        var adopted = await texts.FormatAsync(input.Adopted, ProcessResult.BodyMaxLength, cancel);
        if (!adopted.Done) return adopted.Refusal;
        var not = await texts.FormatAsync(input.NotAdopted, ProcessResult.BodyMaxLength, cancel);
        if (!not.Done) return not.Refusal;
        return new ResultPlan((input.Title ?? "").Trim(), (input.Summary ?? "").Trim(), adopted.Value, not.Value, input.SignedOffOn, string.IsNullOrWhiteSpace(input.SignedOffBy) ? null : input.SignedOffBy.Trim()) { Recounts = input.Recount };
    }

    /// <summary>Says under each text which of its blocks would show nothing.</summary>
    public async Task CheckBlocksAsync(ResultPlan plan, Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, CancellationToken cancel)
    {
        foreach (var (field, label, html) in new[] { ("Input.Adopted", ResultsTexts.Adopted, plan.Adopted.Html), ("Input.NotAdopted", ResultsTexts.NotAdopted, plan.NotAdopted.Html) })
            if (await blocks.WrongAsync(html, cancel) is { Count: > 0 } wrong) state.AddModelError(field, $"{label}: {string.Join(' ', wrong)}");
    }

    public async Task<Outcome<IReadOnlyList<int>>> ReceiveAsync(AttachmentsInput? input, Domain.Accounts.Actor actor, CancellationToken cancel) =>
        input is null ? new Outcome<IReadOnlyList<int>>([], null) : await attachments.ReceiveAsync(input, actor, cancel);

    public Task<AttachmentsField> DocumentsAsync(Subject? subject, AttachmentsInput? input, CancellationToken cancel) => attachments.FieldAsync(subject, input, cancel);

    public async Task<EditConflict> ConflictAsync(ProcessResult result, ResultInput mine, CityClock clock, CancellationToken cancel)
    {
        var (theirs, (by, at)) = (ResultInput.Of(result, clock), await last.OfAsync(Subject.Of(result.Id), cancel));
        return EditConflict.Of(by, at,
        [
            new(ResultsTexts.FieldTitle, theirs.Title, mine.Title), new(ResultsTexts.FieldSummary, theirs.Summary, mine.Summary), new(ResultsTexts.Adopted, theirs.Adopted, mine.Adopted), new(ResultsTexts.NotAdopted, theirs.NotAdopted, mine.NotAdopted),
            new(ResultsTexts.FieldSignedOffOn, $"{theirs.SignedOffOn:d}", $"{mine.SignedOffOn:d}"), new(ResultsTexts.FieldSignedOffBy, theirs.SignedOffBy, mine.SignedOffBy),
            await attachments.ConflictAsync(Subject.Of(result.Id), mine.Documents, cancel), mine.Publish.Renew(result.Publication, clock),
        ]);
    }
}
