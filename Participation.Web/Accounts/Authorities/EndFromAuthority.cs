using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Authorities;

/// <summary>
/// Ends the sessions that an authority reports as ended (OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.6). The same report twice
/// ends nothing more.
/// </summary>
public sealed class EndFromAuthority(ParticipationDbContext db, EndSessions end, IOptionsMonitor<OpenIdConnectOptions> connections, TimeProvider clock)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private const int MaxLength = 8_000;
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    /// <returns>Whether the report was genuine.</returns>
    public async Task<bool> ExecuteAsync(Authority authority, string report, CancellationToken cancel)
    {
        if (report.Length is 0 or > MaxLength || await ValidateAsync(authority, report) is not { } token) return false;
        var key = token.TryGetPayloadValue<string>("sid", out var sid) ? ConnectedIdentity.KeyOf(token.Issuer, sid) : null;
        var identity = token.TryGetPayloadValue<string>("sub", out var sub) ? ConnectedIdentity.KeyOf(token.Issuer, sub) : null;
        if (key is null && identity is null) return false;
        var ended = await db.AuthoritySessions.AsNoTracking().Where(session => (key == null || session.ForeignKey == key) && (identity == null || session.IdentityKey == identity))
            .Join(db.Sessions, session => session.SessionKey, session => session.Key, (_, session) => new { session.AccountId, session.Key }).ToListAsync(cancel);
        foreach (var session in ended) await end.OneAsync(session.AccountId, session.Key, cancel);
        return true;
    }

    private async Task<JsonWebToken?> ValidateAsync(Authority authority, string report)
    {
        var connection = connections.Get(authority.Scheme);
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(report, new TokenValidationParameters
        {
            ConfigurationManager = (BaseConfigurationManager)connection.ConfigurationManager!, ValidAudience = connection.ClientId, ClockSkew = connection.TokenValidationParameters.ClockSkew,
        });
        // An id_token has a nonce and no event: it must not pass for a report.
        return result is { IsValid: true, SecurityToken: JsonWebToken token } && AuthorityReach.IsIssuer(authority, token.Issuer) && !token.TryGetPayloadValue<string>("nonce", out _)
            && token.TryGetPayloadValue<JsonElement>("events", out var events) && events.ValueKind is JsonValueKind.Object && events.TryGetProperty(Event, out _)
            && clock.GetUtcNow().UtcDateTime - token.IssuedAt < Age
            ? token
            : null;
    }
}
