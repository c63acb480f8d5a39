using Participation.Domain.Discussions;
using Participation.Web.Data;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.News.Articles;

/// <summary>Documents beside articles.</summary>
internal sealed class ArticleHome(ParticipationDbContext db) : IAttachmentHome
{
    public SubjectKind Kind => SubjectKind.Article;

    public IQueryable<Guid> PublicIds(DateTimeOffset now) => db.Articles.ThatArePublic(now).Select(article => (Guid)(object)article.Id);
}
