using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Desk;

/// <summary>
/// What happens once when a meeting or a paper becomes public: those who take part in what a paper comes from are told, and its proposals are before the committee. Done in the change
/// that publishes, or by the round when a plan's time has come.
/// </summary>
public sealed class Announcements(ParticipationDbContext db, InvolvedPeople people, CityClock clock)
{
    /// <summary>Longest title in an inbox.</summary>
    internal static string Short(string name) => name.Length <= Notification.TitleMaxLength ? name : name[..(Notification.TitleMaxLength - 1)] + "…";

    /// <summary>A meeting, if it is public and was not announced.</summary>
    public void Announce(Meeting meeting, DateTimeOffset now)
    {
        if (meeting.AnnouncedAt is null && meeting.DeletedAt is null && meeting.Publication.IsPublicAt(now)) meeting.Announce(now);
    }

    /// <summary>A public paper: each idea and proposal that it comes from once, however often it is withdrawn and published again. The caller holds the locks of its proposals.</summary>
    public async Task AnnounceAsync(Paper paper, Actor? actor, Change change, CancellationToken cancel)
    {
        if (paper.DeletedAt is not null || !paper.Publication.IsPublicAt(change.Now)) return;
        var ideas = paper.Ideas.Where(origin => origin.ToldAt is null).Select(origin => origin.IdeaId).ToList();
        var ids = paper.Proposals.Where(origin => origin.ToldAt is null).Select(origin => origin.ProposalId).ToList();
        if (paper.AnnouncedAt is null) paper.Announce(change.Now);
        else paper.NoteTold(change.Now);
        if (ideas.Count + ids.Count == 0) return;
        var body = await db.Bodies.AsNoTracking().Where(candidate => candidate.Id == paper.UnderDirectionOfId).Select(candidate => candidate.Name).FirstOrDefaultAsync(cancel);
        foreach (var proposal in await db.Proposals.Where(candidate => ids.Contains(candidate.Id)).ToListAsync(cancel)) HandOver(proposal, paper, body, change);
        var happening = new Happening(NotificationKind.PaperIntroduced, 0, Short(paper.Name), $"paper-{paper.Number}", CaseNumber: paper.Number);
        await people.TellAsync(ideas, ids, happening.Key, _ => happening, actor?.Person, change.Now, cancel);
    }

    /// <summary>A signed proposal is before the committee that leads; where nobody leads, a moderator names the committee.</summary>
    private void HandOver(Proposal proposal, Paper paper, string? body, Change change)
    {
        if (body is null || proposal.Status is not ProposalStatus.Published) return;
        var published = DateOnly.FromDateTime(clock.Local(proposal.PublishedAt ?? change.Now).DateTime);
        var day = paper.Date is { } date && date >= published && date <= clock.Today ? date : clock.Today;
        var name = body.Length <= Proposal.CommitteeMaxLength ? body : body[..Proposal.CommitteeMaxLength];
        if (proposal.HandOver(new Handover(name, day, paper.Reference), published, clock.Today, change.Now) is not null) return;
        change.Audit("proposal.hand-over", Subject.Of(proposal.Id), null, name);
        change.Evict(CacheTags.Proposals);
    }
}

/// <summary>Meetings, papers, and what the council consists of, whose planned time has come.</summary>
internal sealed class CouncilDue(ParticipationDbContext db, Changes changes, Announcements announcements) : IScheduledContent
{
    private const int Most = 100;

    public async Task PublishDueAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancel)
    {
        await AppearAsync(db.LegislativeTerms, "term.announce", term => (new Subject(SubjectKind.Body, term.Id.Value), term.Name), now, cancel);
        await AppearAsync(db.Bodies.IgnoreAutoIncludes(), "body.announce", body => (Subject.Of(body.Id), body.Name), now, cancel);
        await AppearAsync(db.CouncilPeople, "council-person.announce", person => (new Subject(SubjectKind.Body, person.Id.Value), person.Name), now, cancel);
        foreach (var number in await db.Meetings.ThatArePublic(now).Where(meeting => meeting.AnnouncedAt == null && meeting.DeletedAt == null).OrderBy(meeting => meeting.Number).Select(meeting => meeting.Number).Take(Most).ToListAsync(cancel))
            await MeetingAsync(number, cancel);
        foreach (var number in await db.Papers.ThatArePublic(now).Where(paper => paper.AnnouncedAt == null && paper.DeletedAt == null).OrderBy(paper => paper.Number).Select(paper => paper.Number).Take(Most).ToListAsync(cancel))
            await PaperAsync(number, cancel);
    }

    private async Task AppearAsync<T>(IQueryable<T> records, string action, Func<T, (Subject Subject, string Name)> about, DateTimeOffset now, CancellationToken cancel) where T : PublishedRecord
    {
        IQueryable<T> Due(DateTimeOffset at) => records.ThatArePublic(at).Where(record => record.AnnouncedAt == null && record.DeletedAt == null);
        if (!await Due(now).AnyAsync(cancel)) return;
        await using var change = await changes.BeginAsync([Channel.Council], cancel);
        foreach (var record in await Due(change.Now).AsTracking().OrderBy(record => record.Number).Take(Most).ToListAsync(cancel))
        {
            record.Announce(change.Now);
            var (subject, name) = about(record);
            change.Audit(action, subject, null, name);
        }

        change.Evict(CacheTags.Council);
        await change.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task MeetingAsync(int number, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Council], cancel);
        var meeting = await db.Meetings.SingleAsync(candidate => candidate.Number == number, cancel);
        announcements.Announce(meeting, change.Now);
        if (meeting.AnnouncedAt != change.Now) return;
        change.Audit("meeting.announce", Subject.Of(meeting.Id), null, meeting.Name);
        change.Evict(CacheTags.Council);
        await change.CommitAsync(cancel);
    }

    private async Task PaperAsync(int number, CancellationToken cancel)
    {
        var proposals = await db.Proposals.AsNoTracking().Where(proposal => db.Set<PaperProposal>().Any(origin => origin.ProposalId == proposal.Id && db.Papers.Any(paper => paper.Id == origin.PaperId && paper.Number == number))).Select(proposal => proposal.Number).ToListAsync(cancel);
        await using var change = await changes.BeginAsync([Channel.Council, .. proposals.Select(Channel.Proposal)], cancel);
        var paper = await db.Papers.Include(candidate => candidate.Ideas).Include(candidate => candidate.Proposals).SingleAsync(candidate => candidate.Number == number, cancel);
        await announcements.AnnounceAsync(paper, null, change, cancel);
        if (paper.AnnouncedAt != change.Now) return;
        change.Audit("paper.announce", Subject.Of(paper.Id), null, paper.Name);
        change.Evict(CacheTags.Council);
        await change.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
