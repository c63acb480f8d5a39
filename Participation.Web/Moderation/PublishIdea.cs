using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator makes a submitted or declined idea public.</summary>
public sealed class PublishIdea(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(int number, int expectedVersion, Actor actor, CancellationToken cancel) => cases.DecideAsync(
        new CaseOrder(number, expectedVersion, actor), "idea.publish", (idea, process, now) => idea.Publish(process, actor.Person, now),
        new Statement(Measure.Publish), NotificationKind.IdeaPublished, ChannelEventKind.IdeaAppeared, cancel);
}
