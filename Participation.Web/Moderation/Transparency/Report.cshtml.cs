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

    /// <summary>Measures that were taken.</summary>
    public IReadOnlyList<Measure> Measures { get; private set; } = [];

    /// <summary>Restrictions that occur, by measure and ground.</summary>
    public IReadOnlyList<(Measure Measure, Ground Ground, int Count)> Restrictions { get; private set; } = [];

    public async Task OnGetAsync(string? period, CancellationToken cancel)
    {
        Period = period is null ? queries.Running : HalfYear.Read(period) ?? throw new NotFoundException();
        Report = await queries.FindAsync(Period, cancel) ?? throw new NotFoundException();
        Periods = await queries.PeriodsAsync(cancel);
        Measures = [.. Report.Decisions.Select(figure => figure.Measure).Distinct()];
        Restrictions = [.. Report.Decisions.Where(figure => Decision.Restricts(figure.Measure)).GroupBy(figure => (figure.Measure, figure.Ground)).Select(group => (group.Key.Measure, group.Key.Ground, group.Sum(figure => figure.Count)))];
    }

    public int CountOf(Measure measure) => Report.Count(figure => figure.Measure == measure);
}
