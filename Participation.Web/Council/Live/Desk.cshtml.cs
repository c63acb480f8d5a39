using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Council.Live;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Live;

/// <summary>The moderator's desk during a meeting: the course of the agenda, and questions to reply to.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Desk)]
public sealed class DeskModel(FloorQueries floors, QuestionQueries questions, SteerMeeting steer, SettleQuestion settle, KeptForms kept) : PageModel
{
    [BindProperty]
    public ReplyInput Input { get; set; } = new();

    public LiveMeeting Meeting { get; private set; } = null!;

    public IReadOnlyList<QuestionView> Questions { get; private set; } = [];

    /// <summary>The question whose form is open.</summary>
    public QuestionView? Chosen { get; private set; }

    /// <summary>What was half typed, and is back in the form.</summary>
    public KeptNote? Kept { get; private set; }

    public long Sequence { get; private set; }

    /// <summary>By which name the reply is kept.</summary>
    public string Key => FormattableString.Invariant($"reply:{Meeting.Number}-{Chosen?.Number}");

    public FloorView Floor => Meeting.Floor;

    public int OpenCount => Questions.Count(question => question is { State: QuestionState.Open, IsHeld: false, HiddenReason: null });

    /// <summary>The item before the current one can be gone back to only while something was called.</summary>
    public FloorItem? TakesBack => Floor.State is FloorState.Running or FloorState.Interrupted ? Floor.Current : null;

    public async Task OnGetAsync(int number, int? frage, CancellationToken cancel)
    {
        await LoadAsync(number, frage, cancel);
        if (Chosen is null) return;
        Input = ReplyInput.Of(Chosen);
        Kept = await kept.RestoreAsync(User.Actor(), Key, Chosen.Version, values => TryUpdateModelAsync(Input, "Input", values), cancel);
    }

    public async Task<IActionResult> OnPostStepAsync(int number, int? frage, FloorStep? schritt, int? punkt, int stand, CancellationToken cancel)
    {
        if (schritt is not { } step || !Enum.IsDefined(step)) return BadRequest();
        ModelState.Clear();
        var isReplying = Request.Form.ContainsKey("Input.Text");
        if (isReplying) await KeepReplyAsync(number, frage, cancel);
        var refusal = await steer.ExecuteAsync(new FloorOrder(number, step, punkt, stand), User.Actor(), cancel);
        if (refusal is null) return this.RedirectWithNotice(frage is { } chosen ? Links.MeetingDeskQuestion(number, chosen) : Links.MeetingDesk(number), LiveWords.Done(step));
        await LoadAsync(number, frage, cancel);
        if (Chosen is not null && !isReplying) Input = ReplyInput.Of(Chosen);
        return this.RefusedPage(refusal);
    }

    public async Task<IActionResult> OnPostReplyAsync(int number, int? frage, CancellationToken cancel)
    {
        await LoadAsync(number, frage, cancel);
        if (Chosen is null) throw new NotFoundException();
        if (Input.State is not { } state || !Enum.IsDefined(state)) return BadRequest();
        var refusal = await settle.ExecuteAsync(number, Chosen.Number, new QuestionReply(state, Input.Text ?? "", Input.Speaker ?? "", Input.Day), Input.Version, User.Actor(), cancel);
        if (refusal is null) await kept.ForgetAsync(User.Actor(), Key, cancel);
        if (refusal is null) return this.RedirectWithNotice(Links.MeetingDesk(number), LiveTexts.ReplyDone.With(Chosen.Number, LiveWords.Of(state)));
        await LoadAsync(number, frage, cancel);
        ModelState.Remove("Input.Version");
        Input.Version = Chosen?.Version ?? Input.Version;
        return this.RefusedPage(refusal, field: Field(refusal));
    }

    /// <summary>The meeting goes on while somebody types: what is typed is kept as the form itself keeps it.</summary>
    private async Task KeepReplyAsync(int number, int? question, CancellationToken cancel)
    {
        await LoadAsync(number, question, cancel);
        if (Chosen is null) return;
        if ((Input.Text ?? "", Input.Speaker ?? "", Input.Day) == (Chosen.Reply, Chosen.Speaker, Chosen.ReplyDay)) await kept.ForgetAsync(User.Actor(), Key, cancel);
        else await kept.KeepAsync(User.Actor(), new FormCollection(Request.Form.Where(field => field.Key.StartsWith("Input.", StringComparison.Ordinal)).Append(new(KeptForms.KeyField, Key)).Append(new(KeptForms.VersionField, Request.Form["Input.Version"])).ToDictionary()), cancel);
    }

    private static string Field(Domain.Refusal refusal) => refusal switch
    {
        ReplyNeedsText or ReplyIsTooLong or ReasonIsMissing => "Input.Text",
        ReplyNeedsSpeaker => "Input.Speaker",
        ReplyNeedsDay => "Input.Day",
        _ => "",
    };

    private async Task LoadAsync(int number, int? question, CancellationToken cancel)
    {
        Sequence = await floors.SequenceAsync(number, cancel);
        Meeting = await floors.FindAsync(number, cancel) ?? throw new NotFoundException();
        Questions = await questions.DeskAsync(Meeting, cancel);
        Chosen = question is { } chosen ? Questions.FirstOrDefault(one => one.Number == chosen && one is { IsHeld: false, HiddenReason: null }) : null;
    }
}

/// <summary>What the form of a reply sends.</summary>
public sealed class ReplyInput
{
    public int Version { get; set; }

    /// <summary>What becomes of the question: the button.</summary>
    public QuestionState? State { get; set; }

    public string? Text { get; set; }

    public string? Speaker { get; set; }

    public DateOnly? Day { get; set; }

    /// <summary>What a question says already.</summary>
    public static ReplyInput Of(QuestionView question) => new() { Version = question.Version, Text = question.Reply, Speaker = question.Speaker, Day = question.ReplyDay };
}
