using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Hosting;

namespace Participation.Web.Texts;

/// <summary>The texts of the city that are up for discussion, and those that were.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Texts, CacheTags.Processes])]
public sealed class IndexModel(TextQueries queries) : PageModel
{
    public IReadOnlyList<TextRow> Texts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Texts = await queries.ListAsync(cancel);
}
