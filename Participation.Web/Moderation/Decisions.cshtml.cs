using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Accounts;

namespace Participation.Web.Moderation;

/// <summary>All decisions, newest first.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class DecisionsModel(DecisionQueries queries) : PageModel
{
    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];

    /// <summary>Number from which the next page goes on; null on the last one.</summary>
    public int? Older { get; private set; }

    public async Task OnGetAsync(int? vor, CancellationToken cancel)
    {
        var rows = await queries.ListAsync(vor, cancel);
        Rows = [.. rows.Take(DecisionQueries.PageSize)];
        Older = rows.Count > Rows.Count ? Rows[^1].Number : null;
    }
}
