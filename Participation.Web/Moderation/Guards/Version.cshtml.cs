using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Guards;

/// <summary>The rules as they once were, and what was changed by then.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class VersionModel(RulesQueries queries) : PageModel
{
    public RulesView Shown { get; private set; } = RulesView.Untouched;

    /// <summary>What this version changed.</summary>
    public IReadOnlyList<RulesDifference> Changed { get; private set; } = [];

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        if (number < 1) throw new NotFoundException();
        Shown = await queries.FindAsync(number, cancel) ?? throw new NotFoundException();
        var before = await queries.FindAsync(number - 1, cancel) ?? throw new NotFoundException();
        Changed = RulesDifference.Between(before.Rules, Shown.Rules);
    }
}
