using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.News.Managing;
using Participation.Web.Shared;

namespace Participation.Web.News.Articles;

/// <summary>All articles for the staff, newest first.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class ManageModel(ParticipationDbContext db, CityClock clock) : PageModel
{
    public ManagedList List { get; private set; } = null!;

    public async Task OnGetAsync(string? stand, int? seite, CancellationToken cancel)
    {
        PublicationState? state = Enum.TryParse<PublicationState>(stand, out var asked) && Enum.IsDefined(asked) ? asked : null;
        var number = ManagedList.Number(seite);
        var rows = await db.Articles.AsNoTracking().In(state, clock.Now).OrderByDescending(article => article.Number).Skip((number - 1) * ManagedList.PageSize).Take(ManagedList.PageSize + 1)
            .Select(article => new { article.Number, article.Title, article.Publication, article.ChangedAt, Keywords = article.Keywords.OrderBy(keyword => keyword.Order).Select(keyword => keyword.Name).ToList() }).ToListAsync(cancel);
        List = new ManagedList(
            [.. rows.Take(ManagedList.PageSize).Select(row => new ManagedText(Links.EditArticle(row.Number), row.Title, row.Publication, row.ChangedAt, row.Keywords.Count == 0 ? null : string.Join(", ", row.Keywords)))],
            state, number, rows.Count > ManagedList.PageSize, Links.ManageNewsWith);
    }
}
