using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Notices;

/// <summary>What came of a notice, for whoever sent it and has its secret, or sent it signed in.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Notice)]
public sealed class TrackModel(NoticeQueries queries, FileComplaint complain, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ComplaintInput Input { get; set; } = new();

    public OwnNotice Own { get; private set; } = null!;

    /// <summary>Beside a decision that left the content as it was; whoever was heard has nothing to complain about.</summary>
    public ComplaintPanel? Panel => Own is { Decision: { } decision } && (Own.Complaint is not null || !decision.RestrictsAuthor)
        ? new ComplaintPanel(Input, Own.Complaint, Complaint.Check(decision, ofAuthor: false, clock.GetUtcNow()), Complaint.Until(decision.DecidedAt))
        : null;

    public Task OnGetAsync(string key, CancellationToken cancel) => LoadAsync(key, cancel);

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancel)
    {
        await LoadAsync(key, cancel);
        ModelState.Clear();
        ModelState.Require("Input.Text", ComplaintsTexts.Text, Input.Text, Complaint.TextMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await complain.ByNotifierAsync(Own.Notice.Id, Input.Text, cancel);
        return refusal is null ? this.RedirectWithNotice(Links.TrackNotice(key), ComplaintsTexts.Filed) : this.RefusedPage(refusal);
    }

    private async Task LoadAsync(string key, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        Own = await queries.FindAsync(key, User.ActorOrNull()?.Person, cancel) ?? throw new NotFoundException();
    }
}
