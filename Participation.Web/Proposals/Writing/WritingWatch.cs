using Participation.Domain.Accounts;
using Participation.Web.Accounts.Organisations;
using Participation.Web.Hosting;

namespace Participation.Web.Proposals.Writing;

/// <summary>Rings when somebody may have lost the right to read or write a text.</summary>
public sealed class WritingBell : Bell, IMembershipWatch
{
    public void Changed(OrganisationId organisation) => Ring();
}

/// <summary>Looks at once when the bell rings, and every few seconds for what happened elsewhere, whether those who have a text open on this node still may.</summary>
internal sealed class WritingWatch(IServiceScopeFactory scopes, WritingBell bell, TimeProvider clock, ILogger<WritingWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await bell.WaitAsync(Pace, clock, stoppingToken);
            await Rounds.OnceAsync(log, async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<WritingDoor>().RecheckAsync(stoppingToken);
            }, nameof(WritingDoor), stoppingToken);
        }
    }
}
