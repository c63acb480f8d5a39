using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Accounts.OwnData.Retention;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>One's own drafts and ideas.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class MineModel(ParticipationDbContext db, DeleteDraft deleteDraft, IOptions<RetentionOptions> retention) : PageModel
{
    private const int Most = 200;

    /// <summary>After how many days without a change drafts are deleted.</summary>
    public int DraftDays => retention.Value.DraftDays;

    public IReadOnlyList<(Guid Id, int? Number, string Title, IdeaStatus Status, DateTimeOffset ActiveAt)> Ideas { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var person = User.Actor().Person;
        var ideas = await db.Ideas.AsNoTracking().Where(idea => idea.AuthorId == person).OrderByDescending(idea => idea.ActiveAt).Take(Most)
            .Select(idea => new { idea.Id, idea.Number, idea.Title, idea.Status, idea.ActiveAt }).ToListAsync(cancel);
        Ideas = [.. ideas.Select(idea => (idea.Id.Value, idea.Number, idea.Title, idea.Status, idea.ActiveAt))];
    }

    public async Task<IActionResult> OnPostAsync(Guid entwurf, CancellationToken cancel)
    {
        await deleteDraft.ExecuteAsync(IdeaId.From(entwurf), User.Actor(), cancel);
        return this.RedirectWithNotice(Links.MyIdeas, IdeaFormTexts.DraftDeleted);
    }
}
