using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Strategy.Measures;
using Participation.Domain.Strategy.Services;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Strategy;

/// <summary>What a person of the staff changed about measures and services. The history is the city's and stays, with nobody's name.</summary>
internal sealed class StrategyOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 68;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(MeasureChange), typeof(ServiceState)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var changes = await (
            from change in db.MeasureChanges.AsNoTracking()
            join measure in db.Measures on change.MeasureId equals measure.Id
            where change.By == person
            orderby change.At
            select new { measure.Title, change.Kind, change.Milestone, change.Before, change.After, change.Reason, change.At }).ToListAsync(cancel);
        var states = await db.ServiceStates.AsNoTracking().Where(state => state.By == person).OrderBy(state => state.At).Select(state => new { state.Name, state.Version, state.Level, state.Light, state.At }).ToListAsync(cancel);
        return
        [
            new("measureChanges", [.. changes.Select(change => new ExportItem(
                ("title", change.Title), ("about", change.Kind), ("detail", change.Milestone), ("text", $"{change.Before} → {change.After}"), ("reason", change.Reason), ("at", change.At)))]),
            new("serviceStates", [.. states.Select(state => new ExportItem(("title", state.Name), ("version", state.Version), ("detail", $"{state.Level}, {state.Light}"), ("at", state.At)))]),
        ];
    }

    public Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) => Task.FromResult(false);
}
