using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Architecture;

/// <summary>One site with something to be refused, and five people who ask.</summary>
public sealed class RightsSite : IAsyncLifetime
{
    private readonly TestSite _site = new();
    private RightsContent.Made _content = null!;
    private IReadOnlyList<Actor?> _actors = [];

    /// <summary>Visitor, citizen, partner, moderator, administrator, each with a token of their own.</summary>
    internal IReadOnlyList<(Browsing Browsing, string Token)> People { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _content = await RightsContent.AddAsync(_site);
        var given = new Given(_site);
        var partner = await given.PersonAsync(Role.Partner);
        await RightsContent.MakeEditorAsync(_site, partner);
        _actors = [null, await given.PersonAsync(), partner, await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Administrator)];
        var people = new List<(Browsing, string)>();
        foreach (var actor in _actors) people.Add(await ArriveAsync(actor));
        People = people;
    }

    /// <summary>Method and route of every endpoint; a page counts once for each method it handles, static assets are one.</summary>
    public async Task<IReadOnlySet<string>> EndpointsAsync()
    {
        var (loader, found) = (_site.Services.GetRequiredService<PageLoader>(), new HashSet<string>(StringComparer.Ordinal));
        var endpoints = _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null))
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var methods = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).DefaultIfEmpty("GET")
                : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(method => method != "HEAD").DefaultIfEmpty("ANY") ?? ["ANY"];
            found.UnionWith(methods.Select(method => $"{method} {route}"));
        }

        return found;
    }

    /// <summary>Method, route and name of every named action of a page.</summary>
    public async Task<IReadOnlySet<string>> ActionsAsync()
    {
        var (loader, found) = (_site.Services.GetRequiredService<PageLoader>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var endpoint in _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) continue;
            var handlers = (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(handler => handler.Name is not null);
            found.UnionWith(handlers.Select(handler => $"{handler.HttpMethod.ToUpperInvariant()} /{endpoint.RoutePattern.RawText!.TrimStart('/')} {handler.Name}"));
        }

        return found;
    }

    /// <summary>Asks as one person and says in a word what came of it.</summary>
    internal async Task<string> AskAsync((Browsing Browsing, string Token) person, RightsRow row, bool withToken)
    {
        // Signing out ends the session; it is done in one that nobody needs afterwards.
        if (row.Route is "/konto/abmelden") person = await ArriveAsync(_actors[People.ToList().IndexOf(person)]);
        var method = row.Method is not "ANY" ? new HttpMethod(row.Method) : row.Route.EndsWith("/negotiate", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get;
        var address = row.Address.Replace("{draft}", _content.Draft.ToString("N"), StringComparison.Ordinal)
            .Replace("{image}", _content.Images[0].ToString("N"), StringComparison.Ordinal).Replace("{waiting}", _content.Images[1].ToString("N"), StringComparison.Ordinal).Replace("{hidden}", _content.Images[2].ToString("N"), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(method, address);
        if (withToken) request.Headers.Add("X-Antiforgery", person.Token);
        if (method == HttpMethod.Put) request.Headers.Add("If-Match", "\"1\"");
        if (method == HttpMethod.Post || method == HttpMethod.Put) request.Content = ContentOf(row, address);
        using var answer = await person.Browsing.Client.SendAsync(request);
        if (!withToken) return Word(answer);
        if (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location?.ToString().Contains("/konto/anmelden?weiter=", StringComparison.Ordinal) is true) return "in";
        return IsRefused((int)answer.StatusCode, isRead: method == HttpMethod.Get && row.Route is not ("/hub" or "/hub/schreiben")) ? Word(answer) : "ok";
    }

    /// <summary>JSON for the API; for pages a form with the fields that stand in the address.</summary>
    private HttpContent ContentOf(RightsRow row, string address)
    {
        if (row.Route.StartsWith("/api/", StringComparison.Ordinal)) return JsonContent.Create(RightsContent.Body(_content.Topic));
        var query = address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "";
        return new FormUrlEncodedContent(QueryHelpers.ParseQuery(query).ToDictionary(field => field.Key, field => (string?)field.Value.ToString()));
    }

    /// <summary>An empty post, and a connection of the hub without its number, may be told what is missing; everything else that is no answer is a refusal.</summary>
    private static bool IsRefused(int status, bool isRead) => status is 401 or 403 or 404 or 410 or 429 or >= 500 || (isRead && status >= 400);

    private static string Word(HttpResponseMessage answer) => ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task<(Browsing Browsing, string Token)> ArriveAsync(Actor? actor) => await WithTokenAsync(actor is null ? Browsing.Visitor(_site) : await Browsing.AsAsync(_site, actor));

    private static async Task<(Browsing Browsing, string Token)> WithTokenAsync(Browsing browsing)
    {
        var page = await browsing.GetAsync("/konto/anmelden");
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        if (browsing.Client.DefaultRequestHeaders.TryGetValues("Cookie", out var signedIn))
        {
            // A header of one's own replaces the client's cookies, so the form's cookie joins it.
            var form = browsing.Last.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("formular=", StringComparison.Ordinal)).Split(';')[0];
            var cookies = string.Join("; ", signedIn.Append(form));
            browsing.Client.DefaultRequestHeaders.Remove("Cookie");
            browsing.Client.DefaultRequestHeaders.Add("Cookie", cookies);
        }

        return (browsing, token);
    }
}
