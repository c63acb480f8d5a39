using Participation.Web.Data;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Proposals;

/// <summary>Public proposals for search engines.</summary>
internal sealed class ProposalSitemap(ParticipationDbContext db) : NumberedSitemap
{
    public override string Name => "vorhaben";

    protected override IQueryable<NumberedPage> Pages => db.Proposals.ThatArePublic().Select(row => new NumberedPage { Number = row.Number, Title = row.Title, ChangedAt = row.PublishedAt });

    protected override string AddressOf(int number, string title) => Links.Proposal(number, title);
}
