using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Council.Desk;

/// <summary>Resolutions that a person of the staff planned. They stay the city's; one whose planner has left does not appear and stands among those that could not.</summary>
internal sealed class PlannedOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 71;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(PlannedResolution)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var plans = await (
            from plan in db.PlannedResolutions.AsNoTracking()
            join item in db.AgendaItems on plan.AgendaItemId equals item.Id
            where plan.PlannedBy == person
            orderby plan.PlannedAt
            select new { item.Name, plan.Form, plan.PlannedAt }).ToListAsync(cancel);
        return [new("plannedResolutions", [.. plans.Select(plan => new ExportItem(("title", plan.Name), ("text", plan.Form), ("at", plan.PlannedAt)))])];
    }

    public Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) => Task.FromResult(false);
}
