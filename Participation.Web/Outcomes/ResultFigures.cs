using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Web.Data;

namespace Participation.Web.Outcomes;

/// <summary>The figures of a process: counted, never typed. docs/results.md says what each of them counts.</summary>
/// <param name="People">People who handed something in, took a stance or wrote.</param>
/// <param name="Ideas">Public ideas by how far they are.</param>
/// <param name="For">Stances for.</param>
/// <param name="Neutral">Neutral stances.</param>
/// <param name="Against">Stances against.</param>
/// <param name="Comments">Published comments.</param>
/// <param name="Answered">Ideas with an official answer that decides.</param>
/// <param name="Hidden">Ideas and comments that are hidden by the moderation.</param>
public sealed record ResultFigures(int People, IReadOnlyDictionary<IdeaStatus, int> Ideas, int For, int Neutral, int Against, int Comments, int Answered, int Hidden)
{
    /// <summary>Public ideas.</summary>
    public int IdeaCount => Ideas.Values.Sum();

    /// <summary>All stances.</summary>
    public int Stances => For + Neutral + Against;

    /// <summary>As it is kept with a result.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what was kept; what cannot be read is nothing.</summary>
    public static ResultFigures? Of(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<ResultFigures>(json);
}

/// <summary>Counts them: six queries, however large a process is.</summary>
public sealed class CountFigures(ParticipationDbContext db)
{
    public async Task<ResultFigures> ExecuteAsync(ProcessId process, CancellationToken cancel)
    {
        var ideas = db.Ideas.AsNoTracking().Where(idea => idea.ProcessId == process);
        var byStatus = await ideas.Where(idea => idea.HiddenAt == null && IdeaStatuses.Public.Contains(idea.Status)).GroupBy(idea => idea.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var stances = await db.Stances.AsNoTracking().Where(stance => ideas.Any(idea => idea.Id == stance.IdeaId)).GroupBy(stance => stance.Kind).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var comments = db.Comments.AsNoTracking().Where(comment => comment.SubjectKind == SubjectKind.Idea && ideas.Any(idea => (Guid)(object)idea.Id == comment.SubjectId));
        var published = await comments.CountAsync(comment => comment.Status == CommentStatus.Published, cancel);
        var people = await ideas.Where(idea => idea.Status != IdeaStatus.Draft).Select(idea => idea.AuthorId)
            .Union(db.Stances.Where(stance => ideas.Any(idea => idea.Id == stance.IdeaId)).Select(stance => stance.PersonId))
            .Union(comments.Where(comment => comment.Status == CommentStatus.Published).Select(comment => comment.AuthorId)).CountAsync(cancel);
        var hidden = await ideas.CountAsync(idea => idea.HiddenAt != null, cancel) + await comments.CountAsync(comment => comment.Status == CommentStatus.Hidden, cancel);
        int Of(StanceKind kind) => stances.Where(stance => stance.Key == kind).Sum(stance => stance.Count);
        return new ResultFigures(
            people, byStatus.OrderBy(row => row.Key).ToDictionary(row => row.Key, row => row.Count), Of(StanceKind.For), Of(StanceKind.Neutral), Of(StanceKind.Against), published,
            byStatus.Where(row => row.Key.IsAnswered()).Sum(row => row.Count), hidden);
    }
}
