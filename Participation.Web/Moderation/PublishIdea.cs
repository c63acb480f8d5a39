using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator makes a submitted or declined idea public.</summary>
public sealed class PublishIdea(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, CancellationToken cancel) => cases.DecideAsync(
        order, "idea.publish", (idea, process, now) => idea.Publish(process, order.Actor.Person, now),
        new Statement(Measure.Publish), NotificationKind.IdeaPublished, ChannelEventKind.IdeaAppeared, cancel);
}
