using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Moderation.Desk;

/// <summary>
/// What helps to decide: what was said around a comment, and what its author did here before. Nothing that does not help: no address, no stance, no
/// district, and of decisions only those that took something away.
/// </summary>
public sealed class CaseContextQuery(ParticipationDbContext db)
{
    private const int MostNeighbours = 8;
    private const int MostDecisions = 10;
    private const int TeaserLength = 140;

    /// <summary>The author's history: three queries, however much there is.</summary>
    public async Task<AuthorHistory> AuthorAsync(PersonId author, CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking().Where(candidate => candidate.Id == author).Select(candidate => new
        {
            candidate.DisplayName, candidate.JoinedAt, candidate.ErasedAt, candidate.Verification,
            Ideas = db.Ideas.ThatArePublic().Count(idea => idea.AuthorId == author),
            Comments = db.Comments.Count(comment => comment.AuthorId == author && comment.Status == CommentStatus.Published),
            Suggestions = db.Suggestions.Count(made => made.AuthorId == author && made.HiddenAt == null && !made.IsHeld && made.Status != SuggestionStatus.Withdrawn),
        }).SingleAsync(cancel);
        var decisions = await db.Decisions.AsNoTracking()
            .Where(decision => decision.AuthorId == author && decision.SubjectKind != SubjectKind.Proposal && (decision.Measure == Measure.Decline || decision.Measure == Measure.Hide || decision.Measure == Measure.Hold || decision.Measure == Measure.Shorten || decision.Measure == Measure.Lock
                    || decision.Measure == Measure.Warn || decision.Measure == Measure.Silence || decision.Measure == Measure.Suspend)
                // What was taken back says nothing about anyone.
                && !db.Decisions.Any(later => later.SubjectId == decision.SubjectId && later.SubjectKind == decision.SubjectKind && later.Number > decision.Number && (later.RevokesId == decision.Id || ((decision.Measure == Measure.Decline || decision.Measure == Measure.Hide || decision.Measure == Measure.Hold) && (later.Measure == Measure.Restore || later.Measure == Measure.Publish)) || (decision.Measure == Measure.Lock && later.Measure == Measure.Unlock))))
            .OrderByDescending(decision => decision.Number).Take(MostDecisions + 1)
            .Select(decision => new AuthorDecision(decision.Number, decision.Measure, decision.Ground, decision.DecidedAt)).ToListAsync(cancel);
        var notices = await db.Notices.CountAsync(notice => notice.Outcome == NoticeOutcome.Open
            && (db.Comments.Any(comment => (Guid)(object)comment.Id == notice.SubjectId && comment.AuthorId == author) || db.Ideas.Any(idea => (Guid)(object)idea.Id == notice.SubjectId && idea.AuthorId == author)
                || db.Suggestions.Any(made => (Guid)(object)made.Id == notice.SubjectId && made.AuthorId == author) || db.PassageComments.Any(remark => (Guid)(object)remark.Id == notice.SubjectId && remark.AuthorId == author)
                || db.MeetingQuestions.Any(question => (Guid)(object)question.Id == notice.SubjectId && question.AuthorId == author)), cancel);
        return new AuthorHistory(person.DisplayName, person.ErasedAt is null && person.Verification is not Verification.None ? person.JoinedAt : null, person.Ideas, person.Comments, person.Suggestions, notices, [.. decisions.Take(MostDecisions)], decisions.Count > MostDecisions);
    }

    /// <summary>What a comment replies to, what else replies to the same, and what replies to it: two queries. Deleted ones are not among them.</summary>
    public async Task<IReadOnlyList<Neighbour>> AroundAsync(CommentId id, CancellationToken cancel)
    {
        var it = await db.Comments.AsNoTracking().Where(comment => comment.Id == id).Select(comment => new { comment.ParentId, comment.RootId }).SingleAsync(cancel);
        var around = await (
            from comment in db.Comments.AsNoTracking()
            join person in db.People on comment.AuthorId equals person.Id
            where comment.RootId == it.RootId && comment.Id != id && comment.Status != CommentStatus.Deleted && (comment.ParentId == id || (it.ParentId != null && (comment.Id == it.ParentId || comment.ParentId == it.ParentId)))
            orderby comment.Path
            select new { comment.Id, comment.ParentId, comment.Number, person.DisplayName, comment.Body.Html, comment.Status }).Take(MostNeighbours).ToListAsync(cancel);
        return [.. around.Select(comment => new Neighbour(
            comment.Number, comment.DisplayName, PlainText.Teaser(comment.Html, TeaserLength), comment.Status is CommentStatus.Published,
            comment.Id == it.ParentId ? Place.Parent : comment.ParentId == id ? Place.Reply : Place.Sibling))];
    }
}

/// <summary>Where a comment stands to another one.</summary>
public enum Place
{
    /// <summary>The other one replies to it.</summary>
    Parent,

    /// <summary>Both reply to the same.</summary>
    Sibling,

    /// <summary>It replies to the other one.</summary>
    Reply,
}

/// <summary>A comment around the one that is decided on.</summary>
public sealed record Neighbour(int Number, string Author, string Excerpt, bool IsPublic, Place Place);

/// <summary>A decision against the author of a case.</summary>
public sealed record AuthorDecision(int Number, Measure Measure, Ground Ground, DateTimeOffset At);

/// <summary>What an author did here before.</summary>
/// <param name="Name">The public name.</param>
/// <param name="JoinedAt">Since when the account exists; null for none.</param>
/// <param name="Ideas">Public ideas.</param>
/// <param name="Comments">Public comments.</param>
/// <param name="Suggestions">Suggestions for proposals that those who read these see.</param>
/// <param name="OpenNotices">Notices about contributions that nobody answered.</param>
/// <param name="Decisions">Decisions that took something away, newest first.</param>
/// <param name="HasMore">Whether there are older ones.</param>
public sealed record AuthorHistory(string Name, DateTimeOffset? JoinedAt, int Ideas, int Comments, int Suggestions, int OpenNotices, IReadOnlyList<AuthorDecision> Decisions, bool HasMore);
