using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Uploads;

namespace Participation.Web.Data;

/// <summary>
/// Objects of the council are shown inside others and name each other. OParl asks that whatever shows something counts as changed with it; so whoever saves a part raises the
/// time of change of what holds it, in the same transaction, and no use case has to think of it. Versions stay: what an editor sees of the whole did not change.
/// </summary>
internal sealed class CouncilRipples
{
    private readonly HashSet<BodyId> _bodies = [];
    private readonly HashSet<CouncilPersonId> _people = [];
    private readonly HashSet<CouncilPersonId> _goingPeople = [];
    private readonly HashSet<LocationId> _locations = [];
    private readonly HashSet<LocationId> _changedLocations = [];
    private readonly HashSet<LocationId> _places = [];
    private readonly HashSet<BodyId> _renamedBodies = [];
    private readonly HashSet<BodyId> _comingBodies = [];
    private readonly HashSet<LegislativeTermId> _comingTerms = [];
    private readonly HashSet<MeetingId> _renamedMeetings = [];
    private readonly HashSet<PaperId> _renamedPapers = [];
    private readonly HashSet<MeetingId> _meetings = [];
    private readonly HashSet<MeetingId> _comingMeetings = [];
    private readonly HashSet<AgendaItemId> _items = [];
    private readonly HashSet<AgendaItemId> _comingItems = [];
    private readonly HashSet<PaperId> _papers = [];
    private readonly HashSet<PaperId> _comingPapers = [];
    private readonly HashSet<Guid> _owners = [];
    private readonly HashSet<DocumentId> _documents = [];
    private readonly HashSet<DocumentId> _changedDocuments = [];
    private readonly HashSet<object> _new = [];
    private DateTimeOffset _at;

    private CouncilRipples() { }

    /// <summary>What is about to be saved and has to be told to others, or null.</summary>
    public static CouncilRipples? Of(ChangeTracker tracker)
    {
        CouncilRipples? ripples = null;
        foreach (var entry in tracker.Entries())
        {
            if (entry is not { State: EntityState.Added or EntityState.Modified or EntityState.Deleted, Entity: CouncilRecord or Document or Attachment }) continue;
            ripples ??= new CouncilRipples();
            ripples.Take(entry);
        }

        ripples?.LeaveOutNew();
        return ripples is { _at.Ticks: > 0 } ? ripples : null;
    }

    /// <summary>What is made in the same moment is as young as its parts.</summary>
    private void LeaveOutNew()
    {
        _bodies.RemoveWhere(id => _new.Contains(id));
        _people.RemoveWhere(id => _new.Contains(id));
        _locations.RemoveWhere(id => _new.Contains(id));
        _meetings.RemoveWhere(id => _new.Contains(id));
        _items.RemoveWhere(id => _new.Contains(id));
        _papers.RemoveWhere(id => _new.Contains(id));
    }

    /// <summary>Raises what holds or names what was saved.</summary>
    public async Task RaiseAsync(ParticipationDbContext db, CancellationToken cancel)
    {
        var (paper, meeting) = (SubjectKind.Paper, SubjectKind.Meeting);
        if (_changedLocations.Count > 0) await Touch(db.Meetings.Where(m => m.LocationId != null && _changedLocations.Contains(m.LocationId.Value)), cancel);
        if (_comingMeetings.Count > 0)
        {
            await Touch(db.AgendaItems.Where(item => _comingMeetings.Contains(item.MeetingId)), cancel);
            await Touch(db.Papers.Where(p => db.Consultations.Any(step => step.PaperId == p.Id && step.MeetingId != null && _comingMeetings.Contains(step.MeetingId.Value))), cancel);
            await Touch(db.Consultations.Where(step => step.MeetingId != null && _comingMeetings.Contains(step.MeetingId.Value)), cancel);
        }

        if (_comingItems.Count > 0)
        {
            await Touch(db.Papers.Where(p => db.Consultations.Any(step => step.PaperId == p.Id && step.AgendaItemId != null && _comingItems.Contains(step.AgendaItemId.Value))), cancel);
            await Touch(db.Consultations.Where(step => step.AgendaItemId != null && _comingItems.Contains(step.AgendaItemId.Value)), cancel);
        }

        if (_comingPapers.Count > 0)
        {
            await Touch(db.Consultations.Where(step => _comingPapers.Contains(step.PaperId)), cancel);
            await Touch(db.Meetings.Where(m => db.AgendaItems.Any(item => item.MeetingId == m.Id && db.Consultations.Any(step => step.AgendaItemId == item.Id && _comingPapers.Contains(step.PaperId)))), cancel);
            await Touch(db.AgendaItems.Where(item => db.Consultations.Any(step => step.AgendaItemId == item.Id && _comingPapers.Contains(step.PaperId))), cancel);
        }

        if (_items.Count > 0)
        {
            await Touch(db.AgendaItems.Where(item => _items.Contains(item.Id)), cancel);
            await Touch(db.Meetings.Where(m => db.AgendaItems.Any(item => item.MeetingId == m.Id && _items.Contains(item.Id))), cancel);
        }

        if (_goingPeople.Count > 0)
        {
            await Touch(db.BodyMemberships.Where(membership => _goingPeople.Contains(membership.PersonId)), cancel);
            await Touch(db.Bodies.Where(body => db.BodyMemberships.Any(membership => membership.BodyId == body.Id && _goingPeople.Contains(membership.PersonId))), cancel);
        }

        if (_comingTerms.Count > 0) await Touch(db.Bodies.Where(body => body.Terms.Any(link => _comingTerms.Contains(link.TermId))), cancel);
        if (_comingBodies.Count > 0)
        {
            await Touch(db.Bodies.Where(body => body.PredecessorId != null && _comingBodies.Contains(body.PredecessorId.Value)), cancel);
            await Touch(db.Papers.Where(p => (p.UnderDirectionOfId != null && _comingBodies.Contains(p.UnderDirectionOfId.Value)) || db.Consultations.Any(step => step.PaperId == p.Id && _comingBodies.Contains(step.BodyId))), cancel);
            await Touch(db.Consultations.Where(step => _comingBodies.Contains(step.BodyId)), cancel);
        }

        await RaiseNamedAsync(db, cancel);
        if (_people.Count > 0) await Touch(db.CouncilPeople.Where(person => _people.Contains(person.Id)), cancel);
        if (_bodies.Count > 0) await Touch(db.Bodies.Where(body => _bodies.Contains(body.Id)), cancel);
        if (_locations.Count > 0) await Touch(db.Locations.Where(location => _locations.Contains(location.Id)), cancel);
        if (_papers.Count > 0) await Touch(db.Papers.Where(p => _papers.Contains(p.Id)), cancel);
        if (_meetings.Count > 0) await Touch(db.Meetings.Where(m => _meetings.Contains(m.Id)), cancel);
        if (_changedDocuments.Count > 0)
        {
            await Touch(db.Papers.Where(p => db.Attachments.Any(beside => beside.SubjectKind == paper && beside.SubjectId == (Guid)(object)p.Id && _changedDocuments.Contains(beside.DocumentId))), cancel);
            await Touch(db.Meetings.Where(m => db.Attachments.Any(beside => beside.SubjectKind == meeting && beside.SubjectId == (Guid)(object)m.Id && _changedDocuments.Contains(beside.DocumentId))), cancel);
        }

        if (_places.Count > 0) await ListPlacesAsync(db, cancel);
        if (_owners.Count + _documents.Count > 0) await ListAsync(db, cancel);
    }

    /// <summary>The page of a part is that of its whole, whose address says its name: whoever renames the whole changes what its parts show, and what shows these.</summary>
    private async Task RaiseNamedAsync(ParticipationDbContext db, CancellationToken cancel)
    {
        if (_renamedBodies.Count > 0)
        {
            await Touch(db.BodyMemberships.Where(membership => _renamedBodies.Contains(membership.BodyId)), cancel);
            await Touch(db.CouncilPeople.Where(person => db.BodyMemberships.Any(membership => membership.PersonId == person.Id && _renamedBodies.Contains(membership.BodyId))), cancel);
        }

        if (_renamedMeetings.Count > 0) await Touch(db.AgendaItems.Where(item => _renamedMeetings.Contains(item.MeetingId)), cancel);
        if (_renamedPapers.Count > 0) await Touch(db.Consultations.Where(step => _renamedPapers.Contains(step.PaperId)), cancel);
    }

    /// <summary>The places of public meetings are known from now on, also when the meetings move.</summary>
    private Task<int> ListPlacesAsync(ParticipationDbContext db, CancellationToken cancel)
    {
        var at = _at;
        return db.Locations.Where(location => location.ListedAt == null && _places.Contains(location.Id) && db.Meetings.Any(m => m.LocationId == location.Id && m.Publication.From != null && m.Publication.From <= at))
            .ExecuteUpdateAsync(set => set.SetProperty(location => location.ListedAt, (DateTimeOffset?)at), cancel);
    }

    /// <summary>Files that stand beside something public are the council's from now on; all that came or went count as changed.</summary>
    private async Task ListAsync(ParticipationDbContext db, CancellationToken cancel)
    {
        var at = _at;
        var files = db.Documents.Where(document => _documents.Contains(document.Id) || db.Attachments.Any(beside => beside.DocumentId == document.Id && _owners.Contains(beside.SubjectId)));
        await files.Where(document => document.ListedAt == null && db.Attachments.Any(beside => beside.DocumentId == document.Id
                && ((beside.SubjectKind == SubjectKind.Paper && db.Papers.Any(p => (Guid)(object)p.Id == beside.SubjectId && p.Publication.From != null && p.Publication.From <= at))
                    || (beside.SubjectKind == SubjectKind.Meeting && db.Meetings.Any(m => (Guid)(object)m.Id == beside.SubjectId && m.Publication.From != null && m.Publication.From <= at)))))
            .ExecuteUpdateAsync(set => set.SetProperty(document => document.ListedAt, (DateTimeOffset?)at), cancel);
        await files.Where(document => document.ChangedAt < at).ExecuteUpdateAsync(set => set.SetProperty(document => document.ChangedAt, at), cancel);
    }

    private Task<int> Touch<T>(IQueryable<T> records, CancellationToken cancel) where T : CouncilRecord
    {
        var at = _at;
        return records.Where(record => record.ChangedAt < at).ExecuteUpdateAsync(set => set.SetProperty(record => record.ChangedAt, at), cancel);
    }

    private void Take(EntityEntry entry)
    {
        var added = entry.State is EntityState.Added;
        if (added && entry.Entity is CouncilRecord) _new.Add(entry.Property("Id").CurrentValue!);
        switch (entry.Entity)
        {
            case Location location when !added:
                _changedLocations.Add(location.Id);
                break;
            case LegislativeTerm term when !added && Comes(entry):
                _comingTerms.Add(term.Id);
                break;
            case Body body when !added:
                if (Changed(entry, nameof(Body.Name)) || Comes(entry)) _renamedBodies.Add(body.Id);
                if (Comes(entry)) _comingBodies.Add(body.Id);
                break;
            case CouncilPerson person when !added && Comes(entry):
                _goingPeople.Add(person.Id);
                break;
            case BodyMembership membership:
                _people.Add(membership.PersonId);
                Add(_bodies, entry, nameof(BodyMembership.BodyId), membership.BodyId);
                break;
            case Meeting meeting:
                if (meeting.LocationId is { } place) _places.Add(place);
                if (!added && Changed(entry, nameof(Meeting.Name))) _renamedMeetings.Add(meeting.Id);
                if (meeting.LocationId is not null || !added) Add(_locations, entry, nameof(Meeting.LocationId), meeting.LocationId);
                if (Comes(entry))
                {
                    if (!added) _comingMeetings.Add(meeting.Id);
                    _owners.Add(meeting.Id.Value);
                }

                break;
            case AgendaItem item:
                _meetings.Add(item.MeetingId);
                if (!added && (Changed(entry, nameof(CouncilRecord.DeletedAt)) || Changed(entry, nameof(AgendaItem.IsPublic)))) _comingItems.Add(item.Id);
                break;
            case Paper paper:
                if (!added && Changed(entry, nameof(Paper.Name))) _renamedPapers.Add(paper.Id);
                if (!Comes(entry)) break;
                if (!added) _comingPapers.Add(paper.Id);
                _owners.Add(paper.Id.Value);
                break;
            case Consultation step:
                _papers.Add(step.PaperId);
                Add(_items, entry, nameof(Consultation.AgendaItemId), step.AgendaItemId);
                break;
            case Resolution resolution:
                _items.Add(resolution.AgendaItemId);
                break;
            case Document document when !added:
                _changedDocuments.Add(document.Id);
                break;
            case Attachment attachment:
                _documents.Add(attachment.DocumentId);
                if (attachment.SubjectKind is SubjectKind.Paper) _papers.Add(PaperId.From(attachment.SubjectId));
                if (attachment.SubjectKind is SubjectKind.Meeting) _meetings.Add(MeetingId.From(attachment.SubjectId));
                break;
        }

        var at = entry.Entity switch { CouncilRecord record => record.ChangedAt, Document document => document.ChangedAt, _ => _at };
        if (at > _at) _at = at;
    }

    /// <summary>Whether something appears or vanishes by it. That a draft is planned or put off is nobody's business; its announcement is.</summary>
    private static bool Comes(EntityEntry entry) => entry.State is EntityState.Added || Changed(entry, nameof(CouncilRecord.DeletedAt)) || Changed(entry, nameof(Meeting.AnnouncedAt))
        || IsPublic(entry, before: true) != IsPublic(entry, before: false);

    private static bool IsPublic(EntityEntry entry, bool before)
    {
        var (publication, at) = (entry.ComplexProperty(nameof(IPublished.Publication)), ((CouncilRecord)entry.Entity).ChangedAt);
        return Value(nameof(Publication.From)) <= at && Value(nameof(Publication.WithdrawnAt)) is null;
        DateTimeOffset? Value(string property) => publication.Property(property) is var value && before ? (DateTimeOffset?)value.OriginalValue : (DateTimeOffset?)value.CurrentValue;
    }

    private static bool Changed(EntityEntry entry, string property) => entry.Property(property).IsModified;

    /// <summary>What it names now, and what it named before.</summary>
    private static void Add<TId>(HashSet<TId> ids, EntityEntry entry, string property, TId? now) where TId : struct
    {
        if (now is { } there) ids.Add(there);
        if (entry.State is not EntityState.Added && entry.Property(property).OriginalValue is TId before) ids.Add(before);
    }
}
