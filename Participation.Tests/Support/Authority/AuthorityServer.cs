using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Participation.Tests.Support.Authority;

/// <summary>A second OpenID Connect server on a port of its own, reached over real HTTP; anyone may sign in there as anybody.</summary>
internal sealed class AuthorityServer : IAsyncDisposable
{
    public const string ClientId = "mitmachen";
    public const string ClientSecret = "ein Geheimnis nur für Tests";

    /// <summary>Under which name the site knows it.</summary>
    public const string Name = "amt";

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "amt-1" };
    private WebApplication? _app;

    /// <summary>Base address, which is its issuer.</summary>
    public string Url { get; private set; } = "";

    public static async Task<AuthorityServer> StartAsync()
    {
        var server = new AuthorityServer();
        await server._connection.OpenAsync();
        await server.ServeAsync("http://127.0.0.1:0");
        return server;
    }

    /// <summary>What a site needs to know to send people here.</summary>
    public Action<Dictionary<string, string?>> Settings(Action<Dictionary<string, string?>>? more = null) => settings =>
    {
        const string Section = "Accounts:Authorities:" + Name;
        (settings[$"{Section}:DisplayName"], settings[$"{Section}:Url"], settings[$"{Section}:ClientId"], settings[$"{Section}:ClientSecret"]) = ("Bürgeramt", Url, ClientId, ClientSecret);
        foreach (var (level, value) in (IEnumerable<(string, string)>)[("basis", "stufe1"), ("niedrig", "stufe2"), ("substantiell", "stufe3"), ("hoch", "stufe4")]) settings[$"{Section}:Levels:{level}:0"] = value;
        (settings[$"{Section}:ResidenceClaim"], settings[$"{Section}:ResidenceValues:0"], settings[$"{Section}:ResidenceValues:1"]) = ("address.postal_code", "40878", "40880");
        more?.Invoke(settings);
    };

    /// <summary>Admits a site that is served at an address.</summary>
    public async Task AdmitAsync(string site)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await applications.FindByClientIdAsync(ClientId) is { } known) await applications.DeleteAsync(known);
        await applications.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId, ClientSecret = ClientSecret, ClientType = ClientTypes.Confidential,
            RedirectUris = { new Uri($"{site}/konto/anmelden/zurueck/{Name}") }, PostLogoutRedirectUris = { new Uri($"{site}/konto/abmelden/zurueck/{Name}") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Email, Permissions.Scopes.Profile,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
    }

    /// <summary>A logout token as the server sends it to its clients.</summary>
    public string LogoutToken(Dictionary<string, object> claims, string type = "logout+jwt") => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Url, Audience = ClientId, IssuedAt = TimeProvider.System.GetUtcNow().UtcDateTime, Expires = TimeProvider.System.GetUtcNow().AddMinutes(2).UtcDateTime, TokenType = type, Claims = claims,
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
    });

    /// <summary>Goes down; its port is free.</summary>
    public async Task StopAsync() => await _app!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        await _connection.DisposeAsync();
        _key.Rsa.Dispose();
    }

    private async Task ServeAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<AuthorityDb>(options => options.UseSqlite(_connection).UseOpenIddict());
        builder.Services.AddAuthorization();
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<AuthorityDb>())
            .AddServer(Configure);
        _app = builder.Build();
        _app.UseDeveloperExceptionPage(); // A test that fails shows why.
        _app.UseAuthentication();
        _app.UseAuthorization();
        AuthorityPages.Map(_app);
        await using (var scope = _app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<AuthorityDb>().Database.EnsureCreatedAsync();
        await _app.StartAsync();
        Url = _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/";
        await AdmitAsync("https://localhost");
        using var client = new HttpClient();
        await client.GetStringAsync(new Uri(Url + ".well-known/openid-configuration")); // The first answer takes longest; nobody is to wait for it.
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/endsession");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Email, Scopes.Profile);
        server.AddEphemeralEncryptionKey().AddSigningKey(_key);
        server.AddEventHandler<GenerateTokenContext>(handler => handler.UseInlineHandler(Twist).SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
        server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableEndSessionEndpointPassthrough();
    }

    /// <summary>Makes the id_tokens that nobody may accept.</summary>
    private static ValueTask Twist(GenerateTokenContext context)
    {
        if (context.TokenType is not TokenTypeIdentifiers.IdentityToken) return ValueTask.CompletedTask;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        if (context.Principal.GetClaim(Claims.Subject) is Claimant.ForeignIssuer) context.SecurityTokenDescriptor.Issuer = "https://fremd.example/";
        if (context.Principal.GetClaim(Claims.Subject) is Claimant.Expired)
            (context.SecurityTokenDescriptor.IssuedAt, context.SecurityTokenDescriptor.NotBefore, context.SecurityTokenDescriptor.Expires) = (now.AddHours(-2), null, now.AddHours(-1));
        return ValueTask.CompletedTask;
    }
}
