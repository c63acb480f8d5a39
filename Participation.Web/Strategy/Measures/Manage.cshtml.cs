using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Accounts;

namespace Participation.Web.Strategy.Measures;

/// <summary>All measures, drafts too, to be set up and changed.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class ManageModel(MeasureQueries queries, StrategyQueries strategy) : PageModel
{
    public IReadOnlyList<ManagedMeasure> Measures { get; private set; } = [];

    /// <summary>Whether there is a field of action to which a measure could belong.</summary>
    public bool HasFields { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Measures = await queries.ManagedAsync(cancel);
        HasFields = (await strategy.FieldsAsync(drafts: true, cancel)).Count > 0;
    }
}
