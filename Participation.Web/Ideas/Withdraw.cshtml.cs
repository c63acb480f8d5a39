using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>An author takes an idea back, after a question.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class WithdrawModel(ParticipationDbContext db, WithdrawIdea withdrawIdea) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public int Number { get; private set; }

    public Task OnGetAsync(int number, CancellationToken cancel) => CheckAsync(number, cancel);

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        await CheckAsync(number, cancel);
        ModelState.Limit(nameof(Reason), IdeaFormTexts.WithdrawReason, Reason, Idea.ReasonMaxLength);
        if (!ModelState.IsValid) return this.InvalidPage();
        var refusal = await withdrawIdea.ExecuteAsync(number, Reason, User.Actor(), cancel);
        return refusal is null ? this.RedirectWithNotice(Links.Idea(number), IdeaFormTexts.Withdrawn) : this.RefusedPage(refusal);
    }

    private async Task CheckAsync(int number, CancellationToken cancel)
    {
        Number = number;
        var idea = await db.Ideas.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (idea.AuthorId != User.Actor().Person) throw new ForbiddenException();
    }
}
