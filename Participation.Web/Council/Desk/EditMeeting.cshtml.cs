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

/// <summary>Plans a meeting, or changes one.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditMeetingModel(MeetingForm form, SaveMeeting save, KeptForms kept, CityClock clock) : PageModel
{
    private const string New = "neu";

    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    /// <summary>The meeting that is changed; null for a new one.</summary>
    public Meeting? Existing { get; private set; }

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>How it will look; null until it was asked for.</summary>
    public MeetingPreview? Preview { get; private set; }

    public MeetingFormLists Lists { get; private set; } = null!;

    public AttachmentsField Documents { get; private set; } = null!;

    /// <summary>By which name the form is kept.</summary>
    public string Key => $"meeting:{Existing?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? New}";

    public Publication Publication => Existing?.Publication ?? Publication.Draft;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.Meetings) is { } there) return there;
        Input = Existing is null ? new MeetingInput() : MeetingInput.Of(Existing, Lists, clock);
        // Boxes without a tick are not kept: everything comes from what was.
        Kept = await kept.RestoreAsync(User.Actor(), Key, Existing?.Version ?? 0, values => TryUpdateModelAsync(Input = new MeetingInput(), "Input", values), cancel);
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.Meetings) is { } there) return there;
        await ShowAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Input.Check(ModelState, clock);
        if (!ModelState.IsValid) return this.InvalidPage();
        var plan = await form.PlanAsync(Input, cancel);
        if (!plan.Done) return this.RefusedPage(plan.Refusal, field: plan.Refusal.Under("Input.Note"));
        var documents = await form.ReceiveAsync(Input.Documents, User.Actor(), cancel);
        await ShowAsync(cancel);
        if (!documents.Done) return this.RefusedPage(documents.Refusal, field: documents.Refusal is DocumentNeedsTitle ? "Input.Documents.Title" : "Input.Documents.File");
        var saved = await save.ExecuteAsync(Existing?.Number, plan.Value, Input.Place, Input.Publish.ToChange(clock), documents.Value, Input.Version, User.Actor(), cancel);
        if (!saved.Done) return await RefusedAsync(saved.Refusal, number, cancel);
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Existing is null ? Links.EditAgenda(saved.Value) : Links.Meeting(saved.Value, plan.Value.Name), CouncilDeskTexts.SavedMeeting);
    }

    public async Task<IActionResult> OnPostPreviewAsync(string number, [FromServices] FormGuard guard, [FromServices] CouncilQueries queries, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.Meetings) is { } there) return there;
        await ShowAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var note = await form.NoteAsync(Input, cancel);
        if (!note.Done) return this.RefusedPage(note.Refusal, field: note.Refusal.Under("Input.Note"));
        var when = Input.Start is { } start ? CouncilWords.When(clock.InstantOf(start), Input.End is { } end ? clock.InstantOf(end) : null, clock) : null;
        Preview = new MeetingPreview(PaperForm.Trimmed(Input.Name), when, PaperForm.Trimmed(Input.Place), Input.Cancelled, note.Value.Html, Existing is null ? [] : (await queries.MeetingAsync(Existing.Number, cancel))?.Items ?? []);
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(string number, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (Existing.Elsewhere(DeskArea.Meetings) is { } there) return there;
        await ShowAsync(cancel);
        if (Existing is null) throw new NotFoundException();
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        var deleted = await save.DeleteAsync(Existing.Number, User.Actor(), cancel);
        return deleted.Done ? this.RedirectWithNotice(Links.ManageCouncil, CouncilDeskTexts.Deleted) : await RefusedAsync(deleted.Refusal, number, cancel);
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

        return this.RefusedPage(refusal, field: refusal switch { EndsBeforeItBegins => "Input.End", MeetingIsThere => "Input.Start", BodyIsNotPublic => "Input.Body", _ => PublishInput.FieldOf(refusal) });
    }

    private async Task LoadAsync(string number, CancellationToken cancel)
    {
        Existing = number == New ? null : await form.FindAsync(number, cancel) ?? throw new NotFoundException();
        Lists = await form.ListsAsync(Existing, cancel);
    }

    private async Task ShowAsync(CancellationToken cancel) => Documents = await form.DocumentsAsync(Existing is null ? null : Subject.Of(Existing.Id), Input.Documents, cancel);
}

/// <summary>A meeting as it will look, with the agenda that it has.</summary>
public sealed record MeetingPreview(string? Name, string? When, string? Place, bool Cancelled, string Note, IReadOnlyList<ItemView> Items);

/// <summary>What the form of a meeting sends. Times are the city's own.</summary>
public sealed class MeetingInput
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public int? Body { get; set; }

    public DateTime? Start { get; set; }

    public DateTime? End { get; set; }

    public string? Place { get; set; }

    public MeetingState State { get; set; }

    public bool Cancelled { get; set; }

    public string? Note { get; set; }

    public AttachmentsInput? Documents { get; set; }

    public PublishInput Publish { get; set; } = new();

    public static MeetingInput Of(Meeting meeting, MeetingFormLists lists, CityClock clock) => new()
    {
        Version = meeting.Version, Name = meeting.Name, Body = lists.Body, Start = clock.Local(meeting.Start).DateTime, End = meeting.End is { } end ? clock.Local(end).DateTime : null, Place = lists.Place,
        State = meeting.State, Cancelled = meeting.Cancelled, Note = meeting.Note.Markdown, Publish = PublishInput.Of(meeting.Publication, clock),
    };

    public void Check(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, CityClock clock)
    {
        state.Require("Input.Name", CouncilDeskTexts.FieldMeetingName, Name, Meeting.NameMaxLength);
        if (Body is null) state.Missing("Input.Body", CouncilDeskTexts.FieldBody);
        if (Start is null) state.Missing("Input.Start", CouncilDeskTexts.FieldStart);
        else if (Start is { Year: < 1990 or > 2200 }) state.AddModelError("Input.Start", RefusalTexts.PaperDateOutOfRange);
        if (End <= Start) state.AddModelError("Input.End", RefusalTexts.EndsBeforeItBegins);
        state.Limit("Input.Place", CouncilDeskTexts.FieldPlace, Place, Location.DescriptionMaxLength);
        state.Limit("Input.Note", CouncilDeskTexts.FieldNote, MarkdownText.Source(Note), Meeting.NoteMaxLength);
        Publish.Check(state, clock);
    }
}

/// <summary>What the form of a meeting shows beside its fields.</summary>
public sealed record MeetingFormLists(IReadOnlyList<SelectListItem> Bodies, int? Body, string? Place, IReadOnlyList<string> Places, int? PlaceNumber);

/// <summary>Reads and prepares what the form of a meeting needs.</summary>
public sealed class MeetingForm(ParticipationDbContext db, DeskLists lists, TextFormatter texts, Attachments attachments, LastChange last, CityClock clock)
{
    private const int Most = 30;

    public Task<Meeting?> FindAsync(string number, CancellationToken cancel) => int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var known)
        ? db.Meetings.AsNoTracking().SingleOrDefaultAsync(meeting => meeting.Number == known && meeting.DeletedAt == null, cancel) : Task.FromResult<Meeting?>(null);

    public async Task<MeetingFormLists> ListsAsync(Meeting? meeting, CancellationToken cancel)
    {
        var places = await db.Locations.AsNoTracking().Where(place => place.DeletedAt == null).OrderByDescending(place => place.Number).Take(Most).Select(place => new { place.Id, place.Plan.Description }).ToListAsync(cancel);
        var body = meeting is null ? null : await db.Bodies.AsNoTracking().Where(candidate => candidate.Id == meeting.BodyId).Select(candidate => (int?)candidate.Number).SingleOrDefaultAsync(cancel);
        var here = meeting?.LocationId is { } id ? await db.Locations.AsNoTracking().Where(place => place.Id == id).Select(place => new { place.Number, place.Plan.Description }).SingleOrDefaultAsync(cancel) : null;
        return new MeetingFormLists(await lists.BodiesAsync(SharedTexts.PleaseChoose, cancel), body, here?.Description, [.. places.Select(place => place.Description)], here?.Number);
    }

    public async Task<Outcome<MeetingPlan>> PlanAsync(MeetingInput input, CancellationToken cancel)
    {
        var note = await NoteAsync(input, cancel);
        if (!note.Done) return note.Refusal;
        if (await lists.BodyAsync(input.Body, cancel) is not { } body) return new NotAllowed();
        return new MeetingPlan(body, input.Name!.Trim(), input.State, input.Cancelled, clock.InstantOf(input.Start!.Value), input.End is { } end ? clock.InstantOf(end) : null, null, note.Value);
    }

    public Task<Outcome<FormattedText>> NoteAsync(MeetingInput input, CancellationToken cancel) => texts.FormatAsync(input.Note, Meeting.NoteMaxLength, cancel);

    public async Task<Outcome<IReadOnlyList<int>>> ReceiveAsync(AttachmentsInput? input, Domain.Accounts.Actor actor, CancellationToken cancel) =>
        input is null ? new Outcome<IReadOnlyList<int>>([], null) : await attachments.ReceiveAsync(input, actor, cancel);

    public Task<AttachmentsField> DocumentsAsync(Subject? subject, AttachmentsInput? input, CancellationToken cancel) => attachments.FieldAsync(subject, input, cancel);

    public async Task<EditConflict> ConflictAsync(Meeting meeting, MeetingFormLists shown, MeetingInput mine, CancellationToken cancel)
    {
        var (theirs, (by, at)) = (MeetingInput.Of(meeting, shown, clock), await last.OfAsync(Subject.Of(meeting.Id), cancel));
        return EditConflict.Of(by, at,
        [
            ConflictField.Of(CouncilDeskTexts.FieldBody, shown.Bodies, theirs.Body, mine.Body),
            new(CouncilDeskTexts.FieldMeetingName, theirs.Name, mine.Name), new(CouncilDeskTexts.FieldStart, $"{theirs.Start:g}", $"{mine.Start:g}"), new(CouncilDeskTexts.FieldEnd, $"{theirs.End:g}", $"{mine.End:g}"),
            new(CouncilDeskTexts.FieldPlace, theirs.Place, mine.Place), new(CouncilDeskTexts.FieldState, CouncilWords.Of(theirs.State), CouncilWords.Of(mine.State)),
            ConflictField.Of(CouncilDeskTexts.FieldCancelled, theirs.Cancelled, mine.Cancelled), new(CouncilDeskTexts.FieldNote, theirs.Note, mine.Note),
            await attachments.ConflictAsync(Subject.Of(meeting.Id), mine.Documents, cancel), mine.Publish.Renew(meeting.Publication, clock),
        ]);
    }
}
