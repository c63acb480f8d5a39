using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Texts;

/// <summary>Public texts for search engines.</summary>
internal sealed class TextSitemap(ParticipationDbContext db, CityClock clock) : NumberedSitemap
{
    public override string Name => "texte";

    protected override IQueryable<NumberedPage> Pages => db.DiscussedTexts.ThatArePublic(clock.Now).Select(row => new NumberedPage { Number = row.Number, Title = row.Title, ChangedAt = row.ChangedAt > row.Publication.From ? row.ChangedAt : row.Publication.From });

    protected override string AddressOf(int number, string title) => Links.Text(number, title);
}
