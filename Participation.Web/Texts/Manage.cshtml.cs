using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Texts;

/// <summary>All texts for the staff, newest first.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class ManageModel(ParticipationDbContext db) : PageModel
{
    public IReadOnlyList<(int Number, string Title, Publication Publication, DateTimeOffset ChangedAt, int Comments)> Texts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Texts =
        [.. (await db.DiscussedTexts.AsNoTracking().OrderByDescending(text => text.Number).Take(TextQueries.Most)
            .Select(text => new { text.Number, text.Title, text.Publication, text.ChangedAt, Comments = text.Passages.Sum(passage => passage.CommentCount) }).ToListAsync(cancel))
        .Select(text => (text.Number, text.Title, text.Publication, text.ChangedAt, text.Comments))];
}
