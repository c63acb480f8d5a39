using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas.Assisted;

/// <summary>Someone takes over the idea that staff wrote down for them, with the code of the receipt. The name they had until then is free again.</summary>
public sealed class ClaimIdea(ParticipationDbContext db, Changes changes, ClaimCodes codes)
{
    public async Task<Refusal?> ExecuteAsync(int number, string code, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Idea(number), Channel.Ideas, Channel.Moderation], cancel);
        var idea = await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == number && candidate.AssistedBy != null, cancel);
        var claim = idea is null ? null : await db.Set<IdeaClaim>().FindAsync([idea.Id], cancel);
        if (idea is null || claim is null || !codes.Fits(claim.Secret, code) || idea.AssistedBy == actor.Person) return new ClaimCodeIsWrong();

        var before = idea.AuthorId;
        if (idea.TakeOver(actor.Person) is { } refusal) return refusal;
        db.Remove(claim);
        // Nobody has a stance on an idea of one's own.
        if (await db.Stances.FindAsync([idea.Id, actor.Person], cancel) is { } stance)
        {
            idea.Forget(stance);
            db.Stances.Remove(stance);
            change.Counted(number);
        }

        change.Append(Channel.Idea(number), ChannelEventKind.IdeaChanged, number);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Audit("idea.claim", Subject.Of(idea.Id), actor);
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(number));
        await db.SaveChangesAsync(cancel);
        await db.Decisions.Where(decision => decision.AuthorId == before).ExecuteUpdateAsync(set => set.SetProperty(decision => decision.AuthorId, actor.Person), cancel);
        await db.People.Where(person => person.Id == before).ExecuteDeleteAsync(cancel);
        await change.CommitAsync(cancel);
        return null;
    }
}
