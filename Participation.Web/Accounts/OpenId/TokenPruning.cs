using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;

namespace Participation.Web.Accounts.OpenId;

/// <summary>Deletes tokens and authorizations that ended long ago: tokens first, then the authorizations that have none left.</summary>
internal sealed class TokenPruning(IOpenIddictTokenManager tokens, IOpenIddictAuthorizationManager authorizations, IOptions<OpenIdOptions> options, TimeProvider clock, ILogger<TokenPruning> log)
{
    /// <summary>One round.</summary>
    public async Task ExecuteAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - options.Value.Pruning;
        var (ended, empty) = (await tokens.PruneAsync(before, cancel), await authorizations.PruneAsync(before, cancel));
        if (ended + empty > 0) log.LogInformation("Deleted {Tokens} tokens and {Authorizations} authorizations that had ended.", ended, empty);
    }
}
