using System.Data.Common;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Participation.Tests.Support;
using Participation.Web.Data.Sqlite;

namespace Participation.Tests.Hosting;

/// <summary>What a visitor and a script are told when something goes wrong: a sentence, and nothing about the code.</summary>
public sealed class ErrorPageTests
{
    private static readonly string[] Traces = ["   at ", " at Participation", "Participation.", "Microsoft.", "System.", "Exception", ".cs:line", "Geheim", "SELECT"];

    [Theory]
    [InlineData("GET", "/nirgends", 404, "Diese Seite gibt es nicht")]
    [InlineData("GET", "/ideen/4711", 404, "Diese Seite gibt es nicht")]
    [InlineData("GET", "/ideen/1/mehr-baenke-am-markt", 410, "Dieser Inhalt wurde entfernt")]
    [InlineData("GET", "/ideen/2/falsch", 301, null)]
    [InlineData("POST", "/konto/anmelden", 400, "Das hat nicht geklappt")]
    [InlineData("GET", "/moderation", 403, "Diese Seite ist nicht für Sie freigegeben")]
    [InlineData("PUT", "/stadt.css", 405, "Das hat nicht geklappt")]
    [InlineData("GET", "/api/v1/nirgends", 404, null)]
    [InlineData("GET", "/api/v1/ideas/1", 410, null)]
    [InlineData("GET", "/api/v1/ideas?limit=x", 400, null)]
    [InlineData("POST", "/api/v1/ideas", 400, null)]
    [InlineData("PUT", "/api/v1/topics", 405, null)]
    public async Task A_failure_is_said_in_a_sentence_without_a_trace_of_the_code(string method, string address, int status, string? title)
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (hidden, _) = (await given.IdeaAsync(), await given.IdeaAsync());
        await site.WithDbAsync(async db =>
        {
            Assert.Null((await db.Ideas.SingleAsync(idea => idea.Number == hidden)).Hide("Werbung.", A.Moment));
            return await db.SaveChangesAsync();
        });
        var citizen = await Browsing.AsAsync(site, await given.PersonAsync());
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is "POST") request.Content = address.StartsWith("/api/", StringComparison.Ordinal) ? new StringContent("{", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([]);

        await AssertAsync(await citizen.Client.SendAsync(request), status, title);
    }

    [Fact]
    public async Task A_bug_is_an_error_of_the_site_without_a_trace_of_the_code()
    {
        var broken = new BrokenDatabase();
        await using var site = await TestSite.StartAsync(services: services => services.ConfigureDbContext<SqliteParticipationDbContext>(options => options.AddInterceptors(broken)));
        var visitor = Browsing.Visitor(site);
        broken.IsBroken = true;

        await AssertAsync(await visitor.Client.GetAsync("/ideen"), 500, "Da ist bei uns etwas schiefgegangen");
        await AssertAsync(await visitor.Client.GetAsync("/api/v1/topics"), 500, null);
        await AssertAsync(await visitor.Client.GetAsync("/live/ideas?since=0"), 500, null);
        broken.IsBroken = false;
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync("/ideen")).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_as_such_by_page_and_api()
    {
        await using var site = new TestSite();
        site.UseKestrel(0);
        await site.InitializeAsync();
        site.StartServer();
        var (name, value) = await Browsing.CookieAsync(site, await new Given(site).PersonAsync());
        // Waits for the site's word before it sends thirty megabytes.
        using var patient = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1), UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(patient) { BaseAddress = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        foreach (var (address, type) in new[] { ("/konto/anmelden", "application/x-www-form-urlencoded"), ("/api/v1/ideas", "application/json") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(new byte[31_000_000]) };
            request.Content.Headers.ContentType = new(type);
            request.Headers.ExpectContinue = true;
            request.Headers.Add("Cookie", $"{name}={value}");
            await AssertAsync(await client.SendAsync(request), 413, "Das war zu groß");
        }
    }

    private static async Task AssertAsync(HttpResponseMessage answer, int status, string? title)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.All(Traces, trace => Assert.DoesNotContain(trace, text, StringComparison.Ordinal));
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (status is 301) Assert.Empty(text);
        else if (answer.RequestMessage!.RequestUri!.AbsolutePath is { } path && (path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/live/", StringComparison.Ordinal)))
            Assert.Equal("application/problem+json", type);
        else
        {
            Assert.Equal("text/html", type);
            Assert.Contains($"<h1 class=\"kern-heading-x-large\">{title}</h1>", text, StringComparison.Ordinal);
        }
    }

    /// <summary>Fails as code with a bug does: with names in its message that are nobody's business.</summary>
    private sealed class BrokenDatabase : DbCommandInterceptor
    {
        public bool IsBroken { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsBroken ? throw new InvalidOperationException("Geheim: Participation.Web is broken") : new(result);
    }
}
