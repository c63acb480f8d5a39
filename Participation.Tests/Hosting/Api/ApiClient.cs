using System.Net.Http.Json;
using System.Text.Json;
using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Hosting.Api;

/// <summary>Uses the API as a script does: JSON, cookie and antiforgery header.</summary>
internal sealed class ApiClient(HttpClient http)
{
    private string? _token;

    public HttpResponseMessage Last { get; private set; } = new();

    public static ApiClient Visitor(TestSite site) => new(Browsing.Visitor(site).Client);

    /// <summary>Someone signed in, with a token.</summary>
    public static async Task<ApiClient> AsAsync(TestSite site, Actor actor)
    {
        var client = await WithoutTokenAsync(site, actor);
        client._token = (await client.GetAsync("/api/v1/antiforgery")).GetProperty("token").GetString();
        return client;
    }

    /// <summary>Someone whose browser sends the cookie, from a page that knows no token.</summary>
    public static async Task<ApiClient> WithoutTokenAsync(TestSite site, Actor actor) => new((await Browsing.AsAsync(site, actor)).Client);

    public Task<JsonElement> GetAsync(string address, string? ifNoneMatch = null) => SendAsync(HttpMethod.Get, address, null, ("If-None-Match", ifNoneMatch));

    public async Task<JsonElement> SendAsync(HttpMethod method, string address, object? body, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (_token is not null && method != HttpMethod.Get) request.Headers.Add("X-Antiforgery", _token);
        foreach (var (name, value) in headers.Where(header => header.Value is not null)) request.Headers.TryAddWithoutValidation(name, value);
        Last = await http.SendAsync(request);
        var text = await Last.Content.ReadAsStringAsync();
        return text.Length == 0 || Last.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true ? default : JsonDocument.Parse(text).RootElement;
    }
}
