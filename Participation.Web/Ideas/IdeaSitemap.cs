using Participation.Web.Data;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Ideas;

/// <summary>Public ideas for search engines.</summary>
internal sealed class IdeaSitemap(ParticipationDbContext db) : NumberedSitemap
{
    public override string Name => "ideen";

    protected override IQueryable<NumberedPage> Pages => db.Ideas.ThatArePublic().Select(row => new NumberedPage { Number = row.Number ?? 0, Title = row.Title, ChangedAt = row.ActiveAt });

    protected override string AddressOf(int number, string title) => Links.Idea(number, title);
}
