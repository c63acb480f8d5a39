using Participation.Web.Hosting;

namespace Participation.Web.Accounts.OpenId;

/// <summary>Looks every minute whether a key is due, and takes in what another node made. Nothing has to be restarted.</summary>
internal sealed class KeyRotation(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyRotation> log) : BackgroundService
{
    /// <summary>How long a node may not know of a key that another one made.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<SigningKeys>(Pace, scopes, clock, log, keys => keys.EnsureAsync(stoppingToken), stoppingToken);
}
