using System.Net;
using Participation.Tests.Support;
using Participation.Web.Accounts.OpenId;

namespace Participation.Tests.Accounts.OpenId;

/// <summary>Requests that no honest application makes.</summary>
public sealed class HostileRequestTests
{
    [Theory]
    [InlineData("redirect_uri", "https://evil.example/callback")]
    [InlineData("redirect_uri", "https://app.example.org/callback/../x")]
    [InlineData("redirect_uri", "https://app.example.org/callback?more=1")]
    [InlineData("redirect_uri", "https://app.example.org.evil.example/callback")]
    [InlineData("redirect_uri", "javascript:alert(1)")]
    [InlineData("client_id", "<script>alert(1)</script>")]
    [InlineData("request_uri", "https://evil.example/request")]
    public async Task Whoever_cannot_be_sent_back_safely_stays_on_our_own_page(string name, string value)
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var page = await anna.GetAsync(app.Address("openid", (name, value)));
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        Assert.Null(anna.Last.Headers.Location);
        Assert.Contains("Die Anwendung, von der Sie kommen", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page.DocumentElement.InnerHtml, StringComparison.Ordinal);
    }

    /// <summary>OpenIddict sends nobody back with a request that is wrong in itself, so it cannot be used to send people around.</summary>
    [Theory]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", null)]
    [InlineData("response_type", "token")]
    [InlineData("response_type", "id_token")]
    [InlineData("response_mode", "form_post")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("code_challenge", null)]
    [InlineData("scope", "openid roles")]
    [InlineData("scope", "openid moderation")]
    public async Task What_is_not_offered_or_not_allowed_to_the_application_stays_on_our_own_page(string name, string? value)
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site, scopes: ["profile"]);
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var page = await ClientApp.OpenAsync(anna, app.Address("openid profile", (name, value)));
        Assert.Null(page.QuerySelector("#zustimmung"));
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        Assert.Contains("Die Anwendung, von der Sie kommen", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code_verifier", "wrong-wrong-wrong-wrong-wrong-wrong-wrong-wrong-wrong", "invalid_grant")]
    [InlineData("code_verifier", null, "invalid_request")]
    [InlineData("redirect_uri", "https://app.example.org/", "invalid_grant")]
    public async Task A_code_is_no_use_to_whoever_did_not_ask_for_it(string name, string? value, string error)
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var code = (await ClientApp.AgreeAsync(anna, app.Address()))["code"];
        Assert.Equal(error, (await app.ExchangeAsync(code, (name, value))).Text("error"));
        var other = await ClientApp.RegisterAsync(site, name: "Andere App");
        Assert.Equal("invalid_grant", (await other.ExchangeAsync(code)).Text("error"));
    }

    [Fact]
    public async Task A_request_that_waits_is_for_its_own_application()
    {
        await using var site = await TestSite.StartAsync();
        var (app, other) = (await ClientApp.RegisterAsync(site), await ClientApp.RegisterAsync(site, name: "Andere App"));
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        await anna.GetAsync(app.Address());
        var waiting = anna.Last.Headers.Location!.ToString();
        await anna.GetAsync(waiting.Replace(app.ClientId, other.ClientId, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
    }

    [Fact]
    public async Task A_request_that_was_answered_is_not_answered_again()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        await anna.GetAsync(app.Address());
        var waiting = anna.Last.Headers.Location!.ToString();
        Assert.Contains("code", (await ClientApp.AgreeAsync(anna, waiting)).Keys);
        await anna.GetAsync(waiting);
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
    }

    [Fact]
    public async Task Plain_challenges_and_other_answers_are_not_even_offered()
    {
        await using var site = await TestSite.StartAsync();
        using var document = System.Text.Json.JsonDocument.Parse(await Browsing.Visitor(site).Client.GetStringAsync("/.well-known/openid-configuration"));
        string[] Values(string name) => [.. document.RootElement.GetProperty(name).EnumerateArray().Select(value => value.GetString()!)];
        Assert.Equal(["S256"], Values("code_challenge_methods_supported"));
        Assert.Equal(["query"], Values("response_modes_supported"));
        Assert.Equal(["code"], Values("response_types_supported"));
        Assert.Equal(["authorization_code", "client_credentials", "refresh_token"], Values("grant_types_supported").Order(StringComparer.Ordinal));
        Assert.Equal(["client_secret_basic", "client_secret_post"], Values("token_endpoint_auth_methods_supported").Except(["none"]).Order(StringComparer.Ordinal));
        Assert.Equal([TokenSession.OneFactor, TokenSession.TwoFactors], Values("acr_values_supported"));
        Assert.Equal("https://localhost/", document.RootElement.Text("issuer"));
        Assert.Contains("connect/par", document.RootElement.Text("pushed_authorization_request_endpoint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        using var http = site.CreateClient(new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://localhost") });
        using var answer = await http.GetAsync("/.well-known/openid-configuration");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_network_that_asks_too_often_waits_before_any_work_is_done()
    {
        await using var site = await TestSite.StartAsync(settings: settings => settings["Limits:ConnectPerMinute"] = "5");
        var app = await ClientApp.RegisterAsync(site, ApplicationKind.Confidential);
        for (var i = 0; i < 5; i++) await app.TokenAsync(("grant_type", "client_credentials"), ("client_secret", "falsch"));
        using var content = new FormUrlEncodedContent([]);
        using var answer = await app.Http.PostAsync("/connect/token", content);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        using var elsewhere = await app.CallAsync("/api/v1/ideas", null);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }
}
