using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Outcomes;

/// <summary>Public results for search engines.</summary>
internal sealed class ResultSitemap(ParticipationDbContext db, CityClock clock) : NumberedSitemap
{
    public override string Name => "ergebnisse";

    protected override IQueryable<NumberedPage> Pages => db.Results.ThatArePublic(clock.Now).Select(row => new NumberedPage { Number = row.Number, Title = row.Title, ChangedAt = row.ChangedAt });

    protected override string AddressOf(int number, string title) => Links.Result(number, title);
}
