using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>
/// What comes from another council system is changed there; whether it is read here, a moderator says: when something in it must not be public, that cannot wait until the other system is mended.
/// An import changes what it says and leaves it out of view.
/// </summary>
public sealed class ShowImported(ParticipationDbContext db, CouncilChange council)
{
    /// <param name="area">What it is.</param>
    /// <param name="number">Which.</param>
    /// <param name="step">What becomes of its publication.</param>
    /// <param name="seen">How far its publication was when somebody looked at it.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Its number, or why not.</returns>
    /// <exception cref="NotFoundException">There is none that comes from elsewhere.</exception>
    public Task<Outcome<int>> ExecuteAsync(DeskArea area, int number, PublicationChange step, PublicationState seen, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, step.Step is PublicationStep.Withdraw ? "imported.withdraw" : "imported.show", async change =>
    {
        var found = await FindAsync(area, number, cancel) ?? throw new NotFoundException();
        var before = found.Shown.Publication;
        if (found.Shown.Show(step, seen, change.Now) is { } refusal) return refusal;
        var after = found.Shown.Publication;
        if (after == before) return new Changed<int>(number, null, null);
        if (await db.CheckBodyAsync(found.Of, after, change.Now, cancel) is { } hidden) return hidden;
        if (found.Shown is Body body && await db.NeededBeforeAsync(body, before, change.Now, cancel) is { } needed) return new StillInUse(needed);
        if (found.Shown is Body back && after.IsPublicAt(change.Now)) await ShowWaitingAsync(back, change.Now, cancel);
        if (found.Shown is Meeting meeting) await council.TellFollowersAsync(meeting, change, cancel);
        return new Changed<int>(number, found.Subject, after.Reason ?? found.Name);
    }, cancel, area is DeskArea.Meetings ? [Channel.Meeting(number)] : null);

    /// <summary>Finds something that comes from elsewhere, tracked; null when there is none.</summary>
    public async Task<ImportedRecord?> FindAsync(DeskArea area, int number, CancellationToken cancel) => area switch
    {
        DeskArea.Meetings => await OneAsync(db.Meetings, number, cancel) is { } meeting ? new(meeting, meeting, Subject.Of(meeting.Id), meeting.Name, meeting.BodyId) : null,
        DeskArea.Papers => await OneAsync(db.Papers, number, cancel) is { } paper ? new(paper, paper, Subject.Of(paper.Id), paper.Name, paper.UnderDirectionOfId) : null,
        DeskArea.Bodies => await OneAsync(db.Bodies, number, cancel) is { } body ? new(body, body, Subject.Of(body.Id), body.Name, null) : null,
        DeskArea.Terms => await OneAsync(db.LegislativeTerms, number, cancel) is { } term ? new(term, term, new Subject(SubjectKind.Body, term.Id.Value), term.Name, null) : null,
        _ => await OneAsync(db.CouncilPeople, number, cancel) is { } person ? new(person, person, new Subject(SubjectKind.Body, person.Id.Value), person.Name, null) : null,
    };

    /// <summary>What came of a body while it was out of view, and waits for it.</summary>
    private async Task ShowWaitingAsync(Body body, DateTimeOffset now, CancellationToken cancel)
    {
        var meetings = await db.Meetings.Where(meeting => meeting.BodyId == body.Id && meeting.Origin != null && meeting.DeletedAt == null && meeting.Publication.From == null).ToListAsync(cancel);
        var papers = await db.Papers.Where(paper => paper.UnderDirectionOfId == body.Id && paper.Origin != null && paper.DeletedAt == null && paper.Publication.From == null).ToListAsync(cancel);
        foreach (var waiting in (IReadOnlyList<IShown>)[.. meetings, .. papers]) waiting.Show(new(PublicationStep.Publish), PublicationState.Draft, now);
    }

    private static Task<T?> OneAsync<T>(IQueryable<T> records, int number, CancellationToken cancel) where T : CouncilRecord =>
        records.SingleOrDefaultAsync(record => record.Number == number && record.Origin != null && record.DeletedAt == null, cancel);
}

/// <summary>Something that comes from another council system, whatever its kind.</summary>
/// <param name="Record">It.</param>
/// <param name="Shown">The same, as what is read or not.</param>
/// <param name="Subject">What it is to others.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Of">The body before which it cannot appear; null for none.</param>
public sealed record ImportedRecord(CouncilRecord Record, IShown Shown, Subject Subject, string Name, BodyId? Of);
