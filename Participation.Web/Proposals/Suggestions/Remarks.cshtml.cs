using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Remarks on a proposal, open or settled, for those inside.</summary>
[Authorize, EnableRateLimiting(Limits.ApiRead)]
public sealed class RemarksModel(ReadProposal read, SuggestionQueries queries) : PageModel
{
    /// <summary>Chooses those that are settled.</summary>
    public const string SettledOnes = "erledigt";

    public ReadableProposal Open { get; private set; } = null!;

    public IReadOnlyList<RemarkView> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    public bool Settled { get; private set; }

    public async Task OnGetAsync(int number, [FromQuery(Name = "stand")] string? state, [FromQuery(Name = "vor")] int? before, CancellationToken cancel)
    {
        Open = await read.OpenInsideAsync(number, User.Actor(), cancel);
        Settled = state == SettledOnes;
        (Rows, Next) = await queries.RemarksAsync(Open, Settled, before, cancel);
    }
}
