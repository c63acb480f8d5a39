using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Desk;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>Where the contributions stand that decisions and notices are about: an idea, or a comment under one.</summary>
public sealed class Contributions(ParticipationDbContext db)
{
    /// <summary>Those of many subjects, by their id: two queries. What is neither idea nor comment is not among them.</summary>
    public async Task<Dictionary<Guid, Contribution>> FindAsync(IReadOnlyCollection<Subject> subjects, CancellationToken cancel)
    {
        List<CommentId> ids = [.. subjects.Where(subject => subject.Kind is SubjectKind.Comment).Select(subject => CommentId.From(subject.Id)).Distinct()];
        var comments = await db.Comments.AsNoTracking().Where(comment => ids.Contains(comment.Id)).Select(comment => new { comment.Id, comment.SubjectId, comment.Number, comment.PostedAt }).ToDictionaryAsync(comment => comment.Id.Value, cancel);
        var homes = await db.Ideas.HomesAsync(db, subjects.Select(subject => comments.GetValueOrDefault(subject.Id)?.SubjectId ?? subject.Id), cancel);
        var found = new Dictionary<Guid, Contribution>();
        foreach (var id in subjects.Select(subject => subject.Id).Distinct())
        {
            var comment = comments.GetValueOrDefault(id);
            if (homes.TryGetValue(comment?.SubjectId ?? id, out var home)) found[id] = new Contribution(home.Number, home.Title, home.Process, home.IsHidden, comment?.Number, comment?.PostedAt ?? home.WrittenAt);
        }

        return found;
    }

    /// <summary>What many of them say, without marks, by their id: two queries. What its author removed says so.</summary>
    public async Task<Dictionary<Guid, string>> TextsAsync(IReadOnlyCollection<Subject> subjects, CancellationToken cancel)
    {
        List<CommentId> comments = [.. subjects.Where(subject => subject.Kind is SubjectKind.Comment).Select(subject => CommentId.From(subject.Id)).Distinct()];
        List<IdeaId> ideas = [.. subjects.Where(subject => subject.Kind is SubjectKind.Idea).Select(subject => IdeaId.From(subject.Id)).Distinct()];
        var bodies = await db.Comments.AsNoTracking().Where(comment => comments.Contains(comment.Id)).Select(comment => new { comment.Id, comment.Body.Html, IsGone = comment.Status == CommentStatus.Deleted }).ToListAsync(cancel);
        var summaries = await db.Ideas.AsNoTracking().Where(idea => ideas.Contains(idea.Id)).Select(idea => new { idea.Id, idea.Summary }).ToListAsync(cancel);
        return bodies.Select(body => (Id: body.Id.Value, Text: body.IsGone ? DiscussionsTexts.DeletedStub : PlainText.Of(body.Html))).Concat(summaries.Select(idea => (Id: idea.Id.Value, Text: idea.Summary))).ToDictionary(text => text.Id, text => text.Text);
    }

    /// <summary>That of one subject, which must be one.</summary>
    public async Task<Contribution> OneAsync(Subject subject, CancellationToken cancel) => (await FindAsync([subject], cancel))[subject.Id];
}

/// <summary>Where a contribution stands.</summary>
/// <param name="Idea">Number of the idea.</param>
/// <param name="Title">Title of the idea.</param>
/// <param name="Process">Title of its process.</param>
/// <param name="IsIdeaHidden">Whether the idea is hidden, and its title with it.</param>
/// <param name="Comment">Number of the comment, if it is one.</param>
/// <param name="WrittenAt">When it was written.</param>
public sealed record Contribution(int Idea, string Title, string Process, bool IsIdeaHidden, int? Comment, DateTimeOffset WrittenAt)
{
    /// <summary>Where everyone reads it.</summary>
    public string Address => Comment is { } comment ? Links.Comment(Idea, comment) : Links.Idea(Idea);

    /// <summary>Where moderators decide on it.</summary>
    public string Case => At.Address();

    /// <summary>The same in numbers.</summary>
    public CaseRef At => new(Idea, Comment ?? 0);
}
