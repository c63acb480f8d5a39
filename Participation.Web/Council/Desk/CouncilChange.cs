using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Desk;

/// <summary>The shape that every change of the council's side has: the staff alone, one after another, written down, cached pages evicted.</summary>
public sealed class CouncilChange(ParticipationDbContext db, Changes changes)
{
    /// <summary>Those who follow a meeting live see what became of it or of its agenda. The change holds the lock of its channel.</summary>
    public async Task TellFollowersAsync(Meeting meeting, Change change, CancellationToken cancel)
    {
        if (!await db.MeetingFloors.AnyAsync(floor => floor.MeetingId == meeting.Id, cancel)) return;
        change.Append(Channel.Meeting(meeting.Number), ChannelEventKind.FloorChanged, 0);
        change.Evict(CacheTags.Floors);
    }

    /// <param name="actor">Who changes.</param>
    /// <param name="action">Name in the audit log.</param>
    /// <param name="work">What is done; it says what it was done to and what the log shows.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="more">Further channels to lock.</param>
    /// <param name="isTrial">Whether it is only tried: everything is done and nothing of it stays. The caller clears what its context tracks.</param>
    /// <typeparam name="T">What comes of it.</typeparam>
    public async Task<Shared.Outcome<T>> RunAsync<T>(Actor actor, string action, Func<Change, Task<Shared.Outcome<Changed<T>>>> work, CancellationToken cancel, IEnumerable<string>? more = null, bool isTrial = false)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Council, .. more ?? []], cancel);
        var done = await work(change);
        if (done.Refusal is { } refusal) return refusal;
        var changed = done.Value ?? throw new InvalidOperationException("What was not refused was done.");
        if (isTrial) return changed.Value;
        if (changed.About is { } about) change.Audit(action, about, actor, changed.Detail);
        change.Evict(CacheTags.Council);
        await change.CommitAsync(cancel);
        return changed.Value;
    }
}

/// <summary>What was changed.</summary>
/// <param name="Value">What the page needs to know.</param>
/// <param name="About">What the audit log names; null when nothing was changed.</param>
/// <param name="Detail">What it shows.</param>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed record Changed<T>(T Value, Subject? About, string? Detail);
