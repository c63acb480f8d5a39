using Participation.Domain.Discussions;
using Participation.Web.Data;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Council;

/// <summary>Documents beside papers.</summary>
internal sealed class PaperHome(ParticipationDbContext db) : IAttachmentHome
{
    public SubjectKind Kind => SubjectKind.Paper;

    public IQueryable<Guid> PublicIds(DateTimeOffset now) => db.Papers.ThatArePublic(now).Where(paper => paper.DeletedAt == null).Select(paper => (Guid)(object)paper.Id);
}

/// <summary>Documents beside meetings.</summary>
internal sealed class MeetingHome(ParticipationDbContext db) : IAttachmentHome
{
    public SubjectKind Kind => SubjectKind.Meeting;

    public IQueryable<Guid> PublicIds(DateTimeOffset now) => db.Meetings.ThatArePublic(now).Where(meeting => meeting.DeletedAt == null).Select(meeting => (Guid)(object)meeting.Id);
}
