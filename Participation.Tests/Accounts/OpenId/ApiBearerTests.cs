using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.OpenId;

namespace Participation.Tests.Accounts.OpenId;

public sealed class ApiBearerTests
{
    private const string Stance = "/api/v1/ideas/1/stance";

    [Fact]
    public async Task An_application_reads_and_writes_as_the_person_without_cookie_and_form_token()
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).IdeaAsync();
        var actor = await new Given(site).PersonAsync();
        var app = await ClientApp.RegisterAsync(site);
        var token = (await app.SignInAsync(await Browsing.AsAsync(site, actor))).Text("access_token");
        using var read = await app.CallAsync("/api/v1/ideas/1", token);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var written = await app.CallAsync(Stance, token, HttpMethod.Put, new { stance = "for" });
        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        Assert.Equal(actor.Person, await site.WithDbAsync(db => db.Stances.Select(stance => stance.PersonId).SingleAsync()));
    }

    [Theory]
    [InlineData("openid", "/api/v1/ideas", "GET", "ideas:read")]
    [InlineData("openid ideas:read", Stance, "PUT", "ideas:write")]
    [InlineData("openid ideas:write", "/api/v1/ideas/1", "GET", "ideas:read")]
    public async Task A_token_that_was_not_given_for_this_is_told_what_it_lacks(string scope, string address, string method, string missing)
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).IdeaAsync();
        var app = await ClientApp.RegisterAsync(site);
        var token = (await app.SignInAsync(await Browsing.AsAsync(site, await new Given(site).PersonAsync()), scope)).Text("access_token");
        using var answer = await app.CallAsync(address, token, new HttpMethod(method), method == "PUT" ? new { stance = "for" } : null);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal($"Bearer error=\"insufficient_scope\", scope=\"{missing}\"", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(0, await site.WithDbAsync(db => db.Stances.CountAsync()));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")]
    public async Task A_token_that_is_no_good_is_never_taken_for_a_visitor(string token)
    {
        await using var site = await TestSite.StartAsync();
        var actor = await new Given(site).PersonAsync();
        var app = await ClientApp.RegisterAsync(site);
        using var answer = await app.CallAsync("/api/v1/ideas", token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString());
        using var visitor = await app.CallAsync("/api/v1/ideas", null);
        Assert.Equal(HttpStatusCode.OK, visitor.StatusCode);

        // Not even beside a good cookie.
        var anna = await Browsing.AsAsync(site, actor);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/antiforgery");
        request.Headers.Add("Authorization", "Bearer " + token);
        using var both = await anna.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, both.StatusCode);
    }

    [Fact]
    public async Task An_identity_token_and_a_refresh_token_open_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        var tokens = await app.SignInAsync(await Browsing.AsAsync(site, await new Given(site).PersonAsync()));
        foreach (var name in new[] { "id_token", "refresh_token" })
        {
            using var answer = await app.CallAsync("/api/v1/ideas", tokens.Text(name));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        var token = (await app.SignInAsync(await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator), "pwd", "otp"), "openid ideas:read ideas:write moderation")).Text("access_token");
        using var answer = await app.CallAsync("/verwaltung/anwendungen", token);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_specialist_application_reads_for_itself_and_is_told_that_only_people_write()
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).IdeaAsync();
        var app = await ClientApp.RegisterAsync(site, ApplicationKind.Specialist, name: "Ratsinformation");
        var tokens = await app.TokenAsync(("grant_type", "client_credentials"), ("scope", "ideas:read"));
        Assert.False(tokens.Has("refresh_token") || tokens.Has("id_token"));
        using var read = await app.CallAsync("/api/v1/ideas/1", tokens.Text("access_token"));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var written = await app.CallAsync(Stance, tokens.Text("access_token"), HttpMethod.Put, new { stance = "for" });
        Assert.Equal(HttpStatusCode.Forbidden, written.StatusCode);
        var problem = JsonDocument.Parse(await written.Content.ReadAsStringAsync()).RootElement;
        Assert.Contains("Fachanwendung", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("invalid_request", (await app.TokenAsync(("grant_type", "client_credentials"), ("scope", "ideas:write"))).Text("error"));
        Assert.Equal("invalid_client", (await app.TokenAsync(("grant_type", "client_credentials"), ("client_secret", "falsch"))).Text("error"));
        Assert.Equal("invalid_request", (await app.TokenAsync(("grant_type", "client_credentials"), ("client_secret", null))).Text("error"));
    }

    [Fact]
    public async Task A_script_of_another_site_may_write_with_a_token_and_never_with_the_cookie()
    {
        await using var site = await TestSite.StartAsync();
        using var asked = new HttpRequestMessage(HttpMethod.Options, "/api/v1/comments");
        asked.Headers.Add("Origin", "https://app.example.org");
        asked.Headers.Add("Access-Control-Request-Method", "POST");
        asked.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,idempotency-key");
        using var http = site.CreateClient();
        using var answer = await http.SendAsync(asked);
        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Contains("POST", string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_names_no_scope_is_not_for_applications()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site, ApplicationKind.Specialist);
        var token = (await app.TokenAsync(("grant_type", "client_credentials"), ("scope", "ideas:read"))).Text("access_token");
        using var answer = await app.CallAsync("/api/v1/antiforgery", token);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
