using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Html.Dom;
using Duende.IdentityModel.OidcClient;
using Duende.IdentityModel.OidcClient.Browser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Participation.Tests.Support;
using Participation.Web.Accounts.OpenId;

namespace Participation.Tests.Accounts.OpenId;

/// <summary>A client library that nobody here wrote, against the site on a real port with TLS: discovery, signatures and all.</summary>
public sealed class RealClientTests
{
    private const string Email = "anna@example.org";

    [Fact]
    public async Task A_real_client_signs_in_renews_loses_its_family_to_a_thief_and_signs_out()
    {
        using var certificate = Certificate();
        await using var site = new TestSite();
        site.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        site.StartServer();
        var authority = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await SignInTests.AddAsync(site, Email);
        var app = await ClientApp.RegisterAsync(site, redirects: ["http://127.0.0.1/callback"]);
        using var pages = new HttpClient(Trusting(certificate)) { BaseAddress = new Uri(authority) };
        var person = new PersonWithBrowser(new Browsing(pages));
        var client = new OidcClient(new OidcClientOptions
        {
            Authority = authority, ClientId = app.ClientId, Scope = "openid profile email offline_access ideas:read", Browser = person,
            // A program on the person's machine takes the port that is free.
            RedirectUri = "http://127.0.0.1:7890/callback", PostLogoutRedirectUri = ClientApp.SignedOut, BackchannelHandler = Trusting(certificate), LoadProfile = true,
        });

        var login = await client.LoginAsync(new LoginRequest());
        Assert.False(login.IsError, $"{login.Error} {login.ErrorDescription}");
        Assert.Equal(Email, login.User.FindFirst("email")?.Value);
        Assert.Equal(TokenSession.OneFactor, login.User.FindFirst("acr")?.Value ?? CodeFlowTests.Claims(login.IdentityToken).Text("acr"));
        Assert.Equal("Zustimmung", person.Seen);

        var renewed = await client.RefreshTokenAsync(login.RefreshToken);
        Assert.False(renewed.IsError, $"{renewed.Error} {renewed.ErrorDescription}");
        Assert.NotEqual(login.RefreshToken, renewed.RefreshToken);
        Assert.False((await client.GetUserInfoAsync(renewed.AccessToken)).IsError);

        // Later than the leeway the first refresh token is a stolen one: nothing of this sign-in counts any more.
        await LetTheLeewayPassAsync(site);
        Assert.True((await client.RefreshTokenAsync(login.RefreshToken)).IsError);
        Assert.True((await client.RefreshTokenAsync(renewed.RefreshToken)).IsError);
        Assert.True((await client.GetUserInfoAsync(renewed.AccessToken)).IsError);

        // The person is still signed in and agreed before, but any program on the machine could call itself by this name: the page is shown again.
        person.Seen = "";
        var again = await client.LoginAsync(new LoginRequest());
        Assert.False(again.IsError, $"{again.Error} {again.ErrorDescription}");
        Assert.Equal("Zustimmung", person.Seen);

        var left = await client.LogoutAsync(new LogoutRequest { IdTokenHint = again.IdentityToken });
        Assert.False(left.IsError, left.Error);
        Assert.True((await client.GetUserInfoAsync(again.AccessToken)).IsError);
        Assert.True((await client.RefreshTokenAsync(again.RefreshToken)).IsError);
    }

    /// <summary>Half a minute goes by in the database.</summary>
    private static Task<int> LetTheLeewayPassAsync(TestSite site) => site.WithDbAsync(async db =>
    {
        foreach (var token in db.Set<OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreToken<Guid>>().Where(token => token.RedemptionDate != null)) token.RedemptionDate = token.RedemptionDate!.Value.AddMinutes(-2);
        return await db.SaveChangesAsync();
    });

    private static HttpClientHandler Trusting(X509Certificate2 certificate) => new()
    {
        AllowAutoRedirect = false, CookieContainer = new CookieContainer(),
#pragma warning disable MA0039 // Stricter than usual: this one certificate, which was made a moment ago, and no other.
        ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == certificate.Thumbprint,
#pragma warning restore MA0039
    };

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    /// <summary>Fills in whatever page comes, as a person would.</summary>
    private sealed class PersonWithBrowser(Browsing browsing) : IBrowser
    {
        /// <summary>The last page that needed a decision.</summary>
        public string Seen { get; set; } = "";

        public async Task<BrowserResult> InvokeAsync(BrowserOptions options, CancellationToken cancellationToken = default)
        {
            var page = await browsing.GetAsync(options.StartUrl);
            for (var step = 0; step < 12; step++)
            {
                if (browsing.Last.Headers.Location?.ToString() is { } target)
                {
                    if (target.StartsWith(options.EndUrl, StringComparison.Ordinal)) return new BrowserResult { ResultType = BrowserResultType.Success, Response = target };
                    page = await browsing.GetAsync(target);
                }
                else if (page.QuerySelector("#anmelden") is IHtmlFormElement signIn)
                {
                    page = await SendAsync(signIn, ("Input.Email", Email), ("Input.Password", Steps.Password));
                }
                else if (page.QuerySelector("#zustimmung") is IHtmlFormElement consent)
                {
                    Seen = "Zustimmung";
                    page = await SendAsync(consent, ("entscheidung", "ja"));
                }
                else
                {
                    break;
                }
            }

            return new BrowserResult { ResultType = BrowserResultType.UnknownError, Error = $"{(int)browsing.Last.StatusCode} {page.Title} {page.QuerySelector("main")?.TextContent}" };
        }

        private Task<IHtmlDocument> SendAsync(IHtmlFormElement form, params (string Name, string Value)[] values)
        {
            var fields = Browsing.Fields(form);
            foreach (var (name, value) in values) fields[name] = value;
            return browsing.PostAsync(form.GetAttribute("action")!, fields);
        }
    }
}
