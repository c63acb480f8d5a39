using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Web.Data;

namespace Participation.Web.Moderation;

/// <summary>What a moderator sees before two ideas become one.</summary>
public sealed class MergeQueries(ParticipationDbContext db)
{
    private const int Suggested = 6;

    /// <summary>One side of a merge; null when there is no such idea.</summary>
    public Task<MergeSide?> SideAsync(int number, CancellationToken cancel) => db.Ideas.AsNoTracking().Where(idea => idea.Number == number)
        .Select(idea => new MergeSide(
            idea.Id, number, idea.Title, idea.Summary, idea.Body.Html, db.People.Where(person => person.Id == idea.AuthorId).Select(person => person.DisplayName).First(),
            idea.AuthorId, idea.ProcessId, idea.Status, idea.CanMerge, idea.Version, idea.SubmittedAt, idea.ForCount + idea.NeutralCount + idea.AgainstCount, idea.CommentCount))
        .SingleOrDefaultAsync(cancel);

    /// <summary>What would move, counted as the merge would do it.</summary>
    public async Task<MergePreview> PreviewAsync(MergeSide source, MergeSide target, CancellationToken cancel)
    {
        var stances = db.Stances.Where(stance => stance.IdeaId == source.Id);
        var moving = await stances.CountAsync(
            stance => stance.PersonId != target.AuthorId && !db.Stances.Any(other => other.IdeaId == target.Id && other.PersonId == stance.PersonId), cancel);
        var comments = await db.Comments.CountAsync(comment => comment.SubjectKind == SubjectKind.Idea && comment.SubjectId == source.Id.Value, cancel);
        return new MergePreview(moving, await stances.CountAsync(cancel) - moving, comments);
    }

    /// <summary>Public ideas of the same process that sound alike.</summary>
    public async Task<IReadOnlyList<MergeCandidate>> CandidatesAsync(MergeSide source, CancellationToken cancel) =>
        await db.SimilarIdeas(source.Title).ThatArePublic()
            .Where(idea => idea.Id != source.Id && idea.ProcessId == source.ProcessId && idea.Status != IdeaStatus.Withdrawn)
            .Take(Suggested)
            .Select(idea => new MergeCandidate(idea.Number ?? 0, idea.Title, idea.Status, idea.ForCount + idea.NeutralCount + idea.AgainstCount, idea.CommentCount))
            .ToListAsync(cancel);
}

/// <summary>One of the two ideas.</summary>
public sealed record MergeSide(
    IdeaId Id, int Number, string Title, string Summary, string Html, string Author, PersonId AuthorId, ProcessId ProcessId, IdeaStatus Status, bool CanMerge,
    int Version, DateTimeOffset? SubmittedAt, int Stances, int Comments);

/// <summary>What moves.</summary>
/// <param name="Stances">Stances that count at the other idea afterwards.</param>
/// <param name="Dropped">Stances of people who took one there already, or who wrote it.</param>
/// <param name="Comments">Comments, held and hidden ones too.</param>
public sealed record MergePreview(int Stances, int Dropped, int Comments);

/// <summary>An idea that sounds alike.</summary>
public sealed record MergeCandidate(int Number, string Title, IdeaStatus Status, int Stances, int Comments);
