using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Processes;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Audit;

/// <summary>Names and addresses of what entries are about. What is gone has neither.</summary>
public sealed class AuditSubjects(ParticipationDbContext db, Contributions contributions)
{
    /// <summary>Those of many subjects, by their id: five queries, and one for each kind about proposals and meetings that is among them.</summary>
    public async Task<Dictionary<Guid, AuditSubject>> FindAsync(IReadOnlyCollection<Subject> subjects, CancellationToken cancel)
    {
        var found = (await contributions.FindAsync([.. subjects.Where(subject => subject.Kind is SubjectKind.Idea or SubjectKind.Comment or SubjectKind.Proposal or SubjectKind.Suggestion or SubjectKind.PassageComment or SubjectKind.MeetingQuestion)], cancel))
            .ToDictionary(one => one.Key, one => new AuditSubject(one.Value.Title, one.Value.At.Number > 0 ? one.Value.Case : null));
        List<ProcessId> processes = [.. Of(SubjectKind.Process).Select(ProcessId.From)];
        foreach (var process in await db.Processes.AsNoTracking().Where(process => processes.Contains(process.Id)).Select(process => new { process.Id, process.Title, process.Slug }).ToListAsync(cancel))
            found[process.Id.Value] = new AuditSubject(process.Title, Links.Process(process.Slug));
        List<OrganisationId> organisations = [.. Of(SubjectKind.Organisation).Select(OrganisationId.From)];
        foreach (var organisation in await db.Organisations.AsNoTracking().Where(organisation => organisations.Contains(organisation.Id)).Select(organisation => new { organisation.Id, organisation.Name, organisation.Slug }).ToListAsync(cancel))
            found[organisation.Id.Value] = new AuditSubject(organisation.Name, Links.Organisation(organisation.Slug));
        List<MeetingId> meetings = [.. Of(SubjectKind.Meeting).Select(MeetingId.From)];
        if (meetings.Count > 0)
            foreach (var meeting in await db.Meetings.AsNoTracking().Where(meeting => meetings.Contains(meeting.Id)).Select(meeting => new { meeting.Id, meeting.Name, meeting.Number }).ToListAsync(cancel))
                found[meeting.Id.Value] = new AuditSubject(meeting.Name, Links.Meeting(meeting.Number, meeting.Name));
        List<PersonId> people = [.. Of(SubjectKind.Person).Select(PersonId.From)];
        foreach (var person in await db.People.AsNoTracking().Where(person => people.Contains(person.Id)).Select(person => new { person.Id, person.DisplayName }).ToListAsync(cancel))
            found[person.Id.Value] = new AuditSubject(person.DisplayName, null);
        return found;

        IEnumerable<Guid> Of(SubjectKind kind) => subjects.Where(subject => subject.Kind == kind).Select(subject => subject.Id).Distinct();
    }
}

/// <summary>What an entry is about, as one reads it.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Address">Where it stands; null when it has no page.</param>
public sealed record AuditSubject(string Title, string? Address);
