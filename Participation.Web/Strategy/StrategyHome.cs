using Participation.Domain.Discussions;
using Participation.Web.Data;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Strategy;

/// <summary>Documents beside the strategy.</summary>
internal sealed class StrategyHome(ParticipationDbContext db) : IAttachmentHome
{
    public SubjectKind Kind => SubjectKind.Strategy;

    public IQueryable<Guid> PublicIds(DateTimeOffset now) => db.Strategies.ThatArePublic(now).Select(paper => (Guid)(object)paper.Id);
}
