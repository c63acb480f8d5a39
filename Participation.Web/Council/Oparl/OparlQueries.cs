using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Uploads;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Council.Oparl;

/// <summary>
/// What exists for the interface: everything that was public once, as gone when it is not any more. Drafts, and what belongs to them, do not exist. Each is one query that
/// readers filter, order and cut.
/// </summary>
internal sealed class OparlQueries(ParticipationDbContext db, CityClock clock)
{
    public IQueryable<TermData> Terms() => db.LegislativeTerms.ThatWerePublic(clock.Now).Select(term => new TermData
    {
        Number = term.Number, CreatedAt = term.CreatedAt, ChangedAt = term.ChangedAt, Gone = term.DeletedAt != null || term.Publication.WithdrawnAt != null, Origin = term.Origin, Name = term.Name, StartsOn = term.StartsOn, EndsOn = term.EndsOn,
    });

    public IQueryable<OrganizationData> Organizations()
    {
        var bodies = db.PublicBodies(clock.Now).IgnoreAutoIncludes();
        return db.Bodies.ThatWerePublic(clock.Now).IgnoreAutoIncludes().Select(body => new OrganizationData
        {
            Number = body.Number, CreatedAt = body.CreatedAt, ChangedAt = body.ChangedAt, Gone = body.DeletedAt != null || body.Publication.WithdrawnAt != null, Origin = body.Origin, Name = body.Name,
            ShortName = body.ShortName, Kind = body.Kind, Classification = body.Classification, Note = body.Note, StartsOn = body.StartsOn, EndsOn = body.EndsOn,
            Predecessor = bodies.Where(other => other.Id == body.PredecessorId).Select(other => (int?)other.Number).FirstOrDefault(),
        });
    }

    public IQueryable<PersonData> People() => db.CouncilPeople.ThatWerePublic(clock.Now).Select(person => new PersonData
    {
        Number = person.Number, CreatedAt = person.CreatedAt, ChangedAt = person.ChangedAt, Gone = person.DeletedAt != null || person.Publication.WithdrawnAt != null, Origin = person.Origin, Name = person.Name, FamilyName = person.FamilyName,
        GivenName = person.GivenName,
    });

    public IQueryable<MembershipData> Memberships() =>
        from membership in db.BodyMemberships.AsNoTracking()
        join person in db.CouncilPeople.ThatWerePublic(clock.Now) on membership.PersonId equals person.Id
        join body in db.Bodies.ThatWerePublic(clock.Now) on membership.BodyId equals body.Id
        select new MembershipData
        {
            Number = membership.Number, CreatedAt = membership.CreatedAt, ChangedAt = membership.ChangedAt, Origin = membership.Origin,
            Gone = membership.DeletedAt != null || person.DeletedAt != null || person.Publication.WithdrawnAt != null || body.DeletedAt != null || body.Publication.WithdrawnAt != null,
            Person = person.Number, Body = body.Number, BodyName = body.Name, Role = membership.Role, VotingRight = membership.VotingRight, StartsOn = membership.StartsOn, EndsOn = membership.EndsOn,
        };

    /// <summary>Places at which there is or was a public meeting, and those of another system; a place that only drafts name does not exist.</summary>
    public IQueryable<LocationData> Locations()
    {
        var meetings = db.Meetings.ThatWerePublic(clock.Now);
        return db.Locations.AsNoTracking().Where(location => location.ListedAt != null || location.Origin != null || meetings.Any(meeting => meeting.LocationId == location.Id)).Select(location => new LocationData
        {
            Number = location.Number, CreatedAt = location.CreatedAt, ChangedAt = location.ChangedAt, Gone = location.DeletedAt != null, Origin = location.Origin, Plan = location.Plan,
        });
    }

    public IQueryable<MeetingData> Meetings() =>
        from meeting in db.Meetings.ThatWerePublic(clock.Now)
        join body in db.Bodies on meeting.BodyId equals body.Id
        join place in db.Locations.Where(location => location.DeletedAt == null) on meeting.LocationId equals place.Id into places
        from location in places.DefaultIfEmpty()
        select new MeetingData
        {
            Number = meeting.Number, CreatedAt = meeting.CreatedAt, ChangedAt = meeting.ChangedAt, Gone = meeting.DeletedAt != null || meeting.Publication.WithdrawnAt != null, Origin = meeting.Origin,
            Name = meeting.Name, Body = body.Number, State = meeting.State, Cancelled = meeting.Cancelled, Start = meeting.Start, End = meeting.End, Note = meeting.Note.Markdown,
            Location = location == null ? null : new LocationData { Number = location.Number, CreatedAt = location.CreatedAt, ChangedAt = location.ChangedAt, Origin = location.Origin, Plan = location.Plan },
        };

    public IQueryable<AgendaItemData> AgendaItems()
    {
        var papers = PublicPapers();
        return
            from item in db.AgendaItems.AsNoTracking()
            join meeting in db.Meetings.ThatWerePublic(clock.Now) on item.MeetingId equals meeting.Id
            join r in db.Resolutions.Where(r => r.DeletedAt == null && r.RetractedAt == null) on item.Id equals r.AgendaItemId into resolutions
            from resolution in resolutions.DefaultIfEmpty()
            select new AgendaItemData
            {
                Number = item.Number, CreatedAt = item.CreatedAt, ChangedAt = item.ChangedAt, Gone = item.DeletedAt != null || meeting.DeletedAt != null || meeting.Publication.WithdrawnAt != null,
                Origin = item.Origin, Meeting = meeting.Number, MeetingName = meeting.Name, Sign = item.Sign, Order = item.Order, Name = item.Name, IsPublic = item.IsPublic, CalledAt = item.CalledAt, Resolution = resolution,
                Consultation = db.Consultations.Where(step => step.AgendaItemId == item.Id && step.DeletedAt == null && papers.Any(paper => paper.Id == step.PaperId))
                    .OrderBy(step => step.Number).Select(step => (int?)step.Number).FirstOrDefault(),
            };
    }

    public IQueryable<PaperData> Papers()
    {
        var bodies = db.PublicBodies(clock.Now).IgnoreAutoIncludes();
        return db.Papers.ThatWerePublic(clock.Now).Select(paper => new PaperData
        {
            Number = paper.Number, CreatedAt = paper.CreatedAt, ChangedAt = paper.ChangedAt, Gone = paper.DeletedAt != null || paper.Publication.WithdrawnAt != null, Origin = paper.Origin,
            Name = paper.Name, Reference = paper.Reference, Date = paper.Date, PaperType = paper.PaperType, Summary = paper.Summary.Markdown,
            UnderDirectionOf = bodies.Where(body => body.Id == paper.UnderDirectionOfId).Select(body => (int?)body.Number).FirstOrDefault(),
        });
    }

    public IQueryable<ConsultationData> Consultations()
    {
        var meetings = PublicMeetings();
        return
            from step in db.Consultations.AsNoTracking()
            join paper in db.Papers.ThatWerePublic(clock.Now) on step.PaperId equals paper.Id
            join body in db.Bodies.ThatWerePublic(clock.Now) on step.BodyId equals body.Id
            select new ConsultationData
            {
                Number = step.Number, CreatedAt = step.CreatedAt, ChangedAt = step.ChangedAt, Gone = step.DeletedAt != null || paper.DeletedAt != null || paper.Publication.WithdrawnAt != null || body.DeletedAt != null || body.Publication.WithdrawnAt != null
                    || db.AgendaItems.Any(item => item.Id == step.AgendaItemId && item.DeletedAt == null && !item.IsPublic),
                Origin = step.Origin, Paper = paper.Number, PaperName = paper.Name, Body = body.Number, Role = step.Role, Authoritative = step.Authoritative,
                Meeting = meetings.Where(meeting => meeting.Id == step.MeetingId).Select(meeting => (int?)meeting.Number).FirstOrDefault(),
                AgendaItem = db.AgendaItems.Where(item => item.Id == step.AgendaItemId && item.DeletedAt == null && item.IsPublic && meetings.Any(meeting => meeting.Id == item.MeetingId))
                    .Select(item => (int?)item.Number).FirstOrDefault(),
            };
    }

    /// <summary>Files that stand beside something public of the council, or once did.</summary>
    public IQueryable<FileData> Files()
    {
        var beside = Beside();
        return db.Documents.AsNoTracking().Where(document => document.ListedAt != null || beside.Any(attachment => attachment.DocumentId == document.Id)).Select(document => new FileData
        {
            Number = document.Number, CreatedAt = document.PublishedAt, ChangedAt = document.ChangedAt, Origin = document.Origin,
            Gone = document.RemovedAt != null || !beside.Any(attachment => attachment.DocumentId == document.Id),
            Title = document.Title, Bytes = document.Bytes, Sha512 = document.Sha512, ExternalUrl = document.ExternalUrl, FileName = document.FileName, MimeType = document.MimeType, HasText = document.Text != "",
        });
    }

    /// <summary>The files beside public papers.</summary>
    public IQueryable<PlaceData> FilesOfPapers() => Places(PublicPapers().Select(paper => new Owner { Id = (Guid)(object)paper.Id, Number = paper.Number }), SubjectKind.Paper);

    /// <summary>The files beside public meetings.</summary>
    public IQueryable<PlaceData> FilesOfMeetings() => Places(PublicMeetings().Select(meeting => new Owner { Id = (Guid)(object)meeting.Id, Number = meeting.Number }), SubjectKind.Meeting);

    /// <summary>The words of a file.</summary>
    public Task<string?> TextAsync(int file, CancellationToken cancel) => db.Documents.Where(document => document.Number == file).Select(document => (string?)document.Text).SingleOrDefaultAsync(cancel);

    /// <summary>In which terms bodies exist: numbers of both.</summary>
    public async Task<ILookup<int, int>> TermsOfAsync(List<int> organizations, CancellationToken cancel)
    {
        var rows = await (
            from body in db.Bodies.IgnoreAutoIncludes()
            from link in body.Terms
            join term in db.LegislativeTerms.ThatArePublic(clock.Now) on link.TermId equals term.Id
            where organizations.Contains(body.Number) && term.DeletedAt == null
            orderby term.Number
            select new { Body = body.Number, Term = term.Number }).AsNoTracking().ToListAsync(cancel);
        return rows.ToLookup(row => row.Body, row => row.Term);
    }

    /// <summary>The newest public meetings at places: numbers of both.</summary>
    public async Task<ILookup<int, int>> MeetingsAtAsync(List<int> locations, CancellationToken cancel)
    {
        var rows = await (
            from meeting in PublicMeetings()
            join location in db.Locations on meeting.LocationId equals location.Id
            where locations.Contains(location.Number)
            orderby meeting.Number descending
            select new { Location = location.Number, Meeting = meeting.Number }).Take(MostMeetingsAtPlaces).ToListAsync(cancel);
        return rows.ToLookup(row => row.Location, row => row.Meeting);
    }

    private const int MostMeetingsAtPlaces = 2000;

    private IQueryable<Paper> PublicPapers() => db.Papers.ThatArePublic(clock.Now).Where(paper => paper.DeletedAt == null);

    private IQueryable<Meeting> PublicMeetings() => db.Meetings.ThatArePublic(clock.Now).Where(meeting => meeting.DeletedAt == null);

    private IQueryable<Attachment> Beside()
    {
        var (papers, meetings) = (PublicPapers(), PublicMeetings());
        return db.Attachments.Where(attachment =>
            (attachment.SubjectKind == SubjectKind.Paper && papers.Any(paper => (Guid)(object)paper.Id == attachment.SubjectId))
            || (attachment.SubjectKind == SubjectKind.Meeting && meetings.Any(meeting => (Guid)(object)meeting.Id == attachment.SubjectId)));
    }

    private IQueryable<PlaceData> Places(IQueryable<Owner> owners, SubjectKind kind) =>
        from attachment in db.Attachments.AsNoTracking()
        join document in db.Documents on attachment.DocumentId equals document.Id
        join owner in owners on attachment.SubjectId equals owner.Id
        where attachment.SubjectKind == kind && document.RemovedAt == null
        orderby attachment.Position, document.Number
        select new PlaceData
        {
            Owner = owner.Number, IsPaper = kind == SubjectKind.Paper, Position = attachment.Position,
            File = new FileData
            {
                Number = document.Number, CreatedAt = document.PublishedAt, ChangedAt = document.ChangedAt, Origin = document.Origin, Title = document.Title, Bytes = document.Bytes, Sha512 = document.Sha512,
                ExternalUrl = document.ExternalUrl, FileName = document.FileName, MimeType = document.MimeType, HasText = document.Text != "",
            },
        };

    private sealed class Owner
    {
        public Guid Id { get; init; }

        public int Number { get; init; }
    }
}
