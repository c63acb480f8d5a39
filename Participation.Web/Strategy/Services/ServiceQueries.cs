using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Editing;
using Participation.Domain.Strategy.Services;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Strategy.Services;

/// <summary>Reads online services: a city has some hundred, so lists are read whole and filtered in memory.</summary>
public sealed class ServiceQueries(ParticipationDbContext db, CityClock clock)
{
    /// <summary>So many quarters a chart goes back.</summary>
    public const int Quarters = 4;

    private const int MostStates = 200;

    /// <summary>Everything on the list now, by name.</summary>
    public async Task<IReadOnlyList<ServiceRow>> ListAsync(CancellationToken cancel) =>
        await db.OnlineServices.ThatArePublic(clock.Now).OrderBy(service => service.Name).ThenBy(service => service.Number).Take(OnlineService.Most).Select(Row).ToListAsync(cancel);

    /// <summary>One service of the list; null when it is not on it.</summary>
    public Task<ServiceRow?> ListedAsync(int number, CancellationToken cancel) => db.OnlineServices.ThatArePublic(clock.Now).Where(service => service.Number == number).Select(Row).SingleOrDefaultAsync(cancel);

    /// <summary>Everything, drafts too, the one changed last first.</summary>
    public async Task<IReadOnlyList<ManagedService>> ManagedAsync(CancellationToken cancel) => await db.OnlineServices.AsNoTracking().OrderByDescending(service => service.ChangedAt).Take(OnlineService.Most)
        .Select(service => new ManagedService(service.Number, service.Name, service.Model, service.Level, service.Light, service.Publication, service.ChangedAt)).ToListAsync(cancel);

    /// <summary>A service with what it was. Whoever asks looks at its publication.</summary>
    public async Task<ServiceView?> FindAsync(int number, CancellationToken cancel)
    {
        var one = db.OnlineServices.AsNoTracking().Where(service => service.Number == number);
        if (await one.Select(Row).SingleOrDefaultAsync(cancel) is not { } row) return null;
        var publication = await one.Select(service => service.Publication).SingleAsync(cancel);
        var states = await (
            from state in db.ServiceStates.AsNoTracking()
            join service in one on state.ServiceId equals service.Id
            where state.ListedFrom != null
            orderby state.Version descending
            select new { State = state, By = db.People.Where(person => person.Id == state.By).Select(person => person.DisplayName).FirstOrDefault() }).Take(MostStates).ToListAsync(cancel);
        states.Reverse();
        return new ServiceView(row, publication, Read(number, states.ConvertAll(state => (state.State, (string?)state.By)), clock.Now));
    }

    /// <summary>What everybody could read, the newest first: what was only planned or changed out of view is nobody's business.</summary>
    private static List<StateView> Read(int number, List<(ServiceState State, string? By)> states, DateTimeOffset now)
    {
        var read = new List<StateView>();
        for (var i = 0; i < states.Count; i++)
        {
            var (state, by) = states[i];
            if (state.IsWithdrawn)
            {
                if (read.LastOrDefault() is { IsListed: true } last) read.Add(last with { IsListed = false, WithdrawnReason = state.WithdrawnReason, At = state.At, By = by });
                continue;
            }

            var from = state.ListedFrom > state.At ? state.ListedFrom.Value : state.At;
            if (from > now || (i + 1 < states.Count && states[i + 1].State.At <= from)) continue;
            read.Add(new StateView(
                new ServiceRow(number, state.Name, state.Key, state.Description, state.Model, state.Level, state.Light, state.LightReason, state.Address, state.Note, state.Office, from), IsListed: true, null, from, by));
        }

        read.Reverse();
        return read;
    }

    /// <summary>The list as it was at the end of a day.</summary>
    public async Task<IReadOnlyList<ServiceRow>> AtEndOfAsync(DateOnly day, CancellationToken cancel)
    {
        var at = clock.StartOf(day.AddDays(1));
        return await (
            from state in ListedAt(at)
            join service in db.OnlineServices on state.ServiceId equals service.Id
            orderby state.Name, service.Number
            select new ServiceRow(
                service.Number, state.Name, state.Key, state.Description, state.Model, state.Level, state.Light, state.LightReason, state.Address, state.Note, state.Office, state.At)).Take(OnlineService.Most).ToListAsync(cancel);
    }

    /// <summary>How many services had each light at the ends of the quarters up to one, the oldest first; one query for each.</summary>
    public async Task<IReadOnlyList<LightCount>> CountsAsync(Quarter last, CancellationToken cancel)
    {
        var counts = new List<LightCount>();
        for (var (quarter, i) = (last, 0); i < Quarters; (quarter, i) = (quarter.Previous, i + 1))
        {
            var lights = await ListedAt(clock.StartOf(quarter.LastDay.AddDays(1))).GroupBy(state => state.Light).Select(group => new { Light = group.Key, Count = group.Count() }).ToListAsync(cancel);
            int Of(TrafficLight light) => lights.Find(count => count.Light == light)?.Count ?? 0;
            counts.Insert(0, new LightCount(quarter.LastDay, Of(TrafficLight.Green), Of(TrafficLight.Yellow), Of(TrafficLight.Red)));
        }

        return counts;
    }

    /// <summary>The last state of each service before an instant, if it was on the list then.</summary>
    private IQueryable<ServiceState> ListedAt(DateTimeOffset at) => db.ServiceStates.AsNoTracking().Where(state => state.At < at && state.ListedFrom < at && !state.IsWithdrawn
        && !db.ServiceStates.Any(later => later.ServiceId == state.ServiceId && later.Version > state.Version && later.At < at));

    private static Expression<Func<OnlineService, ServiceRow>> Row { get; } = service => new ServiceRow(
        service.Number, service.Name, service.Key, service.Description, service.Model, service.Level, service.Light, service.LightReason, service.Address, service.Note, service.Office, service.ChangedAt);
}

/// <summary>A service as its editors see it in their list.</summary>
public sealed record ManagedService(int Number, string Name, MaturityModel Model, int Level, TrafficLight Light, Publication Publication, DateTimeOffset ChangedAt);
