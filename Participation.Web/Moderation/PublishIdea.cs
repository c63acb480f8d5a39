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

/// <summary>A moderator makes a submitted or declined idea public.</summary>
public sealed class PublishIdea(ParticipationDbContext db, Changes changes, DecisionBook book, Notifier notifier)
{
    public async Task<Refusal?> ExecuteAsync(int number, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Idea(number), Channel.Ideas, Channel.Moderation], cancel);
        var idea = await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (!actor.IsModerator || idea.AuthorId == actor.Person) return new NotAllowed();
        if (idea.Version != expectedVersion) return new ChangedMeanwhile();
        var process = await db.Processes.SingleAsync(candidate => candidate.Id == idea.ProcessId, cancel);
        if (idea.Publish(process, actor.Person, change.Now) is { } refusal) return refusal;
        var decision = await book.WriteAsync(change, Subject.Of(idea.Id), idea.AuthorId, Measure.Publish, Ground.None, "", actor, cancel);
        notifier.Tell(idea.AuthorId, new Happening(NotificationKind.IdeaPublished, number, idea.Title, $"decision-{decision}"), change.Now);
        change.Append(Channel.Idea(number), ChannelEventKind.IdeaAppeared, number);
        change.Append(Channel.Ideas, ChannelEventKind.IdeaAppeared, number);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Audit("idea.publish", Subject.Of(idea.Id), actor);
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(number));
        await change.CommitAsync(cancel);
        return null;
    }
}
