using Participation.Web.Hosting;

namespace Participation.Web.Proposals.Writing;

/// <summary>Looks every few seconds whether those who have a text open on this node still may, wherever their right was taken.</summary>
internal sealed class WritingWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WritingWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<WritingDoor>(Pace, scopes, clock, log, door => door.RecheckAsync(stoppingToken), stoppingToken);
}
