using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Council;

/// <summary>Reads bodies and meetings as everybody sees them; a fixed number of queries each.</summary>
public sealed class CouncilQueries(ParticipationDbContext db, Attachments attachments, CityClock clock)
{
    /// <summary>Most bodies and terms that are listed.</summary>
    public const int Most = 300;

    /// <summary>Meetings of a page.</summary>
    public const int PageSize = 25;

    /// <summary>Public terms, newest first.</summary>
    public async Task<IReadOnlyList<TermRow>> TermsAsync(CancellationToken cancel) => await db.LegislativeTerms.ThatArePublic(clock.Now).Where(term => term.DeletedAt == null)
        .OrderByDescending(term => term.StartsOn).ThenByDescending(term => term.Number).Take(Most).Select(term => new TermRow(term.Id, term.Number, term.Name, term.StartsOn, term.EndsOn)).ToListAsync(cancel);

    /// <summary>Public bodies by name.</summary>
    public async Task<IReadOnlyList<BodyRow>> BodiesAsync(CancellationToken cancel) => await Rows(db.PublicBodies(clock.Now).OrderBy(body => body.Name).Take(Most)).ToListAsync(cancel);

    /// <summary>One body, whatever its publication says; null when there is none. Around it stands what is public.</summary>
    public async Task<BodyView?> BodyAsync(int number, CancellationToken cancel)
    {
        var body = await Rows(db.Bodies.AsNoTracking().Where(candidate => candidate.Number == number && candidate.DeletedAt == null)).SingleOrDefaultAsync(cancel);
        if (body is null) return null;
        var relatives = await db.PublicBodies(clock.Now).Where(other => (db.Bodies.Any(self => self.Number == number && self.PredecessorId == other.Id) || db.Bodies.Any(self => self.Number == number && other.PredecessorId == self.Id)))
            .OrderBy(other => other.StartsOn).Take(20)
            .Select(other => new { Name = new BodyName(other.Number, other.Name, other.ShortName), Follows = db.Bodies.Any(self => self.Number == number && other.PredecessorId == self.Id) }).ToListAsync(cancel);
        var members = await (
            from membership in db.BodyMemberships.AsNoTracking()
            join person in db.CouncilPeople.ThatArePublic(clock.Now) on membership.PersonId equals person.Id
            where db.Bodies.Any(self => self.Number == number && self.Id == membership.BodyId) && membership.DeletedAt == null && person.DeletedAt == null
            orderby membership.Role == null, membership.Role descending, person.FamilyName ?? person.Name, person.Name
            select new MemberRow(person.Name, membership.Role, membership.VotingRight, membership.StartsOn, membership.EndsOn)).Take(Most).ToListAsync(cancel);
        var terms = await TermsAsync(cancel);
        return new BodyView(body, relatives.Find(other => !other.Follows)?.Name, [.. relatives.Where(other => other.Follows).Select(other => other.Name)], members, [.. terms.Where(term => body.Terms.Contains(term.Id))]);
    }

    /// <summary>Public meetings: those to come, the next one first, or those that were, the last one first.</summary>
    public async Task<IReadOnlyList<MeetingRow>> MeetingsAsync(int? body, bool past, int page, int take, CancellationToken cancel)
    {
        var meetings = Public(body, past);
        var sorted = past ? meetings.OrderByDescending(meeting => meeting.Start).ThenByDescending(meeting => meeting.Number) : meetings.OrderBy(meeting => meeting.Start).ThenBy(meeting => meeting.Number);
        return await Rows(sorted.Skip((page - 1) * take).Take(take)).ToListAsync(cancel);
    }

    /// <summary>How many there are.</summary>
    public Task<int> CountMeetingsAsync(int? body, bool past, CancellationToken cancel) => Public(body, past).CountAsync(cancel);

    /// <summary>One meeting, whatever its publication says; null when there is none.</summary>
    public async Task<MeetingView?> MeetingAsync(int number, CancellationToken cancel)
    {
        var meeting = await (
            from candidate in db.Meetings.AsNoTracking()
            join body in db.Bodies on candidate.BodyId equals body.Id
            join place in db.Locations on candidate.LocationId equals place.Id into places
            from location in places.DefaultIfEmpty()
            where candidate.Number == number && candidate.DeletedAt == null
            select new { candidate, Body = new BodyName(body.Number, body.Name, body.ShortName), Location = location == null ? null : location.Plan }).SingleOrDefaultAsync(cancel);
        if (meeting is null) return null;
        var (id, now) = (meeting.candidate.Id, clock.Now);
        var items = await (
            from item in db.AgendaItems.AsNoTracking()
            join c in db.Consultations.Where(c => c.DeletedAt == null) on item.Id equals c.AgendaItemId into consultations
            from consultation in consultations.DefaultIfEmpty()
            join p in db.Papers.ThatArePublic(now).Where(p => p.DeletedAt == null) on consultation.PaperId equals p.Id into papers
            from paper in papers.DefaultIfEmpty()
            join r in db.Resolutions.Where(r => r.DeletedAt == null) on item.Id equals r.AgendaItemId into resolutions
            from resolution in resolutions.DefaultIfEmpty()
            where item.MeetingId == id && item.DeletedAt == null
            orderby item.Order, item.Number
            select new
            {
                item.Number, item.Sign, item.Name, item.IsPublic,
                Role = consultation == null ? (ConsultationRole?)null : consultation.Role, Authoritative = consultation != null && consultation.Authoritative,
                Paper = paper == null ? null : new PaperName(paper.Number, paper.Name, paper.Reference), resolution,
            }).Take(Meeting.MaxItems).ToListAsync(cancel);
        return new MeetingView(
            id, number, meeting.candidate.Name, meeting.Body, meeting.candidate.Start, meeting.candidate.End, meeting.candidate.State, meeting.candidate.Cancelled, meeting.Location, meeting.candidate.Note,
            meeting.candidate.Publication, meeting.candidate.Sequence, meeting.candidate.ChangedAt, meeting.candidate.Origin,
            [.. items.DistinctBy(item => item.Number).Select(item => item.IsPublic
                ? new ItemView(item.Number, item.Sign, item.Name, true, item.Paper, item.Role, item.Authoritative, Shown(item.resolution)) { Retracted = RetractedView.Of(item.resolution) }
                : new ItemView(item.Number, item.Sign, null, false, null, null, false, null))],
            await attachments.OfAsync(Subject.Of(id), cancel));
    }

    /// <summary>A resolution as it is shown.</summary>
    internal static ResolutionView? Shown(Resolution? resolution) => resolution is null or { RetractedAt: not null } ? null : ResolutionView.Of(resolution);

    private IQueryable<Meeting> Public(int? body, bool past)
    {
        // A meeting counts as over on the day after it began.
        var today = clock.StartOf(clock.Today);
        var meetings = db.Meetings.ThatArePublic(clock.Now).Where(meeting => meeting.DeletedAt == null && (past ? meeting.Start < today : meeting.Start >= today));
        return body is { } number ? meetings.Where(meeting => db.Bodies.Any(candidate => candidate.Id == meeting.BodyId && candidate.Number == number)) : meetings;
    }

    private IQueryable<MeetingRow> Rows(IQueryable<Meeting> meetings) =>
        from meeting in meetings
        join body in db.Bodies on meeting.BodyId equals body.Id
        select new MeetingRow(
            meeting.Number, meeting.Name, new BodyName(body.Number, body.Name, body.ShortName), meeting.Start, meeting.End, meeting.State, meeting.Cancelled,
            db.Locations.Where(location => location.Id == meeting.LocationId).Select(location => location.Plan.Description).FirstOrDefault(),
            db.AgendaItems.Count(item => item.MeetingId == meeting.Id && item.DeletedAt == null));

    private IQueryable<BodyRow> Rows(IQueryable<Body> bodies) => bodies.Select(body => new BodyRow(
        body.Number, body.Name, body.ShortName, body.Kind, body.Classification, body.Note, body.StartsOn, body.EndsOn,
        body.Terms.Select(term => term.TermId).ToList(), body.Publication));
}
