using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Participation.Tests.Support;
using Participation.Web.Accounts.OpenId;

namespace Participation.Tests.Accounts.OpenId;

/// <summary>A registered application, speaking the protocol by hand: what a library would never send can be sent too.</summary>
internal sealed class ClientApp(TestSite site, ApplicationView application, string? secret)
{
    public const string Redirect = "https://app.example.org/callback";
    public const string SignedOut = "https://app.example.org/";

    public static readonly string Verifier = new('v', 60);

    public string ClientId => application.ClientId;

    public string Id => application.Id;

    public string? Secret => secret;

    public HttpClient Http { get; } = Browsing.Visitor(site).Client;

    /// <summary>Registers one as an administrator would.</summary>
    public static async Task<ClientApp> RegisterAsync(
        TestSite site, ApplicationKind kind = ApplicationKind.Public, string[]? scopes = null, bool mustPush = false, string name = "Bus-App", string[]? redirects = null)
    {
        var acts = kind is ApplicationKind.Specialist;
        var plan = new ApplicationPlan(name, kind, acts ? [] : redirects ?? [Redirect], acts ? [] : [SignedOut], scopes ?? (acts ? [Scopes.IdeasRead] : [.. Scopes.Choosable]), StaysSignedIn: !acts, mustPush);
        var added = await site.UseAsync<AddApplication, Participation.Web.Shared.Outcome<ApplicationView>>(add => add.ExecuteAsync(plan, null, CancellationToken.None));
        Assert.Null(added.Refusal);
        var secret = kind is ApplicationKind.Public ? null : (await site.UseAsync<RenewSecret, Participation.Web.Shared.Outcome<string>>(renew => renew.ExecuteAsync(added.Value!.Id, null, CancellationToken.None))).Value;
        return new ClientApp(site, added.Value!, secret);
    }

    /// <summary>The parameters of a request, with changes; a null leaves one out.</summary>
    public Dictionary<string, string> Parameters(string scope = "openid profile offline_access ideas:read ideas:write", params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client_id"] = ClientId, ["response_type"] = "code", ["redirect_uri"] = Redirect, ["scope"] = scope, ["state"] = "s t<a>te", ["nonce"] = "n-1",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))), ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            if (value is null) parameters.Remove(name);
            else parameters[name] = value;
        }

        return parameters;
    }

    public string Address(string scope = "openid profile offline_access ideas:read ideas:write", params (string Name, string? Value)[] changes) =>
        QueryHelpers.AddQueryString("/connect/authorize", Parameters(scope, changes)!);

    /// <summary>Lets someone who is signed in open the address and agree; says where the browser is sent.</summary>
    public static async Task<Dictionary<string, string>> AgreeAsync(Browsing person, string address, string decision = "ja")
    {
        var page = await OpenAsync(person, address);
        if (page.QuerySelector("#zustimmung") is AngleSharp.Html.Dom.IHtmlFormElement form)
        {
            var fields = Browsing.Fields(form);
            fields["entscheidung"] = decision;
            await person.PostWithFormCookieAsync("/connect/authorize", fields);
        }

        var target = person.Last.Headers.Location;
        Assert.True(target is not null, $"{(int)person.Last.StatusCode} {await person.Last.Content.ReadAsStringAsync()}");
        Assert.StartsWith(Redirect, target.ToString(), StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(target.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    /// <summary>Opens the address and follows the redirect to the request that waits.</summary>
    public static async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(Browsing person, string address)
    {
        var page = await person.GetAsync(address);
        while (person.Last.Headers.Location is { } next && next.ToString().Contains("/connect/authorize?", StringComparison.Ordinal)) page = await person.GetAsync(next.ToString());
        return page;
    }

    /// <summary>A whole sign-in of someone; the tokens.</summary>
    public async Task<JsonElement> SignInAsync(Browsing person, string scope = "openid profile offline_access ideas:read ideas:write")
    {
        var answer = await AgreeAsync(person, Address(scope));
        return await ExchangeAsync(answer["code"]);
    }

    public Task<JsonElement> ExchangeAsync(string code, params (string Name, string? Value)[] changes) =>
        TokenAsync([("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect), ("code_verifier", Verifier), .. changes]);

    public Task<JsonElement> RefreshAsync(string token) => TokenAsync(("grant_type", "refresh_token"), ("refresh_token", token));

    public Task<JsonElement> TokenAsync(params (string Name, string? Value)[] fields) => PostAsync("/connect/token", fields);

    /// <summary>Posts fields with the application's own credentials.</summary>
    public async Task<JsonElement> PostAsync(string address, params (string Name, string? Value)[] fields)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["client_id"] = ClientId };
        if (secret is not null) all["client_secret"] = secret;
        foreach (var (name, value) in fields)
        {
            if (value is null) all.Remove(name);
            else all[name] = value;
        }

        using var content = new FormUrlEncodedContent(all);
        using var answer = await Http.PostAsync(address, content);
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Calls with an access token.</summary>
    public async Task<HttpResponseMessage> CallAsync(string address, string? token, HttpMethod? method = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = System.Net.Http.Json.JsonContent.Create(body);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", "schluessel-1");
        return await Http.SendAsync(request);
    }
}

internal static class BrowsingForms
{
    /// <summary>Posts a form of the page read last; a signed-in browser has a cookie header of its own, so the form's cookie joins it.</summary>
    public static async Task<AngleSharp.Html.Dom.IHtmlDocument> PostWithFormCookieAsync(this Browsing person, string address, Dictionary<string, string> fields)
    {
        if (person.Client.DefaultRequestHeaders.TryGetValues("Cookie", out var own) && person.Last.Headers.TryGetValues("Set-Cookie", out var set)
            && set.FirstOrDefault(cookie => cookie.StartsWith("formular=", StringComparison.Ordinal)) is { } form)
        {
            var cookies = string.Join("; ", own.SelectMany(line => line.Split("; ")).Where(cookie => !cookie.StartsWith("formular=", StringComparison.Ordinal)).Append(form.Split(';')[0]));
            person.Client.DefaultRequestHeaders.Remove("Cookie");
            person.Client.DefaultRequestHeaders.Add("Cookie", cookies);
        }

        return await person.PostAsync(address, fields);
    }

    public static string Text(this JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value.ToString() : throw new InvalidOperationException($"No {name} in {json}.");

    public static bool Has(this JsonElement json, string name) => json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out _);
}
