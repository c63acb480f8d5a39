using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>Reads what was decided, newest first.</summary>
public sealed class DecisionQueries(ParticipationDbContext db)
{
    /// <summary>Decisions of a page.</summary>
    public const int PageSize = 25;

    private const int MostOfOneCase = 50;

    /// <summary>A page of all decisions before a number: four queries.</summary>
    public async Task<IReadOnlyList<DecisionRow>> ListAsync(int? before, CancellationToken cancel)
    {
        var decisions = await Rows(db.Decisions.Where(decision => before == null || decision.Number < before)).Take(PageSize + 1).ToListAsync(cancel);
        var comments = await CommentsAsync(decisions, cancel);
        var homes = await db.Ideas.HomesAsync(db, decisions.Select(decision => comments.TryGetValue(decision.SubjectId, out var comment) ? comment.Idea : decision.SubjectId), cancel);
        return [.. decisions.Select(decision => comments.TryGetValue(decision.SubjectId, out var comment)
            ? decision with { Title = homes[comment.Idea].Title, Address = Links.ModerateComment(homes[comment.Idea].Number, comment.Number) }
            : homes.TryGetValue(decision.SubjectId, out var idea) ? decision with { Title = idea.Title, Address = Links.ModerateIdea(idea.Number) } : decision)];
    }

    /// <summary>All decisions on one case.</summary>
    public async Task<IReadOnlyList<DecisionRow>> OfAsync(Subject subject, CancellationToken cancel) =>
        await Rows(db.Decisions.Where(decision => decision.SubjectKind == subject.Kind && decision.SubjectId == subject.Id)).Take(MostOfOneCase).ToListAsync(cancel);

    private IQueryable<DecisionRow> Rows(IQueryable<Decision> decisions) =>
        from decision in decisions.AsNoTracking()
        join person in db.People on decision.DecidedBy equals (PersonId?)person.Id into people
        from moderator in people.DefaultIfEmpty()
        orderby decision.Number descending
        select new DecisionRow(
            decision.Number, decision.SubjectKind, decision.SubjectId, decision.Measure, decision.Ground, decision.Facts, moderator == null ? null : moderator.DisplayName, decision.DecidedAt, null, null);

    private async Task<Dictionary<Guid, (Guid Idea, int Number)>> CommentsAsync(List<DecisionRow> decisions, CancellationToken cancel)
    {
        List<CommentId> ids = [.. decisions.Where(decision => decision.Kind is SubjectKind.Comment).Select(decision => CommentId.From(decision.SubjectId)).Distinct()];
        var comments = await db.Comments.AsNoTracking().Where(comment => ids.Contains(comment.Id)).Select(comment => new { comment.Id, comment.SubjectId, comment.Number }).ToListAsync(cancel);
        return comments.ToDictionary(comment => comment.Id.Value, comment => (comment.SubjectId, comment.Number));
    }
}

/// <summary>One decision as moderators read it.</summary>
public sealed record DecisionRow(
    int Number, SubjectKind Kind, Guid SubjectId, Measure Measure, Ground Ground, string Facts, string? DecidedBy, DateTimeOffset At, string? Title, string? Address);
