using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator brings a hidden idea back as it was.</summary>
public sealed class RestoreIdea(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, CancellationToken cancel) => cases.DecideAsync(
        order, "idea.restore", (idea, _, _) => idea.Restore(),
        new Statement(Measure.Restore), NotificationKind.IdeaRestored, ChannelEventKind.IdeaAppeared, cancel);
}
