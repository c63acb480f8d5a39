using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Desk;

/// <summary>
/// A moderator begins with a case, goes on with it, or takes it over from somebody whom they name. Everything runs under the lock of the queue, so
/// of two at once one comes second and is told. Claims that are over are swept on the way.
/// </summary>
public sealed class TakeCase(ParticipationDbContext db, Changes changes, Matters matters, Parties parties)
{
    /// <param name="at">The case.</param>
    /// <param name="from">The taking of somebody else that is meant to end; null to take only what is free.</param>
    /// <param name="actor">The moderator; never whose contribution it is.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(CaseRef at, ClaimId? from, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Moderation], cancel);
        if (await parties.IsAsync(await matters.FindAsync(at, cancel), actor.Person, cancel)) return new NotAllowed();
        await db.CaseClaims.Where(claim => claim.Until <= change.Now).ExecuteDeleteAsync(cancel);
        var claim = await db.CaseClaims.Of(at).SingleOrDefaultAsync(cancel);
        if (claim?.HeldBy != actor.Person && await db.CaseClaims.CountAsync(other => other.HeldBy == actor.Person, cancel) >= CaseClaim.MostOfOnePerson) return new TooManyClaims(CaseClaim.MostOfOnePerson);
        if (claim is null) db.CaseClaims.Add(CaseClaim.Take(at, actor.Person, change.Now));
        else if (claim.TakeAgain(actor.Person, from, change.Now) is { } refusal) return refusal;
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, at.Number);
        await change.CommitAsync(cancel);
        return null;
    }
}

/// <summary>A moderator gives a case back. What is not theirs stays with whom it is.</summary>
public sealed class ReleaseCase(ParticipationDbContext db, Changes changes)
{
    /// <returns>Whether it was theirs.</returns>
    public async Task<bool> ExecuteAsync(CaseRef at, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Moderation], cancel);
        if (await db.CaseClaims.Of(at).Where(claim => claim.HeldBy == actor.Person).ExecuteDeleteAsync(cancel) == 0) return false;
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, at.Number);
        await change.CommitAsync(cancel);
        return true;
    }
}
