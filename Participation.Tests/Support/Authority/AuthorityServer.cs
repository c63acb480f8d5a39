using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace Participation.Tests.Support.Authority;

/// <summary>A second OpenID Connect server in a process and on a port of its own; anyone may sign in there as anybody.</summary>
internal sealed class AuthorityServer : IAsyncDisposable
{
    public const string ClientId = "mitmachen";
    public const string ClientSecret = "ein Geheimnis nur für Tests";

    /// <summary>Under which name the site knows it.</summary>
    public const string Name = "amt";

    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly ConcurrentBag<HttpClient> _visitors = [];

    private AuthorityServer(Process process, string url)
    {
        (_process, Url) = (process, url);
        _client = new HttpClient { BaseAddress = new Uri(url) };
    }

    /// <summary>Base address, which is its issuer.</summary>
    public string Url { get; }

    public static async Task<AuthorityServer> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(AuthorityServer).Assembly.Location, AuthorityHost.Command]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var server = new AuthorityServer(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The other server did not start."));
        await server.AdmitAsync("https://localhost");
        await server._client.GetStringAsync(new Uri(".well-known/openid-configuration", UriKind.Relative)); // The first answer takes longest; nobody is to wait for it.
        return server;
    }

    /// <summary>What a site needs to know to send people here.</summary>
    public Action<Dictionary<string, string?>> Settings(Action<Dictionary<string, string?>>? more = null) => settings =>
    {
        const string Section = "Accounts:Authorities:" + Name;
        (settings[$"{Section}:DisplayName"], settings[$"{Section}:Url"], settings[$"{Section}:ClientId"], settings[$"{Section}:ClientSecret"]) = ("Bürgeramt", Url, ClientId, ClientSecret);
        foreach (var (level, value) in (IEnumerable<(string, string)>)[("basis", "stufe1"), ("niedrig", "stufe2"), ("substantiell", "stufe3"), ("hoch", "stufe4")]) settings[$"{Section}:Levels:{level}:0"] = value;
        (settings[$"{Section}:ResidenceClaim"], settings[$"{Section}:ResidenceValues:0"], settings[$"{Section}:ResidenceValues:1"]) = ("address.postal_code", "40878", "40880");
        more?.Invoke(settings);
    };

    /// <summary>A browser of someone who comes here: with cookies, showing every redirect; closed with the server.</summary>
    public HttpClient Visitor()
    {
        var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Url) };
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Admits a site that is served at an address.</summary>
    public async Task AdmitAsync(string site)
    {
        using var content = new StringContent(site);
        using var answer = await _client.PostAsync(new Uri(AuthorityHost.Admit, UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A logout token as the server sends it to its clients.</summary>
    public async Task<string> LogoutTokenAsync(Dictionary<string, object> claims)
    {
        using var answer = await _client.PostAsJsonAsync(AuthorityHost.Report, claims);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>Goes down as a machine does.</summary>
    public async Task StopAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        foreach (var visitor in _visitors) visitor.Dispose();
        if (!_process.HasExited) await StopAsync();
        _process.Dispose();
    }
}
