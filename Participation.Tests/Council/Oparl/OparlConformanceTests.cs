using System.Net;
using System.Text;
using Participation.Tests.Architecture;
using Participation.Tests.Support;

namespace Participation.Tests.Council.Oparl;

/// <summary>The rules over a small city of which everything is known, and what can be said only of it.</summary>
public sealed class OparlConformanceTests(OparlSite city) : OparlRules(city), IClassFixture<OparlSite>
{
    [Fact]
    public async Task Line_2_others_lead_to_the_address_of_an_object_for_good()
    {
        await using var site = await TestSite.StartAsync(settings: settings => settings["Site:PublicUrl"] = "https://mitmachen.example.org");
        using var client = OparlWalk.Client(site);
        foreach (var (asked, canonical) in new[] { ("/oparl/v1.1/Body/1", "https://mitmachen.example.org/oparl/v1.1/body/1"), ("/oparl/v1.1/system?x=1", "https://mitmachen.example.org/oparl/v1.1/system?x=1") })
        {
            var answer = await client.GetAsync(asked);
            Assert.Equal((HttpStatusCode.MovedPermanently, canonical), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        using var own = OparlWalk.Client(Site);
        foreach (var asked in (string[])["/oparl/v1.1/paper/1/", "/oparl/v1.1/PAPER/01", "/oparl//v1.1/paper/1"])
        {
            var answer = await own.GetAsync(asked);
            Assert.Equal((HttpStatusCode.MovedPermanently, "/oparl/v1.1/paper/1"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }
    }

    [Fact]
    public void Lines_3_5_and_9_there_is_something_to_escape_to_page_and_to_put_inside()
    {
        Assert.Contains(Walk.Objects.Values, json => json.TryGetProperty("name", out var name) && name.GetString() == "Ausschuss für <Digitales> & „Netz“");
        Assert.Contains(Walk.ListPages.Values, pages => pages.Count > 1);
        Assert.Contains(Walk.Elsewhere, pair => pair.Where.EndsWith("auxiliaryFile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Line_4_everybody_may_read_also_errors_and_send_tags()
    {
        using var client = OparlWalk.Client(Site);
        foreach (var asked in (string[])["/oparl/v1.1/paper/99999", "/oparl/nirgends", "/oparl/v1.1/body/1/paper?limit=0"])
            Assert.Equal("*", Assert.Single((await client.GetAsync(asked)).Headers.GetValues("Access-Control-Allow-Origin")));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/oparl/v1.1/system");
        preflight.Headers.Add("Origin", "https://example.org");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        var answer = await client.SendAsync(preflight);
        Assert.Equal((HttpStatusCode.NoContent, "*"), (answer.StatusCode, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin"))));
    }

    [Fact]
    public async Task Line_6_filters_go_together_and_stay_in_the_links()
    {
        var papers = "https://localhost/oparl/v1.1/body/1/paper";
        var first = await Walk.ReadAsync($"{papers}?limit=50&omit_internal=true&created_since=2020-01-01T00:00:00 01:00");
        Assert.Equal($"{papers}?created_since=2020-01-01T00%3A00%3A00%2B01%3A00&limit=50&omit_internal=true&after=50", first.GetProperty("links").GetProperty("next").GetString());
        Assert.False(first.GetProperty("data")[0].TryGetProperty("auxiliaryFile", out _));
        Assert.Equal(130, (await Walk.ListAsync($"{papers}?limit=7")).Count);
        Assert.Equal(100, (await Walk.ReadAsync($"{papers}?limit=100000")).GetProperty("data").GetArrayLength());
        var made = Walk.Objects[papers.Replace("body/1/paper", "paper/1", StringComparison.Ordinal)].GetProperty("created").GetString()!;
        Assert.Equal(130, (await Walk.ListAsync($"{papers}?created_since={Uri.EscapeDataString(made)}&created_until={Uri.EscapeDataString(made)}")).Count);
    }

    [Fact]
    public async Task Line_10_files_are_shown_or_saved_and_who_has_something_is_told_so()
    {
        using var client = OparlWalk.Client(Site);
        var file = Walk.Objects.Values.First(json => OparlWalk.TypeOf(json) == "File");
        var shown = await client.GetAsync(file.GetProperty("accessUrl").GetString());
        var saved = await client.GetAsync(file.GetProperty("downloadUrl").GetString());
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(("attachment", file.GetProperty("fileName").GetString()), (saved.Content.Headers.ContentDisposition?.DispositionType, saved.Content.Headers.ContentDisposition?.FileName?.Trim('"')));
        Assert.Equal((HttpStatusCode.OK, "application/pdf", file.GetProperty("size").GetInt64()), (shown.StatusCode, shown.Content.Headers.ContentType?.ToString(), shown.Content.Headers.ContentLength));
        foreach (var address in (string[])[file.GetProperty("id").GetString()!, "https://localhost/oparl/v1.1/body/1/paper"])
        {
            for (var time = 0; time < 2; time++)
            {
                var first = await client.GetAsync(address);
                using var again = new HttpRequestMessage(HttpMethod.Get, address);
                again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
                Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
            }
        }
    }

    [Theory]
    [InlineData("/oparl/v1.1/paper/99999", 404), InlineData("/oparl/v1.1/paper/99999999999999999999", 404), InlineData("/oparl/v1.1/nichts/1", 404), InlineData("/oparl/v1.1/body/2", 404), InlineData("/oparl/v1.1/body/1/body", 404)]
    [InlineData("/oparl/v1.1/organization/99/meeting", 404), InlineData("/oparl/v1.1/organization/1/paper", 404), InlineData("/oparl/v1.1/body/1/paper?limit=-1", 400), InlineData("/oparl/v1.1/body/1/paper?limit=viele", 400)]
    [InlineData("/oparl/v1.1/body/1/paper?modified_since=gestern", 400), InlineData("/oparl/v1.1/body/1/paper?modified_since=2026-02-30T00:00:00%2B01:00", 400), InlineData("/oparl/v1.1/body/1/paper?created_until=0001-01-01T00:00:00%2B14:00", 400)]
    [InlineData("/oparl/v1.1/body/1/paper?after=-5", 400), InlineData("/oparl/v1.1/body/1/paper?after=eins", 400), InlineData("/oparl/v1.1/body/1/paper?after=99999999999", 400), InlineData("/oparl/v1.1/body/1/paper?omit_internal=ja", 400)]
    [InlineData("/oparl/v1.1/body/1/paper?limit=1&limit=2", 400), InlineData("/oparl/v1.1/body/1/paper?created_since=", 400), InlineData("/oparl/v1.1/body?limit=x", 400)]
    public async Task Line_11_errors_are_objects_with_german_words(string address, int status)
    {
        var error = await Walk.ReadAsync(address, (HttpStatusCode)status);
        Assert.Equal("https://schema.oparl.org/1.1/Error", error.GetProperty("type").GetString());
        Assert.Matches("Adresse|Parameter|Anfrage", error.GetProperty("message").GetString());
        Assert.NotEqual("", error.GetProperty("debug").GetString());
    }

    [Fact]
    public async Task Line_11_also_a_wrong_method_and_the_farthest_instants_are_answered()
    {
        using var client = OparlWalk.Client(Site);
        var posted = await client.PostAsync("/oparl/v1.1/system", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Contains("1.1/Error", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(130, (await Walk.ListAsync("/oparl/v1.1/body/1/paper?modified_until=9999-12-31T23:59:59Z&created_since=0001-01-01T00:00:00Z")).Count);
    }

    [Fact]
    public void Line_13_the_longitude_of_a_place_comes_first()
    {
        var feature = Walk.Objects.Values.Single(json => OparlWalk.TypeOf(json) == "Location").GetProperty("geojson");
        Assert.Equal(("Feature", "Point", 6.84929, 51.29724), (feature.GetProperty("type").GetString(), feature.GetProperty("geometry").GetProperty("type").GetString(), feature.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble(), feature.GetProperty("geometry").GetProperty("coordinates")[1].GetDouble()));
    }

    [Fact]
    public void Line_15_what_a_closed_item_is_about_stands_nowhere()
    {
        Assert.Equal(("N 1", false), (Walk.Objects["https://localhost/oparl/v1.1/agendaitem/2"].GetProperty("name").GetString(), Walk.Objects["https://localhost/oparl/v1.1/agendaitem/2"].GetProperty("public").GetBoolean()));
        Assert.DoesNotContain(Walk.Answers, answer => Encoding.UTF8.GetString(answer.Body).Contains("Grundstück", StringComparison.Ordinal));
    }
}

/// <summary>The rules over the demo city.</summary>
public sealed class OparlDemoConformanceTests(OparlDemoSite city) : OparlRules(city), IClassFixture<OparlDemoSite>
{
    [Fact]
    public void The_demo_city_is_reached_as_a_whole() => Assert.True(Walk.Objects.Count > 100, $"{Walk.Objects.Count}");
}

/// <summary>The rules over ten thousand papers, each of which is read at its own address.</summary>
public sealed class OparlLargeConformanceTests(OparlLargeSite city) : OparlRules(city), IClassFixture<OparlLargeSite>
{
    [Fact]
    public void Every_paper_is_reached_with_its_steps()
    {
        Assert.Equal(OparlLargeSite.Papers, Walk.Objects.Values.Count(json => OparlWalk.TypeOf(json) == "Paper"));
        Assert.Equal(2 * OparlLargeSite.Papers, Walk.Objects.Values.Count(json => OparlWalk.TypeOf(json) == "Consultation"));
    }

    [Fact]
    public void Every_page_of_every_list_takes_a_few_queries()
    {
        Assert.True(Walk.Queries.Count > 300, $"{Walk.Queries.Count}");
        Assert.All(Walk.Queries, page => Assert.True(page.Value is > 0 and <= OparlLargeTests.Most, $"{page.Key}: {page.Value} queries"));
    }
}

/// <summary>The small city on a site of its own, read once.</summary>
public class OparlSite : IAsyncLifetime
{
    internal TestSite Site { get; private set; } = null!;

    internal OparlWalk Walk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Site, Walk) = await ReadAsync();

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual async Task<(TestSite Site, OparlWalk Walk)> ReadAsync()
    {
        var site = await TestSite.StartAsync();
        await new OparlCity(site).BuildAsync(papers: 130);
        return (site, await OparlWalk.AllAsync(site));
    }
}

/// <summary>The demo city on PostgreSQL, read once.</summary>
public sealed class OparlDemoSite : OparlSite
{
    private protected override async Task<(TestSite Site, OparlWalk Walk)> ReadAsync()
    {
        var site = await TestSite.StartAsync(Databases.PostgreSql, demo: true);
        return (site, await OparlWalk.AllAsync(site));
    }
}

/// <summary>A city with many papers, read once; queries are counted.</summary>
public sealed class OparlLargeSite : OparlSite
{
    /// <summary>How many papers there are.</summary>
    public const int Papers = 10_000;

    private protected override async Task<(TestSite Site, OparlWalk Walk)> ReadAsync()
    {
        var counter = new QueryCounter();
        var site = await TestSite.StartAsync(services: counter.Register);
        await new OparlCity(site).BuildAsync(Papers);
        return (site, await OparlWalk.AllAsync(site, counter));
    }
}
