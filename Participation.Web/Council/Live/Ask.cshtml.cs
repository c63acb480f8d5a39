using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain;
using Participation.Domain.Council.Live;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Guards;
using Participation.Web.Shared;

namespace Participation.Web.Council.Live;

/// <summary>Puts a question to a meeting.</summary>
[Authorize, IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Write)]
public sealed class AskModel(FloorQueries floors, AskForms forms, AskQuestion ask, FormGuard guard, CityClock clock) : PageModel
{
    [BindProperty]
    public AskInput Input { get; set; } = new();

    public LiveMeeting Meeting { get; private set; } = null!;

    public AskForm Form { get; private set; } = null!;

    public async Task OnGetAsync(int number, int? punkt, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Input.Item = punkt;
        Form = await forms.OfAsync(Meeting, Input, User, cancel) with { Alone = true };
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        Form = await forms.OfAsync(Meeting, Input, User, cancel) with { Alone = true };
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        ModelState.Require("Input.Text", LiveTexts.AskText, Input.Text, MeetingQuestion.TextMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var asked = await ask.ExecuteAsync(new QuestionInput(number, Input.Item, Input.Text!, Input.Key!, Input.SharesPersonalData), User.Actor(), cancel);
        if (asked.Refusal is ContainsPersonalData { Found: var found }) return Asked(found);
        if (!asked.Done) return this.RefusedPage(asked.Refusal, field: Field(asked.Refusal));
        return this.RedirectWithNotice(Links.LiveMeeting(number) + "#fragen-titel", asked.Value.HeldFor.Count > 0 ? GuardWords.CommentHeld(asked.Value.HeldFor) : LiveTexts.Asked);
    }

    /// <summary>The form comes back once and asks; sending it again is the answer.</summary>
    private PageResult Asked(PersonalData found)
    {
        Form = Form with { Found = found };
        return this.InvalidPage();
    }

    private static string Field(Refusal refusal) => refusal switch { ItemTakesNoQuestions => "Input.Item", QuestionNeedsText or QuestionIsTooLong => "Input.Text", _ => "" };

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        Meeting = await floors.FindAsync(number, cancel) ?? throw new NotFoundException();
        if (!Meeting.Publication.IsPublicAt(clock.Now)) throw new NotFoundException();
    }
}
