using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Moderation;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Transparency;

/// <summary>The transparency report (Digital Services Act, Art. 15 and 24): of the half-year in the address, else of the running one.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Transparency])]
public sealed class ReportModel(TransparencyQueries queries) : PageModel
{
    public HalfYear Period { get; private set; }

    public TransparencyReport Report { get; private set; } = null!;

    /// <summary>All half-years, newest first.</summary>
    public IReadOnlyList<HalfYear> Periods { get; private set; } = [];

    /// <summary>Measures that take something away, each with how often.</summary>
    public IReadOnlyList<Measure> Restrictions { get; } = [.. Enum.GetValues<Measure>().Where(TransparencyReport.IsRestriction)];

    /// <summary>Grounds that occur, each with how often something was restricted on it.</summary>
    public IReadOnlyList<Ground> Grounds { get; private set; } = [];

    public async Task OnGetAsync(string? period, CancellationToken cancel)
    {
        Period = period is null ? queries.Running : HalfYear.Read(period) ?? throw new NotFoundException();
        Report = await queries.FindAsync(Period, cancel) ?? throw new NotFoundException();
        Periods = await queries.PeriodsAsync(cancel);
        Grounds = [.. Report.Decisions.Where(figure => TransparencyReport.IsRestriction(figure.Measure)).Select(figure => figure.Ground).Distinct().Order()];
    }

    public int CountOf(Measure measure, Ground? ground = null) => Report.Count(figure => figure.Measure == measure && (ground is null || figure.Ground == ground));

    public int CountOf(Ground ground) => Report.Count(figure => TransparencyReport.IsRestriction(figure.Measure) && figure.Ground == ground);
}
