using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Discussions;

/// <summary>An author deletes a comment: the text goes for good, a stub stays if it has replies. A second call changes nothing.</summary>
public sealed class DeleteComment(ParticipationDbContext db, Changes changes, CommentVisibility visibility)
{
    public async Task<Refusal?> ExecuteAsync(DiscussionKey discussion, int number, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([discussion.Channel, Channel.Moderation], cancel);
        var (subject, comment) = await db.CommentAsync(discussion, number, cancel);
        if (comment.AuthorId != actor.Person) return new NotAllowed();
        if (comment.Status is CommentStatus.Deleted) return null;
        var wasVisible = comment.IsVisible;
        if (comment.Delete(change.Now) is { } refusal) return refusal;
        if (wasVisible) await visibility.DisappearAsync(change, subject, comment, cancel);
        else change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, discussion.Number);
        change.Audit("comment.delete", Subject.Of(comment.Id), actor);
        await change.CommitAsync(cancel);
        return null;
    }
}
