using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Accounts;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Ideas.Assisted;

/// <summary>The receipt that the service desk prints: number, address, and the code for taking the idea over later.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class ReceiptModel(AssistedQueries queries, SiteAddress site) : PageModel
{
    public ReceiptView Receipt { get; private set; } = new(0, "", "", default, IsPublic: false, null);

    public string IdeaAddress => site.Of(Links.Idea(Receipt.Number));

    public string ClaimAddress => site.Of(Links.ClaimIdea);

    public async Task OnGetAsync(int number, CancellationToken cancel) => Receipt = await queries.ReceiptAsync(number, cancel);
}
