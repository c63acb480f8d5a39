using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Proposals;

/// <summary>The list of proposals.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Proposals, CacheTags.Organisations])]
public sealed class IndexModel(ProposalQueries queries) : PageModel
{
    public ProposalStatus? Status { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<ProposalRow> Proposals { get; private set; } = [];

    /// <summary>Drafts of the reader's organisations that others do not see.</summary>
    public IReadOnlyList<ProposalRow> Drafts { get; private set; } = [];

    public int? Next { get; private set; }

    public bool IsLater { get; private set; }

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<ProposalStatus> Choices { get; } = [.. Enum.GetValues<ProposalStatus>().Where(status => status is not ProposalStatus.Withdrawn)];

    public async Task OnGetAsync(string? stand, int? vor, CancellationToken cancel)
    {
        Status = Enum.TryParse<ProposalStatus>(stand, out var status) && Choices.Contains(status) ? status : null;
        IsLater = vor is not null;
        Count = await queries.CountAsync(Status, cancel);
        (Proposals, Next) = await queries.ListAsync(Status, vor, cancel);
        if (User.ActorOrNull() is { } actor && !IsLater && Status is null) Drafts = await queries.DraftsAsync(actor, cancel);
    }
}
