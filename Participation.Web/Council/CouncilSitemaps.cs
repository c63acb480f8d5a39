using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Council;

/// <summary>Public bodies for search engines.</summary>
internal sealed class BodySitemap(ParticipationDbContext db, CityClock clock) : NumberedSitemap
{
    public override string Name => "gremien";

    protected override IQueryable<NumberedPage> Pages => db.PublicBodies(clock.Now).Select(row => new NumberedPage { Number = row.Number, Title = row.Name, ChangedAt = row.ChangedAt });

    protected override string AddressOf(int number, string title) => Links.Body(number, title);
}

/// <summary>Public meetings for search engines.</summary>
internal sealed class MeetingSitemap(ParticipationDbContext db, CityClock clock) : NumberedSitemap
{
    public override string Name => "sitzungen";

    protected override IQueryable<NumberedPage> Pages => db.Meetings.ThatArePublic(clock.Now).Where(meeting => meeting.DeletedAt == null).Select(row => new NumberedPage { Number = row.Number, Title = row.Name, ChangedAt = row.ChangedAt });

    protected override string AddressOf(int number, string title) => Links.Meeting(number, title);
}

/// <summary>Public papers for search engines.</summary>
internal sealed class PaperSitemap(ParticipationDbContext db, CityClock clock) : NumberedSitemap
{
    public override string Name => "vorlagen";

    protected override IQueryable<NumberedPage> Pages => db.Papers.ThatArePublic(clock.Now).Where(paper => paper.DeletedAt == null).Select(row => new NumberedPage { Number = row.Number, Title = row.Name, ChangedAt = row.ChangedAt });

    protected override string AddressOf(int number, string title) => Links.Paper(number, title);
}
