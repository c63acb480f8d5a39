using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Domain.Texts;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Discussions;

/// <summary>What is kept of a person's comments, with every text they had.</summary>
internal sealed class CommentsOfPerson(ParticipationDbContext db, Changes changes, CommentVisibility visibility, CityClock clock) : IPersonalData
{
    private const int Batch = 50;

    public int Order => 60;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Comment), typeof(CommentVersion)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var comments = await db.Comments.AsNoTracking().Where(comment => comment.AuthorId == person).Include(comment => comment.Versions).OrderBy(comment => comment.PostedAt).ToListAsync(cancel);
        var subjects = comments.Select(comment => IdeaId.From(comment.SubjectId)).Distinct().ToList();
        var ideas = await db.Ideas.AsNoTracking().Where(idea => subjects.Contains(idea.Id)).Select(idea => new { idea.Id, idea.Number, Title = idea.HiddenAt == null && IdeaStatuses.Public.Contains(idea.Status) ? idea.Title : null }).ToDictionaryAsync(idea => idea.Id.Value, cancel);
        var places = comments.Where(comment => comment.SubjectKind is SubjectKind.TextPassage).Select(comment => TextPassageId.From(comment.SubjectId)).Distinct().ToList();
        var passages = places.Count == 0 ? [] : (await db.TextPassages.AsNoTracking().Where(passage => places.Contains(passage.Id)).Select(passage => new { passage.Id, passage.Number, passage.Text.Title, passage.Text.Publication }).ToListAsync(cancel))
            .ToDictionary(passage => passage.Id.Value, passage => (passage.Number, Title: passage.Publication.IsPublicAt(clock.Now) ? passage.Title : null));
        return [new("comments", [.. comments.Select(comment => new ExportItem(
            ("idea", ideas.GetValueOrDefault(comment.SubjectId)?.Number), ("passage", passages.TryGetValue(comment.SubjectId, out var passage) ? passage.Number : null), ("title", ideas.GetValueOrDefault(comment.SubjectId)?.Title ?? passage.Title), ("number", comment.Number), ("label", comment.Label),
            ("text", comment.Body.Markdown), ("status", comment.Status), ("at", comment.PostedAt), ("editedAt", comment.EditedAt), ("removedAt", comment.RemovedAt), ("reason", comment.RemovalReason),
            ("versions", comment.Versions.OrderBy(version => version.Number).Select(version => new ExportItem(("version", version.Number), ("text", version.Body), ("at", version.WrittenAt))).ToList())))])];
    }

    public Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) => EraseTextsAsync(who, cancel);

    /// <summary>Comments of one discussion: of someone who takes texts along all that are not an organisation's, else those that were not published.</summary>
    private async Task<bool> EraseTextsAsync(LeavingPerson who, CancellationToken cancel)
    {
        var left = db.Comments.Where(comment => comment.AuthorId == who.Id && (comment.Status == CommentStatus.Declined || (who.TakesTextsAlong && comment.OrganisationId == null && comment.Status != CommentStatus.Deleted)));
        if (await left.OrderBy(comment => comment.SubjectId).Select(comment => (Guid?)comment.SubjectId).FirstOrDefaultAsync(cancel) is not { } subject) return false;
        var key = (await db.DiscussionHomesAsync([subject], cancel))[subject].Key;
        await using var change = await changes.BeginAsync([key.Channel, Channel.Moderation], cancel);
        var home = await db.DiscussedAsync(key, cancel) ?? throw new InvalidOperationException("What is discussed stays.");
        foreach (var comment in await left.Where(comment => comment.SubjectId == subject).Include(comment => comment.Versions).OrderBy(comment => comment.Number).Take(Batch).ToListAsync(cancel))
        {
            var before = comment.Status;
            comment.Erase(change.Now);
            await visibility.LeaveAsync(change, home, comment, before, cancel);
        }

        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, key.Number);
        change.Evict(CacheTags.Page(key));
        await change.CommitAsync(cancel);
        return true;
    }
}
