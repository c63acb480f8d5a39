using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Suggestions for a proposal and what became of them, for whoever may read it.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.ApiRead)]
public sealed class IndexModel(ReadProposal read, SuggestionQueries queries) : PageModel
{
    /// <summary>Chooses those that were decided on.</summary>
    public const string DecidedOnes = "entschieden";

    public ReadableProposal Open { get; private set; } = null!;

    public IReadOnlyList<SuggestionView> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    public bool Decided { get; private set; }

    public async Task OnGetAsync(int number, [FromQuery(Name = "stand")] string? state, [FromQuery(Name = "vor")] int? before, CancellationToken cancel)
    {
        Open = await read.OpenAsync(number, User.ActorOrNull(), cancel);
        Decided = state == DecidedOnes;
        (Rows, Next) = await queries.ListAsync(Open, User.ActorOrNull(), Decided, before, cancel);
    }
}
