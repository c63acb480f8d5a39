using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Hosting;

namespace Participation.Web.Outcomes;

/// <summary>The list of results.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Results])]
public sealed class IndexModel(ResultQueries queries) : PageModel
{
    public int Count { get; private set; }

    public int Number { get; private set; }

    public int Pages { get; private set; }

    public IReadOnlyList<ResultRow> Results { get; private set; } = [];

    public async Task OnGetAsync(int? seite, CancellationToken cancel)
    {
        Count = await queries.CountAsync(cancel);
        Pages = Math.Max(1, (Count + ResultQueries.PageSize - 1) / ResultQueries.PageSize);
        Number = Math.Clamp(seite ?? 1, 1, Pages);
        Results = await queries.ListAsync(Number, ResultQueries.PageSize, cancel);
    }
}
