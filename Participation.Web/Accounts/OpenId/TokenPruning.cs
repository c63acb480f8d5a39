using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;

namespace Participation.Web.Accounts.OpenId;

/// <summary>Deletes what ended long ago, every hour: tokens first, then the authorizations that have none left.</summary>
internal sealed class TokenPruning(IServiceScopeFactory scopes, IOptions<OpenIdOptions> options, TimeProvider clock, ILogger<TokenPruning> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PruneAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "Tokens that ended could not be deleted; the next try follows in an hour.");
            }
        }
    }

    /// <summary>One round.</summary>
    public async Task PruneAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - options.Value.Pruning;
        var tokens = await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, cancel);
        var authorizations = await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, cancel);
        if (tokens + authorizations > 0) log.LogInformation("Deleted {Tokens} tokens and {Authorizations} authorizations that had ended.", tokens, authorizations);
    }
}
