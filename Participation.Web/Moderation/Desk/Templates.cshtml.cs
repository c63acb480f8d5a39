using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;

namespace Participation.Web.Moderation.Desk;

/// <summary>The templates of reasons.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class TemplatesModel(TemplateQueries queries) : PageModel
{
    public IReadOnlyList<ReasonTemplate> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => All = await queries.AllAsync(cancel);
}
