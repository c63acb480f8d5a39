using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Any two revisions of a proposal, or one and the text as it is now, compared word by word; for whoever may read it.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.ApiRead)]
public sealed class CompareModel(ReadProposal read, RevisionQueries queries) : PageModel
{
    public ReadableProposal Open { get; private set; } = null!;

    public IReadOnlyList<RevisionName> Names { get; private set; } = [];

    public IReadOnlyList<ComparedPart> Parts { get; private set; } = [];

    public int From { get; private set; }

    public int To { get; private set; }

    public bool SideBySide { get; private set; }

    public async Task OnGetAsync(int number, [FromQuery(Name = "von")] int? from, [FromQuery(Name = "bis")] int? to, [FromQuery(Name = "ansicht")] string? view, CancellationToken cancel)
    {
        Open = await read.OpenHistoryAsync(number, User.ActorOrNull(), cancel);
        Names = await queries.NamesAsync(Open.Proposal.Id, cancel);
        (From, To, SideBySide) = (Known(from ?? Newest), to ?? RevisionQueries.Now, view == RevisionChoice.Sides);
        var old = await queries.ContentAsync(Open.Proposal, From, cancel) ?? throw new NotFoundException();
        var young = await queries.ContentAsync(Open.Proposal, To, cancel) ?? throw new NotFoundException();
        Parts = ContentComparison.Between(old, young);
    }

    private int Newest => Names is [var newest, ..] ? newest.Number : RevisionQueries.Now;

    /// <summary>An automatic revision may have given way: then the one before it is meant, or the oldest.</summary>
    private int Known(int revision)
    {
        if (revision == RevisionQueries.Now) return revision;
        foreach (var name in Names)
        {
            if (name.Number <= revision) return name.Number;
        }

        return Names is [.., var oldest] ? oldest.Number : throw new NotFoundException();
    }
}

/// <summary>A part in two columns.</summary>
public sealed record ComparedSides(ComparedPart Part, string Old, string Young);
