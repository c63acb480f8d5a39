using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>What waits for a moderator.</summary>
public sealed class QueueQueries(ParticipationDbContext db, CityClock clock)
{
    private const int Most = 100;
    private const int DaysAhead = 14;

    private static readonly IdeaStatus[] Unanswered = [IdeaStatus.Published, IdeaStatus.UnderReview];

    /// <summary>Number of the newest event of the queue; read before the queue itself.</summary>
    public Task<long> SequenceAsync(CancellationToken cancel) =>
        db.Channels.AsNoTracking().Where(channel => channel.Key == Channel.Moderation).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);

    /// <summary>Submitted ideas and queued comments, oldest first.</summary>
    public async Task<IReadOnlyList<QueueItem>> WaitingAsync(CancellationToken cancel)
    {
        var ideas = await db.Ideas.AsNoTracking().Where(idea => idea.Status == IdeaStatus.Submitted && idea.Number != null).OrderBy(idea => idea.Number).Take(Most)
            .Select(idea => new { Number = idea.Number!.Value, idea.Title, idea.SubmittedAt, idea.CreatedAt }).ToListAsync(cancel);
        var comments = await db.Comments.AsNoTracking()
            .Where(comment => comment.Status == CommentStatus.Queued && comment.SubjectKind == SubjectKind.Idea).OrderBy(comment => comment.PostedAt).Take(Most)
            .Select(comment => new { comment.SubjectId, comment.Number, comment.PostedAt }).ToListAsync(cancel);
        var ids = comments.Select(comment => IdeaId.From(comment.SubjectId)).Distinct().ToList();
        var homes = await db.Ideas.AsNoTracking().Where(idea => ids.Contains(idea.Id)).Select(idea => new { idea.Id, idea.Number, idea.Title }).ToListAsync(cancel);
        var byId = homes.ToDictionary(home => home.Id.Value);
        return [.. ideas.Select(idea => new QueueItem(Links.ModerateIdea(idea.Number), ModerationTexts.KindIdea, idea.Title, idea.SubmittedAt ?? idea.CreatedAt))
            .Concat(comments.Where(comment => byId.ContainsKey(comment.SubjectId)).Select(comment => new QueueItem(
                Links.ModerateComment(byId[comment.SubjectId].Number ?? 0, comment.Number), ModerationTexts.KindComment, byId[comment.SubjectId].Title, comment.PostedAt)))
            .OrderBy(item => item.Since)];
    }

    /// <summary>Public ideas without an answer whose date is past or near.</summary>
    public async Task<IReadOnlyList<DueAnswer>> DueAnswersAsync(CancellationToken cancel)
    {
        var last = clock.Today.AddDays(DaysAhead);
        return await db.Ideas.AsNoTracking()
            .Where(idea => Unanswered.Contains(idea.Status) && idea.HiddenAt == null && idea.NextDate != null && idea.NextDate <= last)
            .OrderBy(idea => idea.NextDate).ThenBy(idea => idea.Number).Take(Most)
            .Select(idea => new DueAnswer(idea.Number!.Value, idea.Title, idea.NextDate!.Value)).ToListAsync(cancel);
    }
}

/// <summary>One thing that waits for a decision.</summary>
public sealed record QueueItem(string Address, string Kind, string Title, DateTimeOffset Since);

/// <summary>One idea whose answer is due.</summary>
public sealed record DueAnswer(int Number, string Title, DateOnly Day);
