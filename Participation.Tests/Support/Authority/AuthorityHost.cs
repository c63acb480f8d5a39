using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
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

/// <summary>
/// The second OpenID Connect server itself: this program, started once more with <see cref="Command"/>. It says its address in its first line and
/// ends when its input does, so that none outlives the tests.
/// </summary>
internal static class AuthorityHost
{
    public const string Command = "authority";

    /// <summary>Admits a site as the only client.</summary>
    public const string Admit = "pruefung/zulassen";

    /// <summary>Makes a logout token.</summary>
    public const string Report = "pruefung/abmeldung";

    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "amt-1" };

    public static async Task<int> RunAsync(TextReader input, TextWriter output)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<AuthorityDb>(options => options.UseSqlite(connection).UseOpenIddict());
        builder.Services.AddAuthorization();
        builder.Services.AddOpenIddict().AddCore(core => core.UseEntityFrameworkCore().UseDbContext<AuthorityDb>()).AddServer(Configure);
        await using var app = builder.Build();
        app.UseDeveloperExceptionPage(); // A test that fails shows why.
        app.UseAuthentication();
        app.UseAuthorization();
        AuthorityPages.Map(app);
        app.MapPost(Admit, AdmitAsync);
        app.MapPost(Report, (Delegate)ReportAsync);
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<AuthorityDb>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        await output.WriteLineAsync(app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/");
        await output.FlushAsync();
        await input.ReadToEndAsync();
        return 0;
    }

    private static void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/endsession");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Email, Scopes.Profile);
        server.AddEphemeralEncryptionKey().AddSigningKey(Key);
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

    private static async Task<IResult> AdmitAsync(HttpContext http, IOpenIddictApplicationManager applications)
    {
        var site = await new StreamReader(http.Request.Body).ReadToEndAsync();
        if (await applications.FindByClientIdAsync(AuthorityServer.ClientId) is { } known) await applications.DeleteAsync(known);
        await applications.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = AuthorityServer.ClientId, ClientSecret = AuthorityServer.ClientSecret, ClientType = ClientTypes.Confidential,
            RedirectUris = { new Uri($"{site}/konto/anmelden/zurueck/{AuthorityServer.Name}") }, PostLogoutRedirectUris = { new Uri($"{site}/konto/abmelden/zurueck/{AuthorityServer.Name}") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Email, Permissions.Scopes.Profile,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
        return Results.Ok();
    }

    private static async Task<IResult> ReportAsync(HttpContext http)
    {
        var claims = await JsonSerializer.DeserializeAsync<Dictionary<string, JsonElement>>(http.Request.Body);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return Results.Text(new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = $"{http.Request.Scheme}://{http.Request.Host}/", Audience = AuthorityServer.ClientId, IssuedAt = now, Expires = now.AddMinutes(2), TokenType = "logout+jwt",
            Claims = claims!.ToDictionary(claim => claim.Key, claim => (object)claim.Value, StringComparer.Ordinal), SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        }));
    }
}
