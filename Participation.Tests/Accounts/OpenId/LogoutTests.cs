using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts.OpenId;

public sealed class LogoutTests
{
    [Fact]
    public async Task An_application_that_proves_the_session_ends_it_and_gets_the_person_back()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, app, token) = await SignedInAsync(site);
        await OpenAsync(anna, Address(app, ("id_token_hint", token), ("post_logout_redirect_uri", ClientApp.SignedOut), ("state", "x")));
        Assert.Equal(ClientApp.SignedOut + "?state=x", anna.Last.Headers.Location?.ToString());
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, anna.Last.StatusCode);
    }

    [Fact]
    public async Task Without_proof_the_person_is_asked_and_only_the_own_form_counts()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, app, _) = await SignedInAsync(site);
        var page = await OpenAsync(anna, Address(app, ("client_id", app.ClientId), ("post_logout_redirect_uri", ClientApp.SignedOut)));
        Assert.Contains("form-action 'self' https://app.example.org;", Assert.Single(anna.Last.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var fields = new Dictionary<string, string>(Browsing.Fields((IHtmlFormElement)page.QuerySelector("#abmelden")!)) { ["entscheidung"] = "ja" };
        await anna.PostAsync("/connect/logout", new(fields) { ["__RequestVerificationToken"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);

        await anna.PostAsync("/connect/logout", fields);
        Assert.Equal(ClientApp.SignedOut, anna.Last.Headers.Location?.ToString());
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.Redirect, anna.Last.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_sent_to_an_address_that_was_not_registered()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, app, token) = await SignedInAsync(site);
        await OpenAsync(anna, Address(app, ("id_token_hint", token), ("post_logout_redirect_uri", "https://evil.example/")));
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        await anna.GetAsync("/konto");
        Assert.Equal(HttpStatusCode.OK, anna.Last.StatusCode);
    }

    [Fact]
    public async Task A_token_of_somebody_elses_session_is_no_proof()
    {
        await using var site = await TestSite.StartAsync();
        var (_, app, token) = await SignedInAsync(site);
        await SignInTests.AddAsync(site, "berta@example.org");
        var berta = Browsing.Visitor(site);
        await berta.SignInAsync("berta@example.org");
        var page = await OpenAsync(berta, Address(app, ("id_token_hint", token)));
        Assert.NotNull(page.QuerySelector("#abmelden"));
    }

    private static string Address(ClientApp app, params (string Name, string Value)[] parameters)
    {
        Assert.NotEmpty(app.ClientId);
        return QueryHelpers.AddQueryString("/connect/logout", parameters.ToDictionary(pair => pair.Name, pair => (string?)pair.Value));
    }

    private static async Task<IHtmlDocument> OpenAsync(Browsing person, string address)
    {
        var page = await person.GetAsync(address);
        while (person.Last.Headers.Location is { } next && next.ToString().Contains("/connect/logout?", StringComparison.Ordinal)) page = await person.GetAsync(next.ToString());
        return page;
    }

    private static async Task<(Browsing Anna, ClientApp App, string IdentityToken)> SignedInAsync(TestSite site)
    {
        await SignInTests.AddAsync(site, "anna@example.org");
        var app = await ClientApp.RegisterAsync(site);
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync("anna@example.org");
        return (anna, app, (await app.SignInAsync(anna)).Text("id_token"));
    }
}
