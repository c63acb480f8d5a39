using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Strategy.Services;
using Participation.Web.Hosting;

namespace Participation.Web.Strategy.Services;

/// <summary>The list as it was at the end of a quarter that is over, and how the lights stood at the ends of those before.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Services])]
public sealed class AtQuarterModel(ServiceQueries queries, CityClock clock) : PageModel
{
    public Quarter Quarter { get; private set; }

    public IReadOnlyList<ServiceRow> Services { get; private set; } = [];

    /// <summary>The quarters up to this one, the oldest first.</summary>
    public IReadOnlyList<LightCount> Counts { get; private set; } = [];

    /// <summary>The quarter after it, if that is over too.</summary>
    public Quarter? Following => Quarter.Of(Quarter.LastDay.AddDays(1)) is var next && next.LastDay < clock.Today ? next : null;

    public async Task OnGetAsync(int year, int number, CancellationToken cancel)
    {
        Quarter = new Quarter(year, number);
        if (!Quarter.IsPossible || Quarter.LastDay >= clock.Today) throw new NotFoundException();
        Services = await queries.AtEndOfAsync(Quarter.LastDay, cancel);
        Counts = await queries.CountsAsync(Quarter, cancel);
    }
}
