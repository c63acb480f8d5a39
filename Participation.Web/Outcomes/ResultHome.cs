using Participation.Domain.Discussions;
using Participation.Web.Data;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Outcomes;

/// <summary>Documents beside results.</summary>
internal sealed class ResultHome(ParticipationDbContext db) : IAttachmentHome
{
    public SubjectKind Kind => SubjectKind.Result;

    public IQueryable<Guid> PublicIds(DateTimeOffset now) => db.Results.ThatArePublic(now).Select(result => (Guid)(object)result.Id);
}
