using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>The staff adds terms, bodies and people of the council, changes them, and deletes what nothing hangs on.</summary>
public sealed class SaveBody(ParticipationDbContext db, CouncilChange council)
{
    /// <summary>Saves a term; without a number a new one.</summary>
    public Task<Outcome<int>> TermAsync(int? number, LegislativeTermPlan plan, PublicationChange step, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "term.save", async change =>
    {
        if (plan.Check() is { } wrong) return wrong;
        var term = await db.LegislativeTerms.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (term is null && number is not null) throw new Hosting.NotFoundException();
        if (term is null)
        {
            var same = await db.LegislativeTerms.AsNoTracking().OrderBy(other => other.Number).FirstOrDefaultAsync(other => other.Name == plan.Name && other.StartsOn == plan.StartsOn && other.DeletedAt == null, cancel);
            // The same form sent twice is one term; what somebody else wrote under this name, or is further or less far, is not thrown away.
            if (Publication.Draft.Take(step, change.Now, out var publication) is { } no) return no;
            if (same is not null) return same.Is(plan) && same.Publication.IsAsFarAs(publication, change.Now) ? new Changed<int>(same.Number, null, null) : new IsThereAlready(plan.Name);
            db.LegislativeTerms.Add(term = LegislativeTerm.Add(await db.NextNumberAsync(Counter.LegislativeTerms, cancel), plan, change.Now, publication: publication));
        }
        else if (term.Change(plan, expectedVersion, change.Now, step) is { } refusal) return refusal;

        return new Changed<int>(term.Number, new Subject(SubjectKind.Body, term.Id.Value), plan.Name);
    }, cancel);

    /// <summary>Saves a body; without a number a new one.</summary>
    public Task<Outcome<int>> BodyAsync(int? number, BodyPlan plan, PublicationChange step, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "body.save", async change =>
    {
        if (plan.Check() is { } wrong) return wrong;
        var body = await db.Bodies.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (body is null && number is not null) throw new Hosting.NotFoundException();
        if (body is null)
        {
            var same = await db.Bodies.AsNoTracking().OrderBy(other => other.Number).FirstOrDefaultAsync(other => other.Name == plan.Name && other.StartsOn == plan.StartsOn && other.DeletedAt == null, cancel);
            if (Publication.Draft.Take(step, change.Now, out var publication) is { } no) return no;
            if (same is not null) return same.Is(plan) && same.Publication.IsAsFarAs(publication, change.Now) ? new Changed<int>(same.Number, null, null) : new IsThereAlready(plan.Name);
            db.Bodies.Add(body = Body.Add(await db.NextNumberAsync(Counter.Bodies, cancel), plan, change.Now, publication: publication));
        }
        else
        {
            var before = body.Publication;
            if (body.Change(plan, expectedVersion, change.Now, step) is { } refusal) return refusal;
            if (await db.NeededBeforeAsync(body, before, change.Now, cancel) is { } needed) return new StillInUse(needed);
        }

        return new Changed<int>(body.Number, Subject.Of(body.Id), plan.Name);
    }, cancel);

    /// <summary>Saves someone of the council; without a number someone new.</summary>
    /// <param name="number">Who; null for someone new.</param>
    /// <param name="plan">The name.</param>
    /// <param name="seats">Memberships that are new, changed or taken away. One that is not named stays: what somebody else added in the meantime is not lost.</param>
    /// <param name="step">What becomes of their publication.</param>
    /// <param name="expectedVersion">The version that was looked at.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The number, or why not.</returns>
    public Task<Outcome<int>> PersonAsync(int? number, CouncilPersonPlan plan, IReadOnlyList<SeatPlan> seats, PublicationChange step, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "council-person.save", async change =>
    {
        if (seats.Select(seat => seat.Plan?.Check()).FirstOrDefault(wrong => wrong is not null) is { } contradiction) return contradiction;
        var person = await db.CouncilPeople.Include(candidate => candidate.Memberships).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (person is null && number is not null) throw new Hosting.NotFoundException();
        if (person is null)
        {
            if (Publication.Draft.Take(step, change.Now, out var publication) is { } no) return no;
            if (await SentBeforeAsync(plan, [.. seats.Where(seat => seat.Plan is not null).Select(seat => seat.Plan!)], publication, change.Now, cancel) is { } same) return new Changed<int>(same, null, null);
            db.CouncilPeople.Add(person = CouncilPerson.Add(await db.NextNumberAsync(Counter.CouncilPeople, cancel), plan, change.Now, publication: publication));
        }
        else if (person.Change(plan, expectedVersion, change.Now, step) is { } refusal) return refusal;

        foreach (var (membership, wanted) in seats)
        {
            var existing = membership is null ? null : person.Memberships.FirstOrDefault(there => there.Number == membership);
            if (wanted is null) existing?.Delete(change.Now);
            else if (existing is not null) existing.Renew(wanted, change.Now);
            else person.Join(await db.NextNumberAsync(Counter.BodyMemberships, cancel), wanted, change.Now);
        }

        return new Changed<int>(person.Number, new Subject(SubjectKind.Body, person.Id.Value), plan.Name);
    }, cancel);

    /// <summary>Deletes a term in which no body exists.</summary>
    public Task<Outcome<int>> DeleteTermAsync(int number, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "term.delete", async change =>
    {
        var term = await db.LegislativeTerms.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new Hosting.NotFoundException();
        if (await db.Bodies.Where(body => body.DeletedAt == null && body.Terms.Any(there => there.TermId == term.Id)).Select(body => body.Name).FirstOrDefaultAsync(cancel) is { } used) return new StillInUse(used);
        return Gone(term, new Subject(SubjectKind.Body, term.Id.Value), term.Name, change.Now);
    }, cancel);

    /// <summary>Deletes a body that has no meetings, members and papers.</summary>
    public Task<Outcome<int>> DeleteBodyAsync(int number, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "body.delete", async change =>
    {
        var body = await db.Bodies.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new Hosting.NotFoundException();
        var used = await db.Meetings.Where(meeting => meeting.DeletedAt == null && meeting.BodyId == body.Id).Select(meeting => meeting.Name).FirstOrDefaultAsync(cancel)
            ?? await db.Papers.Where(paper => paper.DeletedAt == null && (paper.UnderDirectionOfId == body.Id || db.Consultations.Any(step => step.PaperId == paper.Id && step.BodyId == body.Id && step.DeletedAt == null))).Select(paper => paper.Name).FirstOrDefaultAsync(cancel)
            ?? await db.CouncilPeople.Where(person => db.BodyMemberships.Any(membership => membership.PersonId == person.Id && membership.BodyId == body.Id && membership.DeletedAt == null)).Select(person => person.Name).FirstOrDefaultAsync(cancel)
            ?? await db.Bodies.Where(other => other.DeletedAt == null && other.PredecessorId == body.Id).Select(other => other.Name).FirstOrDefaultAsync(cancel);
        return used is not null ? new StillInUse(used) : Gone(body, Subject.Of(body.Id), body.Name, change.Now);
    }, cancel);

    /// <summary>Deletes someone with their memberships, as they were when somebody looked at them.</summary>
    public Task<Outcome<int>> DeletePersonAsync(int number, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "council-person.delete", async change =>
    {
        var person = await db.CouncilPeople.Include(candidate => candidate.Memberships).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new Hosting.NotFoundException();
        if (person is { DeletedAt: null, IsImported: false } && person.Version != expectedVersion) return new ChangedMeanwhile();
        foreach (var membership in person.Memberships) membership.Delete(change.Now);
        return Gone(person, new Subject(SubjectKind.Body, person.Id.Value), person.Name, change.Now);
    }, cancel);

    /// <summary>The same form sent twice is one person; two people of one name may sit in different bodies.</summary>
    private async Task<int?> SentBeforeAsync(CouncilPersonPlan plan, IReadOnlyList<BodyMembershipPlan> memberships, Publication publication, DateTimeOffset now, CancellationToken cancel)
    {
        var recent = now.AddMinutes(-10);
        var candidates = await db.CouncilPeople.AsNoTracking().Include(other => other.Memberships).Where(other => other.Name == plan.Name && other.CreatedAt > recent && other.DeletedAt == null && other.Origin == null).OrderBy(other => other.Number).ToListAsync(cancel);
        return candidates.Find(other => other.Is(plan) && other.Publication.IsAsFarAs(publication, now) && other.Memberships.Count(there => there.DeletedAt is null) == memberships.Count && memberships.All(wanted => other.Memberships.Any(there => there.Is(wanted))))?.Number;
    }

    private static Outcome<Changed<int>> Gone(CouncilRecord record, Subject about, string name, DateTimeOffset now)
    {
        if (record.IsImported) return new ComesFromElsewhere();
        var was = record.DeletedAt is null;
        record.Delete(now);
        return new Changed<int>(record.Number, was ? about : null, name);
    }
}

/// <summary>A membership as a form says it.</summary>
/// <param name="Number">Which; null for a new one.</param>
/// <param name="Plan">What it is; null when it is taken away.</param>
public sealed record SeatPlan(int? Number, BodyMembershipPlan? Plan);

/// <summary>Something still hangs on what shall be deleted, withdrawn or put off.</summary>
/// <param name="By">What.</param>
public sealed record StillInUse(string By) : Refusal;
