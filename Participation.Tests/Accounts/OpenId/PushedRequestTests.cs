using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Participation.Tests.Support;
using Participation.Web.Accounts.OpenId;

namespace Participation.Tests.Accounts.OpenId;

public sealed class PushedRequestTests
{
    [Fact]
    public async Task A_request_that_was_handed_in_is_answered()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site, ApplicationKind.Confidential, mustPush: true);
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var pushed = await app.PostAsync("/connect/par", [.. app.Parameters().Select(pair => (pair.Key, (string?)pair.Value))]);
        Assert.StartsWith("urn:", pushed.Text("request_uri"), StringComparison.Ordinal);
        Assert.InRange(pushed.GetProperty("expires_in").GetInt32(), 1, 1800);
        var address = QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?> { ["client_id"] = app.ClientId, ["request_uri"] = pushed.Text("request_uri") });
        var answer = await ClientApp.AgreeAsync(anna, address);
        Assert.True((await app.ExchangeAsync(answer["code"])).Has("access_token"));
    }

    [Fact]
    public async Task Whoever_must_hand_in_cannot_ask_through_the_browser()
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site, ApplicationKind.Confidential, mustPush: true);
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        await anna.GetAsync(app.Address());
        Assert.False(anna.Last.Headers.Location?.ToString().Contains("code=", StringComparison.Ordinal) ?? false);
        Assert.True(anna.Last.StatusCode is HttpStatusCode.BadRequest || anna.Last.Headers.Location!.ToString().Contains("error=invalid_request", StringComparison.Ordinal), anna.Last.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("client_secret", "falsch", "invalid_client")]
    [InlineData("redirect_uri", "https://evil.example/", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    public async Task Handing_in_is_checked_at_once(string name, string value, string error)
    {
        await using var site = await TestSite.StartAsync();
        var app = await ClientApp.RegisterAsync(site, ApplicationKind.Confidential);
        var pushed = await app.PostAsync("/connect/par", [.. app.Parameters().Select(pair => (pair.Key, (string?)pair.Value)), (name, value)]);
        Assert.Equal(error, pushed.Text("error"));
    }
}
