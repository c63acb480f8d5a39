using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator brings a hidden idea back as it was.</summary>
public sealed class RestoreIdea(ParticipationDbContext db, Changes changes, DecisionBook book, Notifier notifier)
{
    public async Task<Refusal?> ExecuteAsync(int number, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Idea(number), Channel.Ideas, Channel.Moderation], cancel);
        var idea = await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (!actor.IsModerator || idea.AuthorId == actor.Person) return new NotAllowed();
        if (idea.Version != expectedVersion) return new ChangedMeanwhile();
        if (idea.Restore() is { } refusal) return refusal;
        var decision = await book.WriteAsync(change, Subject.Of(idea.Id), idea.AuthorId, Measure.Restore, Ground.None, "", actor, cancel);
        notifier.Tell(idea.AuthorId, new Happening(NotificationKind.IdeaRestored, number, idea.Title, $"decision-{decision}"), change.Now);
        change.Append(Channel.Idea(number), ChannelEventKind.IdeaAppeared, number);
        change.Append(Channel.Ideas, ChannelEventKind.IdeaAppeared, number);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Audit("idea.restore", Subject.Of(idea.Id), actor);
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(number));
        await change.CommitAsync(cancel);
        return null;
    }
}
