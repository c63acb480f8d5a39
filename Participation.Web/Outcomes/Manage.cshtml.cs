using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Outcomes;
using Participation.Web.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Outcomes;

/// <summary>All results, to be written and changed.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class ManageModel(ParticipationDbContext db) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<ProcessResult> Results { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Results = await db.Results.AsNoTracking().OrderByDescending(result => result.Number).Take(Most).ToListAsync(cancel);
}
