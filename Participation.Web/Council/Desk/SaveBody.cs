using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>The staff adds terms, bodies and people of the council, changes them, and deletes what nothing hangs on.</summary>
public sealed class SaveBody(ParticipationDbContext db, CouncilChange council)
{
    /// <summary>Saves a term; without a number a new one.</summary>
    public Task<Outcome<int>> TermAsync(int? number, LegislativeTermPlan plan, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "term.save", async change =>
    {
        if (plan.Check() is { } wrong) return wrong;
        var term = await db.LegislativeTerms.SingleOrDefaultAsync(candidate => number == null ? candidate.Name == plan.Name && candidate.StartsOn == plan.StartsOn && candidate.DeletedAt == null : candidate.Number == number, cancel);
        if (term is null && number is not null) throw new Hosting.NotFoundException();
        if (term is null) db.LegislativeTerms.Add(term = LegislativeTerm.Add(await db.NextNumberAsync(Counter.LegislativeTerms, cancel), plan, change.Now));
        // The same form sent twice is one term.
        else if (number is not null && term.Change(plan, expectedVersion, change.Now) is { } refusal) return refusal;
        return new Changed<int>(term.Number, new Subject(SubjectKind.Body, term.Id.Value), plan.Name);
    }, cancel);

    /// <summary>Saves a body; without a number a new one.</summary>
    public Task<Outcome<int>> BodyAsync(int? number, BodyPlan plan, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "body.save", async change =>
    {
        if (plan.Check() is { } wrong) return wrong;
        var body = await db.Bodies.SingleOrDefaultAsync(candidate => number == null ? candidate.Name == plan.Name && candidate.StartsOn == plan.StartsOn && candidate.DeletedAt == null : candidate.Number == number, cancel);
        if (body is null && number is not null) throw new Hosting.NotFoundException();
        if (body is null) db.Bodies.Add(body = Body.Add(await db.NextNumberAsync(Counter.Bodies, cancel), plan, change.Now));
        else if (number is not null && body.Change(plan, expectedVersion, change.Now) is { } refusal) return refusal;
        return new Changed<int>(body.Number, Subject.Of(body.Id), plan.Name);
    }, cancel);

    /// <summary>Saves someone of the council with their memberships; without a number someone new.</summary>
    public Task<Outcome<int>> PersonAsync(int? number, CouncilPersonPlan plan, IReadOnlyList<(int? Number, BodyMembershipPlan Plan)> memberships, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "council-person.save", async change =>
    {
        if (memberships.Select(membership => membership.Plan.Check()).FirstOrDefault(wrong => wrong is not null) is { } contradiction) return contradiction;
        var person = await db.CouncilPeople.Include(candidate => candidate.Memberships).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (person is null && number is not null) throw new Hosting.NotFoundException();
        if (person is null) db.CouncilPeople.Add(person = CouncilPerson.Add(await db.NextNumberAsync(Counter.CouncilPeople, cancel), plan, change.Now));
        else if (person.Change(plan, expectedVersion, change.Now) is { } refusal) return refusal;
        foreach (var gone in person.Memberships.Where(there => there.DeletedAt is null && !memberships.Any(membership => membership.Number == there.Number))) gone.Delete(change.Now);
        foreach (var (membership, wanted) in memberships)
        {
            if (person.Memberships.FirstOrDefault(there => there.Number == membership) is { } existing) existing.Renew(wanted, change.Now);
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

    /// <summary>Deletes someone with their memberships.</summary>
    public Task<Outcome<int>> DeletePersonAsync(int number, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "council-person.delete", async change =>
    {
        var person = await db.CouncilPeople.Include(candidate => candidate.Memberships).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new Hosting.NotFoundException();
        foreach (var membership in person.Memberships) membership.Delete(change.Now);
        return Gone(person, new Subject(SubjectKind.Body, person.Id.Value), person.Name, change.Now);
    }, cancel);

    private static Outcome<Changed<int>> Gone(CouncilRecord record, Subject about, string name, DateTimeOffset now)
    {
        if (record.IsImported) return new ComesFromElsewhere();
        var was = record.DeletedAt is null;
        record.Delete(now);
        return new Changed<int>(record.Number, was ? about : null, name);
    }
}

/// <summary>Something still hangs on what shall be deleted.</summary>
/// <param name="By">What.</param>
public sealed record StillInUse(string By) : Refusal;
