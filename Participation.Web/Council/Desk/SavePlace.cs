using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>The staff corrects a place: every meeting there shows it, earlier ones too. A meeting that is elsewhere gets another place.</summary>
public sealed class SavePlace(ParticipationDbContext db, CouncilChange council)
{
    /// <param name="number">The place.</param>
    /// <param name="plan">What is said of it.</param>
    /// <param name="expectedVersion">The version that was looked at.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Its number, or why not.</returns>
    public Task<Outcome<int>> ExecuteAsync(int number, LocationPlan plan, int expectedVersion, Actor actor, CancellationToken cancel) => council.RunAsync<int>(actor, "location.save", async change =>
    {
        var place = await db.Locations.SingleOrDefaultAsync(candidate => candidate.Number == number && candidate.DeletedAt == null, cancel) ?? throw new Hosting.NotFoundException();
        // Places are told apart by what they are called.
        if (await db.Locations.AnyAsync(other => other.Id != place.Id && other.DeletedAt == null && other.Plan.Description == plan.Description, cancel)) return new IsThereAlready(plan.Description);
        return place.Change(plan, expectedVersion, change.Now) is { } refusal ? refusal : new Changed<int>(number, new Subject(SubjectKind.Meeting, place.Id.Value), plan.Description);
    }, cancel);
}
