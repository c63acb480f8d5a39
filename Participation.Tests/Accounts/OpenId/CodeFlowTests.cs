using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Participation.Tests.Support;
using Participation.Web.Accounts.OpenId;

namespace Participation.Tests.Accounts.OpenId;

public sealed class CodeFlowTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Someone_signs_in_to_an_application_and_it_learns_only_what_it_asked_for(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var actor = await new Given(site).PersonAsync(name: "Anna Beispiel");
        var app = await ClientApp.RegisterAsync(site);
        var anna = await Browsing.AsAsync(site, actor, "pwd", "otp");
        var answer = await ClientApp.AgreeAsync(anna, app.Address());
        Assert.Equal("s t<a>te", answer["state"]);
        Assert.Equal("https://localhost/", answer["iss"]);

        var tokens = await app.ExchangeAsync(answer["code"]);
        var id = Claims(tokens.Text("id_token"));
        Assert.Equal(actor.Person.Value.ToString("N"), id.Text("sub"));
        Assert.Equal(("Anna Beispiel", "email", "n-1", TokenSession.TwoFactors), (id.Text("name"), id.Text("verification_level"), id.Text("nonce"), id.Text("acr")));
        Assert.Equal(["mfa", "otp", "pwd"], id.GetProperty("amr").EnumerateArray().Select(one => one.GetString()));
        Assert.True(id.GetProperty("auth_time").GetInt64() > 0 && id.Text("sid").Length == 43);
        Assert.False(id.Has("email") || id.Has("role") || id.Has("AspNet.Identity.SecurityStamp"));

        using var info = await app.CallAsync("/connect/userinfo", tokens.Text("access_token"));
        var facts = JsonDocument.Parse(await info.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(["name", "locale", "verification_level", "sub"], facts.EnumerateObject().Select(one => one.Name));

        var renewed = await app.RefreshAsync(tokens.Text("refresh_token"));
        Assert.NotEqual(tokens.Text("refresh_token"), renewed.Text("refresh_token"));
        Assert.Equal(id.Text("auth_time"), Claims(renewed.Text("id_token")).Text("auth_time"));
    }

    [Fact]
    public async Task Whoever_agreed_once_is_not_asked_again_but_for_more_and_on_demand()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        await app.SignInAsync(anna, "openid profile");
        await ClientApp.OpenAsync(anna, app.Address("openid profile"));
        Assert.StartsWith(ClientApp.Redirect, anna.Last.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.NotNull((await ClientApp.OpenAsync(anna, app.Address("openid profile ideas:write"))).QuerySelector("#zustimmung"));
        Assert.NotNull((await ClientApp.OpenAsync(anna, app.Address("openid profile", ("prompt", "consent")))).QuerySelector("#zustimmung"));
    }

    [Fact]
    public async Task The_consent_page_says_in_words_who_asks_for_what_and_where_it_leads()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site, name: "Bus & Bahn");
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync(name: "Anna"));
        var page = await ClientApp.OpenAsync(anna, app.Address("openid email"));
        Assert.Equal("„Bus & Bahn“ möchte Ihr Konto verwenden", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("app.example.org", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Wiedererkennen", "E-Mail-Adresse"], page.QuerySelectorAll("main dt").Select(term => term.TextContent));
        Assert.Contains("form-action 'self' https://app.example.org;", Assert.Single(anna.Last.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(anna.Last.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_declined_consent_is_told_and_remembered_nowhere()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var answer = await ClientApp.AgreeAsync(anna, app.Address(), "nein");
        Assert.Equal("access_denied", answer["error"]);
        Assert.False(answer.ContainsKey("code"));
        Assert.NotNull((await ClientApp.OpenAsync(anna, app.Address())).QuerySelector("#zustimmung"));
    }

    [Fact]
    public async Task Consent_without_the_forms_token_gives_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await ClientApp.OpenAsync(anna, app.Address())).QuerySelector("#zustimmung")!;
        var page = await anna.PostAsync("/connect/authorize", new(Browsing.Fields(form)) { ["entscheidung"] = "ja", ["__RequestVerificationToken"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, anna.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#fehler"));
        Assert.NotNull((await ClientApp.OpenAsync(anna, app.Address())).QuerySelector("#zustimmung"));
    }

    [Fact]
    public async Task A_visitor_signs_in_first_and_comes_back_to_the_request()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        await SignInTests.AddAsync(site, "anna@example.org");
        var anna = Browsing.Visitor(site);
        await ClientApp.OpenAsync(anna, app.Address());
        var signIn = anna.Last.Headers.Location!.ToString();
        Assert.StartsWith("/konto/anmelden?weiter=%2Fconnect%2Fauthorize", signIn, StringComparison.Ordinal);
        Assert.True(signIn.Length < 300, signIn);
        await anna.SubmitAsync(signIn, "#anmelden", new() { ["Input.Email"] = "anna@example.org", ["Input.Password"] = Steps.Password });
        Assert.Contains("error", (await ClientApp.AgreeAsync(anna, anna.Last.Headers.Location!.ToString(), "nein")).Keys);
    }

    [Theory]
    [InlineData("none", "login_required", false)]
    [InlineData("none", "consent_required", true)]
    public async Task A_silent_request_never_shows_a_page(string prompt, string error, bool signedIn)
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        var person = signedIn ? await Browsing.AsAsync(site, await new Given(site).PersonAsync()) : Browsing.Visitor(site);
        Assert.Equal(error, (await ClientApp.AgreeAsync(person, app.Address("openid", ("prompt", prompt))))["error"]);
    }

    [Theory]
    [InlineData("prompt", "login")]
    [InlineData("max_age", "0")]
    public async Task A_new_sign_in_is_asked_for_once_and_then_the_request_goes_on(string parameter, string value)
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site);
        await SignInTests.AddAsync(site, "anna@example.org");
        var anna = Browsing.Visitor(site);
        await anna.SignInAsync("anna@example.org");
        await ClientApp.OpenAsync(anna, app.Address("openid", (parameter, value)));
        var prove = anna.Last.Headers.Location!.ToString();
        Assert.StartsWith("/konto/bestaetigen-sie-sich?weiter=", prove, StringComparison.Ordinal);
        await anna.SubmitAsync(prove, "#bestaetigen-sie-sich", new() { ["Input.Password"] = Steps.Password });
        Assert.Contains("code", (await ClientApp.AgreeAsync(anna, anna.Last.Headers.Location!.ToString())).Keys);
    }

    internal static JsonElement Claims(string token) => JsonDocument.Parse(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token.Split('.')[1]))).RootElement;
}
