using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas;

/// <summary>An author takes an idea back; it stays readable with its discussion. A second call changes nothing.</summary>
public sealed class WithdrawIdea(ParticipationDbContext db, Changes changes, Notifier notifier)
{
    public async Task<Refusal?> ExecuteAsync(int number, string? reason, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Idea(number), Channel.Ideas, Channel.Moderation], cancel);
        var idea = await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        if (idea.AuthorId != actor.Person) return new NotAllowed();
        if (idea.Status is IdeaStatus.Withdrawn) return null;
        if (idea.Withdraw(reason, change.Now) is { } refusal) return refusal;
        var happening = new Happening(NotificationKind.IdeaStatusChanged, number, idea.Title, $"idea.withdraw-{number}-{idea.Version}", Detail: reason);
        if (idea.IsPublic) await notifier.TellInvolvedAsync(idea, happening, actor.Person, change.Now, cancel);
        change.Append(Channel.Idea(number), ChannelEventKind.IdeaChanged, number);
        change.Append(Channel.Ideas, ChannelEventKind.IdeaChanged, number);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Audit("idea.withdraw", Subject.Of(idea.Id), actor);
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(number));
        await change.CommitAsync(cancel);
        return null;
    }
}
