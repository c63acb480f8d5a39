using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Notifications;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Notifications;

/// <summary>One's own inbox.</summary>
[Authorize, EnableRateLimiting(Limits.Write), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InboxModel(InboxQueries inbox, ReadInbox read) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "seite")]
    public int Number { get; set; } = 1;

    public InboxPage Inbox { get; private set; } = new([], 0, 1, 1, HasUnread: false);

    /// <summary>The one entry to mark; without it the button for all was pressed.</summary>
    [BindProperty(Name = "eintrag")]
    public Guid? Entry { get; set; }

    public async Task OnGetAsync(CancellationToken cancel) => Inbox = await inbox.PageAsync(User.Actor().Person, Number, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // An id that cannot be read means no entry, not all of them.
        if (!ModelState.IsValid) return BadRequest();
        if (Entry is { } entry)
        {
            await read.OneAsync(NotificationId.From(entry), User.Actor().Person, cancel);
            return this.RedirectWithNotice(Links.InboxPage(Number), NotificationsTexts.OneReadDone);
        }

        await read.AllAsync(User.Actor().Person, cancel);
        return this.RedirectWithNotice(Links.Inbox, NotificationsTexts.AllReadDone);
    }
}
