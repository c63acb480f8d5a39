using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Processes;
using Participation.Web.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Processes;

/// <summary>All processes, to be set up and changed.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class ManageModel(ParticipationDbContext db) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Process> Processes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Processes = await db.Processes.AsNoTracking().OrderByDescending(process => process.CreatedAt).Take(Most).ToListAsync(cancel);
}
