using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Notices;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Complaints;

/// <summary>The statement of reasons (Digital Services Act, Art. 17), for the author whom it concerns and for moderators; the author can complain here.</summary>
[Authorize, EnableRateLimiting(Limits.Notice)]
public sealed class StatementModel(StatementQuery query, ConcernedPeople concerned, FileComplaint complain, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ComplaintInput Input { get; set; } = new();

    public StatementOfReasons Own { get; private set; } = null!;

    /// <summary>Whether the reader wrote what was decided on, or answers for an organisation that did.</summary>
    public bool IsAuthor { get; private set; }

    /// <summary>Title of the idea or the proposal, as far as the reader may know it: whoever suggested something for a draft does not follow what it is called since nobody else reads it.</summary>
    public string Title => Own.About is { IsHomeHidden: true, At.Kind: SubjectKind.Suggestion } && !User.Actor().IsModerator ? NoticesTexts.NotPublic : Own.About.Title;

    public ComplaintPanel Panel => new(Input, Own.Complaint, Complaint.Check(Own.Decision, ofAuthor: true, clock.GetUtcNow()), Complaint.Until(Own.Decision.DecidedAt));

    public Task OnGetAsync(int number, CancellationToken cancel) => LoadAsync(number, cancel);

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        await LoadAsync(number, cancel);
        if (!IsAuthor) throw new ForbiddenException();
        ModelState.Clear();
        ModelState.Require("Input.Text", ComplaintsTexts.Text, Input.Text, Complaint.TextMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await complain.ByAuthorAsync(number, Input.Text, User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.Decision(number), ComplaintsTexts.Filed) : this.RefusedPage(refusal);
    }

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        Own = await query.FindAsync(number, cancel) ?? throw new NotFoundException();
        IsAuthor = await concerned.IsAsync(Own.Decision, User.Actor().Person, cancel);
        if (!IsAuthor && !User.Actor().IsModerator) throw new NotFoundException();
    }
}
