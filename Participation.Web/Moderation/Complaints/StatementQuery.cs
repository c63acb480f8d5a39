using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Complaints;

/// <summary>Reads one decision with what it is about.</summary>
public sealed class StatementQuery(ParticipationDbContext db)
{
    public async Task<StatementOfReasons?> FindAsync(int number, CancellationToken cancel)
    {
        if (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) is not { } decision) return null;
        var comment = decision.SubjectKind is SubjectKind.Comment
            ? await db.Comments.AsNoTracking().Where(candidate => candidate.Id == CommentId.From(decision.SubjectId)).Select(candidate => new { candidate.SubjectId, candidate.Number, candidate.PostedAt }).SingleAsync(cancel)
            : null;
        var home = IdeaId.From(comment?.SubjectId ?? decision.SubjectId);
        var idea = await db.Ideas.AsNoTracking().Where(candidate => candidate.Id == home).Select(candidate => new { Number = candidate.Number ?? 0, candidate.Title, At = candidate.SubmittedAt ?? candidate.CreatedAt }).SingleAsync(cancel);
        var complaint = await db.Complaints.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.DecisionId == decision.Id && candidate.NoticeId == null, cancel);
        return new StatementOfReasons(decision, complaint, idea.Number, idea.Title, comment?.Number, comment?.PostedAt ?? idea.At);
    }
}

/// <summary>A decision as the one whom it concerns reads it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Complaint">The author's complaint.</param>
/// <param name="Idea">Number of the idea.</param>
/// <param name="Title">Title of the idea.</param>
/// <param name="Comment">Number of the comment, if it is about one.</param>
/// <param name="WrittenAt">When the contribution was written.</param>
public sealed record StatementOfReasons(Decision Decision, Complaint? Complaint, int Idea, string Title, int? Comment, DateTimeOffset WrittenAt);
