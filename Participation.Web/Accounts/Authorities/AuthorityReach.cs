using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Participation.Web.Accounts.Authorities;

/// <summary>
/// Whether an authority answers: asked before anybody is sent there, so that nobody ends on a dead page; remembered for a moment, so that the
/// sign-in page can say so and nobody waits twice.
/// </summary>
public sealed class AuthorityReach(IOptionsMonitor<OpenIdConnectOptions> connections, TimeProvider clock, ILogger<AuthorityReach> log)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _down = new(StringComparer.Ordinal);

    /// <summary>Whether it did not answer a moment ago.</summary>
    public bool SeemsDown(Authority authority) => _down.TryGetValue(authority.Name, out var at) && clock.GetUtcNow() - at < Moment;

    public void NoteDown(Authority authority) => _down[authority.Name] = clock.GetUtcNow();

    /// <summary>Its discovery document, or null when it does not answer, answers with nonsense, or names another issuer.</summary>
    public async Task<OpenIdConnectConfiguration?> AskAsync(Authority authority, CancellationToken cancel)
    {
        if (SeemsDown(authority)) return null;
        var connection = connections.Get(authority.Scheme);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            // The known document can be hours old; whether anybody is there is asked now.
            using var answer = await connection.Backchannel.GetAsync(connection.MetadataAddress, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            answer.EnsureSuccessStatusCode();
            var configuration = await connection.ConfigurationManager!.GetConfigurationAsync(patience.Token);
            if (IsIssuer(authority, configuration.Issuer)) return Up(authority, configuration);
            log.LogError("The authority {Authority} names the issuer {Issuer}, which is neither its Url nor its Issuer.", authority.Name, configuration.Issuer);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested && failure is HttpRequestException or InvalidOperationException or IOException or OperationCanceledException or ArgumentException)
        {
            log.LogWarning("The authority {Authority} does not answer ({Kind}).", authority.Name, failure.GetType().Name);
        }

        NoteDown(authority);
        return null;
    }

    /// <summary>Whether an issuer is the configured one; a closing slash makes no difference in the configuration.</summary>
    public static bool IsIssuer(Authority authority, string? issuer) =>
        issuer is not null && issuer.TrimEnd('/') == (authority.Options.Issuer is { Length: > 0 } named ? named : authority.Options.Url).TrimEnd('/');

    private OpenIdConnectConfiguration Up(Authority authority, OpenIdConnectConfiguration configuration)
    {
        _down.TryRemove(authority.Name, out _);
        return configuration;
    }
}
