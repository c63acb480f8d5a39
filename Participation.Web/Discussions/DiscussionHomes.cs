using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Texts;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Discussions;

/// <summary>Finds what is discussed, for changing: the idea, or the passage with its text.</summary>
public static class DiscussionHomes
{
    /// <summary>By its public name; null when there is none.</summary>
    public static async Task<IDiscussed?> DiscussedAsync(this ParticipationDbContext db, DiscussionKey key, CancellationToken cancel)
    {
        var number = key.Number;
        return key.IsIdea
            ? await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel)
            : await db.TextPassages.Include(passage => passage.Text).SingleOrDefaultAsync(candidate => candidate.Number == number && candidate.Level == 0, cancel);
    }

    /// <summary>What a comment belongs to.</summary>
    public static async Task<IDiscussed> HomeOfAsync(this ParticipationDbContext db, Comment comment, CancellationToken cancel)
    {
        if (comment.SubjectKind is SubjectKind.Idea) return await db.Ideas.SingleAsync(candidate => candidate.Id == IdeaId.From(comment.SubjectId), cancel);
        return await db.TextPassages.Include(passage => passage.Text).SingleAsync(candidate => candidate.Id == TextPassageId.From(comment.SubjectId), cancel);
    }

    /// <summary>A comment with what it belongs to; a comment of another discussion does not exist here.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<(IDiscussed Home, Comment Comment)> CommentAsync(this ParticipationDbContext db, DiscussionKey key, int number, CancellationToken cancel)
    {
        var home = await db.DiscussedAsync(key, cancel) ?? throw new NotFoundException();
        var (kind, id) = (home.Subject.Kind, home.Subject.Id);
        var comment = await db.Comments.Include(c => c.Versions).SingleOrDefaultAsync(c => c.SubjectKind == kind && c.SubjectId == id && c.Number == number, cancel) ?? throw new NotFoundException();
        return (home, comment);
    }

    /// <summary>Where many things that are discussed are, by their ids: one query, and one more when a passage is among them.</summary>
    public static async Task<Dictionary<Guid, DiscussionHome>> DiscussionHomesAsync(this ParticipationDbContext db, IEnumerable<Guid> ids, CancellationToken cancel)
    {
        List<IdeaId> ideas = [.. ids.Distinct().Select(IdeaId.From)];
        if (ideas.Count == 0) return [];
        var homes = (await db.Ideas.AsNoTracking().Where(idea => ideas.Contains(idea.Id))
            .Select(idea => new { idea.Id, idea.Number, idea.Title, Process = db.Processes.Where(process => process.Id == idea.ProcessId).Select(process => process.Title).First(), idea.HiddenAt, At = idea.SubmittedAt ?? idea.CreatedAt }).ToListAsync(cancel))
            .ToDictionary(row => row.Id.Value, row => new DiscussionHome(row.Number ?? 0, row.Title, row.Process, row.HiddenAt is not null, row.At));
        List<TextPassageId> passages = [.. ideas.Where(id => !homes.ContainsKey(id.Value)).Select(id => TextPassageId.From(id.Value))];
        if (passages.Count == 0) return homes;
        foreach (var row in await db.TextPassages.AsNoTracking().Where(passage => passages.Contains(passage.Id))
            .Select(passage => new { passage.Id, passage.Number, passage.Text.Title, Process = db.Processes.Where(process => process.Id == passage.Text.ProcessId).Select(process => process.Title).First(), passage.Text.Publication.WithdrawnAt, passage.Text.CreatedAt }).ToListAsync(cancel))
            homes[row.Id.Value] = new DiscussionHome(DiscussionKey.OfPassage(row.Number), row.Title, row.Process, row.WithdrawnAt is not null, row.CreatedAt);
        return homes;
    }
}

/// <summary>Where something that is discussed is.</summary>
/// <param name="Key">Its public name.</param>
/// <param name="Title">Title of the idea, or of the text.</param>
/// <param name="Process">Title of its process.</param>
/// <param name="IsHidden">Whether it was taken out of view.</param>
/// <param name="WrittenAt">When it was handed in, or set up.</param>
public sealed record DiscussionHome(DiscussionKey Key, string Title, string Process, bool IsHidden, DateTimeOffset WrittenAt);
