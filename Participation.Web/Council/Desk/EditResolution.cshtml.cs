using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>Notes what was decided on an item, with what comes along for the ideas and proposals behind its paper.</summary>
[Authorize(Policy = Policies.Moderation), IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class EditResolutionModel(ResolutionForm form, PublishResolution publish, KeptForms kept, PlanResolution planning, CityClock clock) : PageModel
{
    private AnswerToIdeas? _answer;

    [BindProperty]
    public ResolutionInput Input { get; set; } = new();

    public ResolutionItem Item { get; private set; } = null!;

    public KeptNote? Kept { get; private set; }

    public EditConflict? Conflict { get; private set; }

    /// <summary>What publishing would do; null until it was asked for.</summary>
    public ResolutionPreview? Preview { get; private set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>By which name the form is kept.</summary>
    public string Key => $"resolution:{Item.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Whether ideas can be answered with it.</summary>
    public bool CanAnswer => Input.CanAnswer(Item);

    /// <summary>Whether the form says another result than the one that had its effects already.</summary>
    public bool IsOtherResult => Input.IsOtherResult(Item);

    public async Task OnGetAsync(int item, CancellationToken cancel)
    {
        await LoadAsync(item, cancel);
        Input = form.Opened(Item);
        // Boxes without a tick are not kept: everything comes from what was.
        Kept = await kept.RestoreAsync(User.Actor(), Key, Input.Version, values => TryUpdateModelAsync(Input = new ResolutionInput(), "Input", values), cancel);
    }

    public async Task<IActionResult> OnPostAsync(int item, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        if (await PrepareAsync(item, guard, cancel) is { } no) return no;
        var published = await publish.ExecuteAsync(item, Item.IsImported ? null : Input.ToPlan(), _answer, Input.Version, User.Actor(), cancel, Input.Planned);
        if (!published.Done) return await RefusedAsync(published.Refusal, item, cancel);
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Links.AgendaItem(Item.Meeting, item), Said(published.Value));
    }

    public async Task<IActionResult> OnPostPlanAsync(int item, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        if (await PrepareAsync(item, guard, cancel) is { } no) return no;
        if (Input.At is null) ModelState.Missing("Input.At", EditingTexts.PublishAt);
        if (!ModelState.IsValid) return this.InvalidPage();
        var from = clock.InstantOf(Input.At!.Value);
        if (await planning.ExecuteAsync(Item, Input, _answer, from, User.Actor(), cancel) is { } refusal) return await RefusedAsync(refusal, item, cancel);
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        return this.RedirectWithNotice(Links.EditResolution(item), CouncilDeskTexts.PlannedDone.With(clock.Time(from)));
    }

    public async Task<IActionResult> OnPostUnplanAsync(int item, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(item, cancel);
        var seen = Input.Planned;
        Input = form.Opened(Item);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        if (await planning.CancelAsync(item, seen, User.Actor(), cancel) is { } refusal) return this.RefusedPage(refusal, refusal is ChangedMeanwhile ? CouncilDeskTexts.PlannedChanged : null);
        return this.RedirectWithNotice(Links.EditResolution(item), CouncilDeskTexts.PlannedCancelled);
    }

    public async Task<IActionResult> OnPostPreviewAsync(int item, [FromServices] FormGuard guard, CancellationToken cancel)
    {
        if (await PrepareAsync(item, guard, cancel) is { } no) return no;
        var tried = await publish.TryAsync(item, Item.IsImported ? null : Input.ToPlan(), _answer, Input.Version, User.Actor(), cancel);
        if (!tried.Done) return await RefusedAsync(tried.Refusal, item, cancel);
        Preview = ResolutionPreview.Of(Input.ToPlan(), _answer, Item.Origins, tried.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostRetractAsync(int item, [FromServices] FormGuard guard, [FromServices] RetractResolution retract, CancellationToken cancel)
    {
        await LoadAsync(item, cancel);
        if (Item.Existing is null) throw new NotFoundException();
        var (reason, seen) = (Input.Reason, Input.Version);
        Input = form.Opened(Item);
        Input.Reason = reason;
        ModelState.Remove("Input.Version");
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        ModelState.Require("Input.Reason", CouncilDeskTexts.FieldRetractReason, reason, Resolution.ReasonMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var text = await form.RetractedAnswerAsync(Item, reason!.Trim(), cancel);
        if (!text.Done) return this.RefusedPage(text.Refusal, field: text.Refusal.Under("Input.Reason"));
        var retracted = await retract.ExecuteAsync(item, reason, text.Value, seen, User.Actor(), cancel);
        if (!retracted.Done) return this.RefusedPage(retracted.Refusal, retracted.Refusal is ChangedMeanwhile ? CouncilDeskTexts.RetractChanged : null, retracted.Refusal is Domain.Editing.WithdrawalNeedsReason ? "Input.Reason" : "");
        await kept.ForgetAsync(User.Actor(), Key, cancel);
        var effects = retracted.Value;
        return this.RedirectWithNotice(Links.AgendaItem(Item.Meeting, item), effects.Left.Count > 0
            ? CouncilDeskTexts.RetractedLeft.With(effects.Answered.Count, effects.Decided.Count, effects.Told, string.Join(", ", effects.Left)) : CouncilDeskTexts.Retracted.With(effects.Answered.Count, effects.Decided.Count, effects.Told));
    }

    /// <summary>Reads and checks the form, and writes the answer that ideas get.</summary>
    /// <returns>The page that says what is wrong, or null.</returns>
    private async Task<IActionResult?> PrepareAsync(int item, FormGuard guard, CancellationToken cancel)
    {
        await LoadAsync(item, cancel);
        // What comes from elsewhere is not in the form; nothing that is sent in its place counts.
        if (Item is { IsImported: true, Existing: { } decided }) (Input.Result, Input.Text, Input.Yes, Input.No, Input.Abstentions, Input.Unanimous) = (decided.Result, decided.Text, decided.Yes, decided.No, decided.Abstentions, decided.Unanimous == true);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        // Whose form is behind reads first what the other one saved.
        if (IsOtherResult && !Input.IsAsked && Input.Version == form.InputOf(Item).Version) AskAgain();
        Input.Check(ModelState, CanAnswer && PublishResolution.OutcomeOf(Input.Result) is not null);
        if (!ModelState.IsValid) return this.InvalidPage();
        (_answer, var refusal) = await form.AnswerAsync(Item, Input, cancel);
        return refusal is null ? null : this.RefusedPage(refusal, field: refusal.Under("Input.Answer"));
    }

    /// <summary>Another result changes what ideas were told; so it is asked once more, with the fields for their new answer.</summary>
    private void AskAgain()
    {
        ModelState.AddModelError("Input.Result", CouncilDeskTexts.OtherResult);
        OfferAnswer();
    }

    private void OfferAnswer()
    {
        Input.AnswersIdeas = CanAnswer;
        ModelState.Remove("Input.AnswersIdeas");
    }

    private static string Said(ResolutionEffects effects, string said) => effects.Undecided.Count == 0 ? said : $"{said} {CouncilDeskTexts.SavedUndecided.With(string.Join(", ", effects.Undecided))}";

    private string Said(ResolutionEffects effects) => Said(effects, effects.Kept.Count > 0 ? CouncilDeskTexts.CorrectedResolutionKept.With(string.Join(", ", effects.Kept)) : Input.Version > 0 && effects.ChangesNothing ? CouncilDeskTexts.CorrectedResolution
        : effects.Left.Count > 0 ? CouncilDeskTexts.SavedResolutionLeft.With(string.Join(", ", effects.Left))
        : CouncilDeskTexts.SavedResolution.With(effects.Answered.Count, effects.Decided.Count));

    private async Task<PageResult> RefusedAsync(Refusal refusal, int item, CancellationToken cancel)
    {
        if (refusal is ChangedMeanwhile)
        {
            await LoadAsync(item, cancel);
            Conflict = await form.ConflictAsync(Item, Input, cancel);
            if (IsOtherResult && !Input.IsAsked) OfferAnswer();
            (Input.Version, Input.Planned) = (form.InputOf(Item).Version, Item.PlanStamp);
            return this.ConflictPage();
        }

        return this.RefusedPage(refusal, field: refusal switch
        {
            VotesAreImpossible or VotesContradictResult => "Input.Yes",
            UnanimousWithNoVotes => "Input.Unanimous",
            NextDateMustLieAhead => "Input.NextDate",
            AnswerNeedsText => "Input.Answer",
            ResolutionNeedsText => "Input.Text",
            Domain.Editing.PublicationMustLieAhead => "Input.At",
            _ => "",
        });
    }

    private async Task LoadAsync(int item, CancellationToken cancel)
    {
        Item = await form.FindAsync(item, cancel) ?? throw new NotFoundException();
        Organisations = await form.OrganisationsAsync(cancel);
    }
}

/// <summary>What the form of a resolution sends.</summary>
public sealed class ResolutionInput
{
    public int Version { get; set; }

    public ResolutionResult Result { get; set; }

    public string? Text { get; set; }

    public int? Yes { get; set; }

    public int? No { get; set; }

    public int? Abstentions { get; set; }

    public bool Unanimous { get; set; }

    public bool AnswersIdeas { get; set; }

    /// <summary>Whether the form showed what another result brings along.</summary>
    public bool IsAsked { get; set; }

    public string? Answer { get; set; }

    public Guid? Organisation { get; set; }

    public string? Unit { get; set; }

    public DateOnly? NextDate { get; set; }

    /// <summary>Which plan of it the form showed; 0 for none.</summary>
    public long Planned { get; set; }

    /// <summary>Why it is withdrawn; of the form for that alone.</summary>
    public string? Reason { get; set; }

    /// <summary>When it appears, on the city's clock; of the button for that alone.</summary>
    public DateTime? At { get; set; }

    /// <summary>Whether ideas can be answered with it.</summary>
    public bool CanAnswer(ResolutionItem item) => item.Origins is { IsFinal: true, Ideas.Count: > 0 } && (item.Existing is null or { SettledAt: null } || IsOtherResult(item));

    /// <summary>Whether this is another result than the one that had its effects already.</summary>
    public bool IsOtherResult(ResolutionItem item) => item is { IsImported: false, Existing: { SettledAt: not null } there } && there.Result != Result;

    /// <summary>What of it waits until it appears: nothing that has no part in it, and so nothing whose length was not looked at.</summary>
    public ResolutionInput ToPlanned(bool answers) => new()
    {
        Version = Version, Result = Result, Text = ToPlan().Text, Yes = Yes, No = No, Abstentions = Abstentions, Unanimous = Unanimous, IsAsked = IsAsked, At = At, AnswersIdeas = answers,
        Answer = answers ? MarkdownText.Source(Answer) : null, Organisation = answers ? Organisation : null, Unit = answers ? PaperForm.Trimmed(Unit) : null, NextDate = answers ? NextDate : null,
    };

    public ResolutionPlan ToPlan() => new(
        (Text ?? "").Trim(), Result, Yes is { } yes && No is { } no ? new VoteCount(yes, no, Abstentions ?? 0) : null, Unanimous ? true : Yes is null ? null : false);

    public void Check(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, bool canAnswer)
    {
        state.Require("Input.Text", CouncilDeskTexts.FieldText, Text, Resolution.TextMaxLength);
        if (Yes is null != No is null || (Abstentions is not null && Yes is null)) state.AddModelError(Yes is null ? "Input.Yes" : "Input.No", CouncilDeskTexts.VotesPartly);
        if (!canAnswer || !AnswersIdeas) return;
        state.Require("Input.Answer", CouncilDeskTexts.FieldAnswer, MarkdownText.Source(Answer), OfficialAnswer.TextMaxLength);
        if (Organisation is null) state.Missing("Input.Organisation", CouncilDeskTexts.FieldOrganisation);
        state.Limit("Input.Unit", CouncilDeskTexts.FieldUnit, Unit, OfficialAnswer.UnitMaxLength);
    }
}

/// <summary>What publishing a resolution would do.</summary>
/// <param name="Resolution">How it will look.</param>
/// <param name="Answer">The answer that ideas get, rendered; null for none.</param>
/// <param name="Answered">Ideas that get it.</param>
/// <param name="Left">Ideas that stay as they are.</param>
/// <param name="Decided">Proposals that get their status.</param>
/// <param name="Told">How many people are told.</param>
public sealed record ResolutionPreview(ResolutionView Resolution, string? Answer, IReadOnlyList<IdeaOrigin> Answered, IReadOnlyList<IdeaOrigin> Left, IReadOnlyList<ProposalOrigin> Decided, int Told)
{
    /// <summary>Proposals that stay as they are, because they are not before the committee.</summary>
    public IReadOnlyList<ProposalOrigin> Undecided { get; init; } = [];

    /// <summary>From what was tried.</summary>
    internal static ResolutionPreview Of(ResolutionPlan plan, AnswerToIdeas? answer, ResolutionOrigins origins, ResolutionEffects effects) => new(
        new(0, plan.Text, plan.Result, plan.Votes, plan.Unanimous, default), effects.Answered.Count > 0 ? answer?.Text.Html : null, [.. origins.Ideas.Where(idea => effects.Answered.Contains(idea.Number))],
        [.. origins.Ideas.Where(idea => effects.Left.Contains(idea.Number) || effects.Kept.Contains(idea.Number))], [.. origins.Proposals.Where(proposal => effects.Decided.Contains(proposal.Number))], effects.Told)
    {
        Undecided = [.. origins.Proposals.Where(proposal => effects.Undecided.Contains(proposal.Number))],
    };
}

/// <summary>What is decided on.</summary>
public sealed record ResolutionItem(AgendaItemId Id, int Number, string Sign, string Name, int Meeting, string MeetingName, DateTimeOffset Start, BodyName Body, PaperName? Paper, ResolutionOrigins Origins, Resolution? Existing, bool IsImported)
{
    /// <summary>Whether the meeting, which is followed live, was opened before its time.</summary>
    public bool HasBegun { get; init; }

    /// <summary>What is planned for it, or could not appear.</summary>
    public PlannedForm? Planned { get; init; }

    /// <summary>Tells that plan from others; 0 for none.</summary>
    public long PlanStamp => Planned?.Stamp ?? 0;
}

/// <summary>A resolution that is planned.</summary>
/// <param name="Input">What was filled in.</param>
/// <param name="From">When it appears.</param>
/// <param name="By">Who planned it.</param>
/// <param name="HasFailed">Whether it should have appeared and could not.</param>
/// <param name="Stamp">Tells it from other plans.</param>
public sealed record PlannedForm(ResolutionInput Input, DateTimeOffset From, string By, bool HasFailed, long Stamp);

/// <summary>Reads and prepares what the form of a resolution needs.</summary>
public sealed class ResolutionForm(ParticipationDbContext db, DeskLists lists, PublishResolution publish, LastChange last, TextFormatter texts, CityClock clock)
{
    public async Task<ResolutionItem?> FindAsync(int number, CancellationToken cancel)
    {
        var item = await (
            from candidate in db.AgendaItems.AsNoTracking()
            join meeting in db.Meetings on candidate.MeetingId equals meeting.Id
            join body in db.Bodies on meeting.BodyId equals body.Id
            where candidate.Number == number && candidate.IsPublic && candidate.DeletedAt == null && meeting.DeletedAt == null
            select new { candidate.Id, IsImported = candidate.Origin != null, candidate.Sign, candidate.Name, Meeting = meeting.Number, MeetingName = meeting.Name, meeting.Start, Body = new BodyName(body.Number, body.Name, body.ShortName), HasBegun = db.MeetingFloors.Any(floor => floor.MeetingId == meeting.Id && floor.BeganAt != null) }).SingleOrDefaultAsync(cancel);
        if (item is null) return null;
        var origins = await publish.OriginsAsync(number, cancel);
        var paper = origins.Paper is { } id ? await db.Papers.AsNoTracking().Where(candidate => candidate.Id == id).Select(candidate => new PaperName(candidate.Number, candidate.Name, candidate.Reference)).SingleAsync(cancel) : null;
        var existing = await db.Resolutions.AsNoTracking().SingleOrDefaultAsync(resolution => resolution.AgendaItemId == item.Id && resolution.DeletedAt == null, cancel);
        return new ResolutionItem(item.Id, number, item.Sign, item.Name, item.Meeting, item.MeetingName, item.Start, item.Body, paper, origins, existing, item.IsImported) { HasBegun = item.HasBegun, Planned = await PlannedAsync(item.Id, cancel) };
    }

    private async Task<PlannedForm?> PlannedAsync(AgendaItemId item, CancellationToken cancel)
    {
        var planned = await db.PlannedResolutions.AsNoTracking().Where(plan => plan.AgendaItemId == item)
            .Select(plan => new { Plan = plan, By = db.People.Where(person => person.Id == plan.PlannedBy).Select(person => person.DisplayName).FirstOrDefault() }).SingleOrDefaultAsync(cancel);
        return planned is null ? null : new PlannedForm(PlanResolution.Read(planned.Plan.Form), planned.Plan.From, planned.By ?? "", planned.Plan.FailedAt is not null, planned.Plan.Stamp);
    }

    public Task<IReadOnlyList<SelectListItem>> OrganisationsAsync(CancellationToken cancel) => lists.OrganisationsAsync(SharedTexts.PleaseChoose, cancel);

    /// <summary>The form as it is opened: what is planned, or else what was decided.</summary>
    public ResolutionInput Opened(ResolutionItem item)
    {
        var input = item.Planned?.Input ?? InputOf(item);
        input.Planned = item.PlanStamp;
        return input;
    }

    /// <summary>What was decided, as the form says it.</summary>
    public ResolutionInput InputOf(ResolutionItem item)
    {
        var input = item.Existing is { } there
            ? new ResolutionInput { Version = there.Version + 1, Result = there.Result, Text = there.Text, Yes = there.Yes, No = there.No, Abstentions = there.Abstentions, Unanimous = there.Unanimous == true }
            : new ResolutionInput();
        if (item.Existing?.SettledAt is not null) return input;
        input.AnswersIdeas = true;
        return input;
    }

    /// <summary>The answer that ideas get, where they get one, or why it cannot be written.</summary>
    public async Task<(AnswerToIdeas? Answer, Refusal? Refusal)> AnswerAsync(ResolutionItem item, ResolutionInput input, CancellationToken cancel)
    {
        if (!input.CanAnswer(item) || !input.AnswersIdeas || PublishResolution.OutcomeOf(input.Result) is null) return (null, null);
        var text = await texts.FormatAsync($"{FirstSentence(item, input.ToPlan())}\n\n{input.Answer}", OfficialAnswer.TextMaxLength, cancel);
        return text.Done ? (new AnswerToIdeas(text.Value, input.Organisation is { } id ? OrganisationId.From(id) : null, PaperForm.Trimmed(input.Unit), input.NextDate), null) : (null, text.Refusal);
    }

    /// <summary>The answer that ideas get when the resolution that they had as answer is withdrawn.</summary>
    public Task<Outcome<FormattedText>> RetractedAnswerAsync(ResolutionItem item, string reason, CancellationToken cancel) => texts.FormatAsync(RetractedSentence(item, reason), OfficialAnswer.TextMaxLength, cancel);

    /// <summary>What every answer begins with, so that none is without it: body, day, result, votes, and the paper with its link.</summary>
    private string FirstSentence(ResolutionItem item, ResolutionPlan plan)
    {
        if (item.Paper is not { } paper) return "";
        var votes = plan.Votes is { } counted ? $" ({CouncilWords.InContent(counted)})" : plan.Unanimous == true ? $" ({ContentLanguage.Say(CouncilTexts.ResourceManager, nameof(CouncilTexts.Unanimous))})" : "";
        return ContentLanguage.Say(
            CouncilDeskTexts.ResourceManager, nameof(CouncilDeskTexts.AnswerStart), item.Body.Name,
            Day(item.Start), paper.Reference ?? paper.Name, Links.Paper(paper.Number), CouncilWords.InContent(plan.Result), votes);
    }

    private string RetractedSentence(ResolutionItem item, string reason) => ContentLanguage.Say(
        CouncilDeskTexts.ResourceManager, nameof(CouncilDeskTexts.AnswerRetracted), item.Body.Name, Day(item.Start), item.Paper?.Reference ?? item.Paper?.Name ?? item.Name, item.Paper is { } paper ? Links.Paper(paper.Number) : Links.AgendaItem(item.Meeting, item.Number), reason);

    private string Day(DateTimeOffset at) => DateOnly.FromDateTime(clock.Local(at).DateTime)
        .ToString(ContentLanguage.Say(SharedTexts.ResourceManager, nameof(SharedTexts.DateFormat)), System.Globalization.CultureInfo.GetCultureInfo(Languages.All[0]));

    public async Task<EditConflict> ConflictAsync(ResolutionItem item, ResolutionInput mine, CancellationToken cancel)
    {
        // Another plan, or none any more, is what somebody did to the item.
        var isPlan = item.PlanStamp != mine.Planned && (item.Planned is not null || mine.Version == InputOf(item).Version);
        var (by, at) = isPlan ? await last.OfAsync(Subject.Of(item.Id), cancel) : item.Existing is { } there ? await last.OfAsync(Subject.Of(there.Id), cancel) : (null, default);
        var stored = item.Planned?.Input ?? InputOf(item);
        // As it would be stored: abstentions that were left empty are none.
        var (theirs, plan) = (stored.ToPlan(), mine.ToPlan());
        List<ConflictField> fields =
        [
            new(CouncilDeskTexts.FieldResult, CouncilWords.Of(theirs.Result), CouncilWords.Of(plan.Result)), new(CouncilDeskTexts.FieldText, theirs.Text, plan.Text),
            new(CouncilDeskTexts.FieldYes, $"{theirs.Votes?.Yes}", $"{plan.Votes?.Yes}"), new(CouncilDeskTexts.FieldNo, $"{theirs.Votes?.No}", $"{plan.Votes?.No}"),
            new(CouncilDeskTexts.FieldAbstentions, $"{theirs.Votes?.Abstentions}", $"{plan.Votes?.Abstentions}"), ConflictField.Of(CouncilDeskTexts.FieldUnanimous, theirs.Unanimous == true, plan.Unanimous == true),
        ];
        if (isPlan) fields.AddRange(await PlanFieldsAsync(item, stored, mine, cancel));
        return EditConflict.Of(by, at, fields);
    }

    private async Task<IEnumerable<ConflictField>> PlanFieldsAsync(ResolutionItem item, ResolutionInput theirs, ResolutionInput mine, CancellationToken cancel)
    {
        ConflictField at = new(EditingTexts.PublishAt, $"{theirs.At:g}", $"{mine.At:g}");
        if (!mine.CanAnswer(item) && !theirs.CanAnswer(item)) return [at];
        return
        [
            ConflictField.Of(CouncilDeskTexts.FieldAnswers, theirs.AnswersIdeas, mine.AnswersIdeas), new(CouncilDeskTexts.FieldAnswer, theirs.Answer, mine.Answer),
            ConflictField.Of(CouncilDeskTexts.FieldOrganisation, await OrganisationsAsync(cancel), theirs.Organisation, mine.Organisation), new(CouncilDeskTexts.FieldUnit, theirs.Unit, mine.Unit),
            new(CouncilDeskTexts.FieldNextDate, $"{theirs.NextDate:d}", $"{mine.NextDate:d}"), at,
        ];
    }
}
