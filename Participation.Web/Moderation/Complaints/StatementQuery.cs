using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Complaints;

/// <summary>Reads one decision with what it is about.</summary>
public sealed class StatementQuery(ParticipationDbContext db, Contributions contributions)
{
    public async Task<StatementOfReasons?> FindAsync(int number, CancellationToken cancel)
    {
        if (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) is not { } decision) return null;
        var complaint = await db.Complaints.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.DecisionId == decision.Id && candidate.NoticeId == null, cancel);
        var later = await db.Decisions.SinceAsync(decision.Id, cancel);
        var revokes = await db.Decisions.AsNoTracking().Where(other => other.Id == decision.RevokesId).Select(other => (int?)other.Number).SingleOrDefaultAsync(cancel);
        return new StatementOfReasons(decision, complaint, await contributions.OneAsync(new Subject(decision.SubjectKind, decision.SubjectId), cancel))
        {
            RevokedBy = later.Find(other => decision.RestrictsAuthor && other.Overturns(decision))?.Number, Revokes = revokes,
        };
    }
}

/// <summary>A decision as the one whom it concerns reads it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Complaint">The author's complaint.</param>
/// <param name="About">The contribution.</param>
public sealed record StatementOfReasons(Decision Decision, Complaint? Complaint, Contribution About)
{
    /// <summary>Number of the decision that took this one back.</summary>
    public int? RevokedBy { get; init; }

    /// <summary>Number of the decision that this one takes back.</summary>
    public int? Revokes { get; init; }
}
