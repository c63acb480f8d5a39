using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Complaints;

/// <summary>The author of a restricted contribution, or whoever reported one that stayed, complains about the decision. A second time is the same complaint.</summary>
public sealed class FileComplaint(ParticipationDbContext db, Changes changes, ConcernedPeople concerned)
{
    /// <summary>The author complains.</summary>
    public async Task<Refusal?> ByAuthorAsync(int decision, string text, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Moderation], cancel);
        var about = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == decision, cancel) ?? throw new NotFoundException();
        if (!await concerned.IsAsync(about, actor.Person, cancel)) throw new NotFoundException();
        // Of several owners of an organisation the first one complains for all.
        if (await db.Complaints.AnyAsync(complaint => complaint.DecisionId == about.Id && complaint.NoticeId == null, cancel)) return null;
        if (Complaint.Check(about, ofAuthor: true, change.Now) is { } refusal) return refusal;
        return await FileAsync(change, about, actor.Person, null, text, cancel);
    }

    /// <summary>Whoever reported complains; the caller has seen that it is them.</summary>
    public async Task<Refusal?> ByNotifierAsync(NoticeId notice, string text, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Moderation], cancel);
        var reported = await db.Notices.AsNoTracking().SingleAsync(candidate => candidate.Id == notice, cancel);
        if (reported.DecisionId is not { } decided) return new NothingToComplainAbout();
        if (await db.Complaints.AnyAsync(complaint => complaint.NoticeId == notice, cancel)) return null;
        var about = await db.Decisions.AsNoTracking().SingleAsync(candidate => candidate.Id == decided, cancel);
        if (Complaint.Check(about, ofAuthor: false, change.Now) is { } refusal) return refusal;
        return await FileAsync(change, about, null, notice, text, cancel);
    }

    private async Task<Refusal?> FileAsync(Change change, Decision about, PersonId? author, NoticeId? notice, string text, CancellationToken cancel)
    {
        var complaint = Complaint.File(await db.NextNumberAsync(Counter.Complaints, cancel), about.Id, author, notice, text, change.Now);
        db.Complaints.Add(complaint);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, 0);
        change.Evict(CacheTags.Transparency);
        change.Audit("complaint.file", new Subject(about.SubjectKind, about.SubjectId), null, $"{complaint.Number}: {about.Number}");
        await change.CommitAsync(cancel);
        return null;
    }
}
