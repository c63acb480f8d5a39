using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Council.Desk;

/// <summary>The staff plans a meeting, changes it, cancels it.</summary>
public sealed class SaveMeeting(ParticipationDbContext db, CouncilChange council, Attachments attachments, Announcements announcements)
{
    /// <param name="number">The meeting; null for a new one.</param>
    /// <param name="plan">What is said of it; the place by <paramref name="place"/>.</param>
    /// <param name="place">Where, as it is shown; null for nowhere yet.</param>
    /// <param name="step">What becomes of its publication.</param>
    /// <param name="documents">Numbers of the documents beside it.</param>
    /// <param name="expectedVersion">The version that was looked at.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Its number, or why not.</returns>
    public Task<Outcome<int>> ExecuteAsync(
        int? number, MeetingPlan plan, string? place, PublicationChange step, IReadOnlyList<int> documents, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "meeting.save", async change =>
    {
        if (plan.Check() is { } wrong) return wrong;
        var there = plan with { Location = await PlaceAsync(place, change.Now, cancel) };
        var meeting = await db.Meetings.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (number is not null && meeting is null) throw new Hosting.NotFoundException();
        if (meeting is null)
        {
            var same = await db.Meetings.AsNoTracking().FirstOrDefaultAsync(other => other.BodyId == plan.Body && other.Start == plan.Start && other.DeletedAt == null, cancel);
            if (Publication.Draft.Take(step, change.Now, out var publication) is { } no) return no;
            // The same form sent twice is one meeting; another one at the same time is a mistake.
            if (same is not null)
            {
                return same.Is(there) && same.Publication.IsAsFarAs(publication, change.Now) && await attachments.AreAsync(Subject.Of(same.Id), documents, cancel) ? new Changed<int>(same.Number, null, null)
                    : same.Name == plan.Name ? new IsThereAlready(plan.Name) : new MeetingIsThere();
            }

            db.Meetings.Add(meeting = Meeting.Plan(await db.NextNumberAsync(Counter.Meetings, cancel), there, publication, change.Now));
        }
        else
        {
            var before = meeting.BodyId;
            if (meeting.Change(there, step, expectedVersion, change.Now) is { } refusal) return refusal;
            if (before != meeting.BodyId && await MoveAsync(meeting, change.Now, cancel) is { } decided) return decided;
        }

        if (await db.CheckBodyAsync(meeting.BodyId, meeting.Publication, change.Now, cancel) is { } hidden) return hidden;
        if (await attachments.SetAsync(Subject.Of(meeting.Id), documents, cancel) is { } unknown) return unknown;
        announcements.Announce(meeting, change.Now);
        if (number is not null) await council.TellFollowersAsync(meeting, change, cancel);
        return new Changed<int>(meeting.Number, Subject.Of(meeting.Id), plan.Name);
    }, cancel, number is { } known ? [Channel.Meeting(known)] : null);

    /// <summary>It is another body's: that body deliberates on its papers, unless the former one decided something.</summary>
    private async Task<Refusal?> MoveAsync(Meeting meeting, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Resolutions.Where(resolution => resolution.DeletedAt == null && db.AgendaItems.Any(item => item.Id == resolution.AgendaItemId && item.MeetingId == meeting.Id)).Select(resolution => resolution.Text).FirstOrDefaultAsync(cancel) is { } text) return new StillInUse(text[..Math.Min(text.Length, 120)]);
        foreach (var step in await db.Consultations.Where(step => step.DeletedAt == null && step.MeetingId == meeting.Id).ToListAsync(cancel)) step.Renew(new(meeting.BodyId, meeting.Id, step.AgendaItemId, step.Role, step.Authoritative), now);
        return null;
    }

    /// <summary>Deletes a meeting that nothing was decided in; one that was announced is rather cancelled.</summary>
    public Task<Outcome<int>> DeleteAsync(int number, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "meeting.delete", async change =>
    {
        var meeting = await db.Meetings.Include(candidate => candidate.Items).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new Hosting.NotFoundException();
        if (meeting.IsImported) return new ComesFromElsewhere();
        var items = meeting.Items.Select(item => item.Id).ToList();
        var used = await db.Papers.Where(paper => paper.DeletedAt == null && db.Consultations.Any(step => step.PaperId == paper.Id && step.MeetingId == meeting.Id && step.DeletedAt == null)).Select(paper => paper.Name).FirstOrDefaultAsync(cancel)
            ?? await db.Resolutions.Where(resolution => resolution.DeletedAt == null && items.Contains(resolution.AgendaItemId)).Select(resolution => resolution.Text).FirstOrDefaultAsync(cancel);
        if (used is not null) return new StillInUse(used[..Math.Min(used.Length, 120)]);
        var was = meeting.DeletedAt is null;
        foreach (var item in meeting.Items) item.Delete(change.Now);
        meeting.Delete(change.Now);
        return new Changed<int>(number, was ? Subject.Of(meeting.Id) : null, meeting.Name);
    }, cancel);

    /// <summary>Places are kept by what they are called, so that a town hall is one place however often it is typed.</summary>
    private async Task<LocationId?> PlaceAsync(string? place, DateTimeOffset now, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(place)) return null;
        var name = place.Trim();
        if (await db.Locations.AsNoTracking().Where(location => location.Plan.Description == name && location.DeletedAt == null).OrderBy(location => location.Number).Select(location => (LocationId?)location.Id).FirstOrDefaultAsync(cancel) is { } known) return known;
        var made = Location.Add(await db.NextNumberAsync(Counter.Locations, cancel), new(name, null, null, null, null, null, null), now);
        db.Locations.Add(made);
        return made.Id;
    }
}

/// <summary>The body has another meeting at this time.</summary>
public sealed record MeetingIsThere : Refusal;
