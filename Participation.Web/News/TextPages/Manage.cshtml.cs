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

namespace Participation.Web.News.TextPages;

/// <summary>All text pages for the staff, by title.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class ManageModel(ParticipationDbContext db, CityClock clock) : PageModel
{
    public ManagedList List { get; private set; } = null!;

    public async Task OnGetAsync(string? stand, int? seite, CancellationToken cancel)
    {
        PublicationState? state = Enum.TryParse<PublicationState>(stand, out var asked) && Enum.IsDefined(asked) ? asked : null;
        var number = ManagedList.Number(seite);
        var rows = await db.Pages.AsNoTracking().In(state, clock.Now).OrderBy(page => page.Title).ThenBy(page => page.Slug).Skip((number - 1) * ManagedList.PageSize).Take(ManagedList.PageSize + 1)
            .Select(page => new { page.Slug, page.Title, page.Section, page.Publication, page.ChangedAt }).ToListAsync(cancel);
        List = new ManagedList(
            [.. rows.Take(ManagedList.PageSize).Select(row => new ManagedText(Links.EditPage(row.Slug), row.Title, row.Publication, row.ChangedAt, row.Section is null ? null : NewsTexts.InSection.With(row.Section)))],
            state, number, rows.Count > ManagedList.PageSize, Links.ManagePagesWith);
    }
}
