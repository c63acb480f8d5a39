using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Participation.Tests.Support;

namespace Participation.Tests.Council.Oparl;

/// <summary>The rules of OParl 1.1, one after the other, over everything that can be reached from the system object of the demo city and of a small one with files.</summary>
public sealed partial class OparlConformanceTests(OparlSite city) : IClassFixture<OparlSite>
{
    private static readonly string[] Types = ["AgendaItem", "Body", "Consultation", "File", "LegislativeTerm", "Location", "Meeting", "Membership", "Organization", "Paper", "Person", "System"];

    /// <summary>What the JSON schemas of OParl 1.1 ask for; its text adds created and modified.</summary>
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["System"] = ["oparlVersion", "body"], ["Body"] = ["name", "organization", "person", "meeting", "paper", "legislativeTerm"], ["AgendaItem"] = ["order"], ["File"] = ["accessUrl"],
    };

    /// <summary>The reference back that an object inside another leaves out, and the words of files.</summary>
    private static readonly string[] OnlyAlone = ["body", "person", "meeting", "paper", "text", "meetings", "participation:nothing"];

    private readonly TestSite _site = city.Site;
    private readonly OparlWalk _walk = city.Walk;

    [Fact]
    public async Task The_demo_city_is_reached_as_a_whole_and_every_link_resolves()
    {
        await using var site = await TestSite.StartAsync(demo: true);
        var walk = await OparlWalk.AllAsync(site);
        Assert.True(walk.Objects.Count > 100, $"{walk.Objects.Count}");
        Assert.All(walk.Objects, pair => Assert.Equal(pair.Key, pair.Value.GetProperty("id").GetString()));
        await PagesAnswerAsync(site, walk);
    }

    [Fact]
    public void Line_1_types_are_exactly_the_twelve()
    {
        Assert.Equal(Types, _walk.Objects.Values.Select(OparlWalk.TypeOf).Distinct().Order(StringComparer.Ordinal));
        Assert.All(_walk.Objects.Values, json => Assert.Equal("https://schema.oparl.org/1.1/" + OparlWalk.TypeOf(json), json.GetProperty("type").GetString()));
        Assert.Equal("https://schema.oparl.org/1.1/", _walk.Objects.Values.Single(json => OparlWalk.TypeOf(json) == "System").GetProperty("oparlVersion").GetString());
        foreach (var json in _walk.Objects.Values.Concat(_walk.Elsewhere.Select(pair => pair.Object)))
            Assert.All(Required.GetValueOrDefault(OparlWalk.TypeOf(json), []).Concat(["created", "modified"]), name => Assert.True(json.TryGetProperty(name, out _), $"{name} in {json}"));
    }

    [Fact]
    public async Task Line_2_an_object_has_one_address_and_others_lead_there_for_good()
    {
        Assert.All(_walk.Objects, pair => Assert.Equal(pair.Key, pair.Value.GetProperty("id").GetString()));
        Assert.All(_walk.Objects.Keys, id => Assert.Matches("^https://localhost/oparl/v1\\.1/(system|[a-z]+/[1-9][0-9]*)$", id));
        Assert.All(_walk.Answers, answer => Assert.False(answer.Answer.Headers.Contains("Set-Cookie")));
        await using var site = await TestSite.StartAsync(settings: settings => settings["Site:PublicUrl"] = "https://mitmachen.example.org");
        using var client = OparlWalk.Client(site);
        foreach (var (asked, canonical) in new[] { ("/oparl/v1.1/Body/1", "https://mitmachen.example.org/oparl/v1.1/body/1"), ("/oparl/v1.1/system?x=1", "https://mitmachen.example.org/oparl/v1.1/system?x=1") })
        {
            var answer = await client.GetAsync(asked);
            Assert.Equal((HttpStatusCode.MovedPermanently, canonical), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        using var own = OparlWalk.Client(_site);
        foreach (var asked in (string[])["/oparl/v1.1/paper/1/", "/oparl/v1.1/PAPER/01", "/oparl//v1.1/paper/1"])
        {
            var answer = await own.GetAsync(asked);
            Assert.Equal((HttpStatusCode.MovedPermanently, "/oparl/v1.1/paper/1"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }
    }

    [Fact]
    public void Line_3_dates_have_offsets_and_nothing_is_null_empty_or_escaped()
    {
        Assert.All(_walk.Answers, answer =>
        {
            Assert.NotEqual(0xEF, answer.Body[0]);
            Assert.Equal("application/json; charset=utf-8", answer.Answer.Content.Headers.ContentType?.ToString());
            Assert.DoesNotContain("\\u00", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
            Assert.DoesNotContain("&amp;", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
        });
        Assert.Contains(_walk.Objects.Values, json => json.TryGetProperty("name", out var name) && name.GetString() == "Ausschuss für <Digitales> & „Netz“");
        foreach (var json in _walk.Objects.Values) Check(json, OparlWalk.TypeOf(json));

        static void Check(JsonElement json, string where)
        {
            foreach (var property in json.EnumerateObject())
            {
                var (value, place) = (property.Value, $"{where}.{property.Name}");
                Assert.True(value.ValueKind is not JsonValueKind.Null, place);
                if (value.ValueKind is JsonValueKind.String) Assert.NotEqual("", value.GetString());
                if (value.ValueKind is JsonValueKind.Array && place != "Body.legislativeTerm") Assert.NotEqual(0, value.GetArrayLength());
                if (property.Name is "created" or "modified" or "start" or "end" or "oparlSince") Assert.Matches(Instant(), value.GetString());
                if (property.Name is "date" or "startDate" or "endDate") Assert.Matches(Day(), value.GetString());
                if (value.ValueKind is JsonValueKind.Object) Check(value, property.Name);
            }
        }
    }

    [Fact]
    public async Task Line_4_everybody_may_read_also_errors_and_tags()
    {
        Assert.All(_walk.Answers, answer => Assert.Equal("*", Assert.Single(answer.Answer.Headers.GetValues("Access-Control-Allow-Origin"))));
        using var client = OparlWalk.Client(_site);
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
    public void Line_5_lists_have_pages_in_a_stable_order()
    {
        Assert.Contains(_walk.ListPages.Values, pages => pages.Count > 1);
        foreach (var pages in _walk.ListPages.Values)
        {
            var size = pages[0].GetProperty("pagination").GetProperty("elementsPerPage").GetInt32();
            Assert.All(pages.SkipLast(1), page => Assert.Equal(size, page.GetProperty("data").GetArrayLength()));
            Assert.False(pages[^1].GetProperty("links").TryGetProperty("next", out _));
            List<int> numbers = [.. pages.SelectMany(page => page.GetProperty("data").EnumerateArray()).Select(Number)];
            Assert.Equal(numbers.Order(), numbers);
            Assert.Equal(numbers.Count, numbers.Distinct().Count());
            Assert.Equal(numbers.Count, pages[0].GetProperty("pagination").GetProperty("totalElements").GetInt32());
        }
    }

    [Fact]
    public async Task Line_6_all_lists_take_all_filters_and_their_links_keep_them()
    {
        foreach (var list in _walk.ListPages.Keys)
        {
            foreach (var (filter, some) in new[] { ("created_since=2020-01-01T00:00:00%2B01:00", true), ("created_until=2020-01-01T00:00:00%2B01:00", false), ("modified_since=2999-01-01T00:00:00%2B01:00", false), ("modified_until=2999-01-01T00:00:00Z", true) })
                Assert.True((await _walk.ListAsync($"{list}?{filter}")).Count > 0 == (some && _walk.ListPages[list][0].GetProperty("data").GetArrayLength() > 0), $"{list}?{filter}");
        }

        var papers = "https://localhost/oparl/v1.1/body/1/paper";
        var first = await _walk.ReadAsync($"{papers}?limit=50&omit_internal=true&created_since=2020-01-01T00:00:00 01:00");
        Assert.Equal($"{papers}?created_since=2020-01-01T00%3A00%3A00%2B01%3A00&limit=50&omit_internal=true&after=50", first.GetProperty("links").GetProperty("next").GetString());
        Assert.False(first.GetProperty("data")[0].TryGetProperty("auxiliaryFile", out _));
        Assert.Equal(130, (await _walk.ListAsync($"{papers}?limit=7")).Count);
        Assert.Equal(100, (await _walk.ReadAsync($"{papers}?limit=100000")).GetProperty("data").GetArrayLength());
        var made = _walk.Objects[papers.Replace("body/1/paper", "paper/1", StringComparison.Ordinal)].GetProperty("created").GetString()!;
        Assert.Equal(130, (await _walk.ListAsync($"{papers}?created_since={Uri.EscapeDataString(made)}&created_until={Uri.EscapeDataString(made)}")).Count);
    }

    [Fact]
    public void Line_9_what_stands_inside_another_is_the_same_at_its_own_address()
    {
        Assert.Contains(_walk.Elsewhere, pair => pair.Where.EndsWith("auxiliaryFile", StringComparison.Ordinal));
        foreach (var (where, inside) in _walk.Elsewhere)
        {
            var alone = _walk.Objects[inside.GetProperty("id").GetString()!];
            foreach (var property in inside.EnumerateObject()) Assert.True(JsonElement.DeepEquals(property.Value, alone.GetProperty(property.Name)), $"{where}: {property.Name}");
            Assert.Empty(alone.EnumerateObject().Select(property => property.Name).Where(name => !inside.TryGetProperty(name, out _)).Except(OnlyAlone));
        }

        Assert.All(_walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) is "AgendaItem"), json => Assert.True(json.TryGetProperty("meeting", out _)));
        Assert.All(_walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) is "Consultation"), json => Assert.True(json.TryGetProperty("paper", out _)));
        Assert.All(_walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) is "Membership"), json => Assert.True(json.TryGetProperty("person", out _)));
    }

    [Fact]
    public async Task Line_10_files_are_shown_or_saved_and_who_has_something_is_told_so()
    {
        using var client = OparlWalk.Client(_site);
        var file = _walk.Objects.Values.First(json => OparlWalk.TypeOf(json) == "File");
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
        var error = await _walk.ReadAsync(address, (HttpStatusCode)status);
        Assert.Equal("https://schema.oparl.org/1.1/Error", error.GetProperty("type").GetString());
        Assert.Matches("Adresse|Parameter|Anfrage", error.GetProperty("message").GetString());
        Assert.NotEqual("", error.GetProperty("debug").GetString());
    }

    [Fact]
    public async Task Line_11_also_a_wrong_method_and_the_farthest_instants_are_answered()
    {
        using var client = OparlWalk.Client(_site);
        var posted = await client.PostAsync("/oparl/v1.1/system", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Contains("1.1/Error", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(130, (await _walk.ListAsync("/oparl/v1.1/body/1/paper?modified_until=9999-12-31T23:59:59Z&created_since=0001-01-01T00:00:00Z")).Count);
    }

    [Fact]
    public async Task Line_12_every_link_resolves_and_ids_are_unique()
    {
        Assert.Equal(_walk.Objects.Count, _walk.Objects.Values.Select(json => json.GetProperty("id").GetString()).Distinct().Count());
        await PagesAnswerAsync(_site, _walk);
    }

    [Fact]
    public void Line_13_places_are_features_with_longitude_first()
    {
        var feature = _walk.Objects.Values.Single(json => OparlWalk.TypeOf(json) == "Location").GetProperty("geojson");
        Assert.Equal(("Feature", "Point", 6.84929, 51.29724), (feature.GetProperty("type").GetString(), feature.GetProperty("geometry").GetProperty("type").GetString(), feature.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble(), feature.GetProperty("geometry").GetProperty("coordinates")[1].GetDouble()));
        Assert.Equal(JsonValueKind.Object, feature.GetProperty("properties").ValueKind);
    }

    [Fact]
    public void Line_14_values_are_the_words_of_the_specification()
    {
        foreach (var (type, property, words) in new[] { ("Organization", "organizationType", "Gremium|Partei|Fraktion|Verwaltungsbereich|externes Gremium|Institution|Sonstiges"), ("Meeting", "meetingState", "terminiert|eingeladen|durchgeführt"), ("Consultation", "role", "Anhörung|Entscheidung|Kenntnisnahme|Vorberatung") })
            Assert.All(_walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) == type), json => Assert.Matches($"^({words})$", json.GetProperty(property).GetString()));
    }

    [Fact]
    public void Line_15_of_people_there_is_only_the_name_and_of_closed_items_only_the_number()
    {
        string[] allowed = ["id", "type", "body", "name", "familyName", "givenName", "membership", "created", "modified"];
        Assert.All(_walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) == "Person"), json => Assert.Empty(json.EnumerateObject().Select(property => property.Name).Except(allowed)));
        var closed = _walk.Objects["https://localhost/oparl/v1.1/agendaitem/2"];
        Assert.Equal(["created", "id", "meeting", "modified", "name", "number", "order", "public", "type", "web"], closed.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("N 1", false), (closed.GetProperty("name").GetString(), closed.GetProperty("public").GetBoolean()));
        Assert.DoesNotContain(_walk.Answers, answer => Encoding.UTF8.GetString(answer.Body).Contains("Grundstück", StringComparison.Ordinal));
    }

    private static async Task PagesAnswerAsync(TestSite site, OparlWalk walk)
    {
        using var client = OparlWalk.Client(site);
        foreach (var link in walk.Links.Select(link => link.Split('#')[0]).Distinct())
            Assert.True((await client.GetAsync(link)).StatusCode is HttpStatusCode.OK, link);
    }

    private static int Number(JsonElement json) => int.Parse(json.GetProperty("id").GetString()!.Split('/')[^1], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$", RegexOptions.None, 1000)]
    private static partial Regex Instant();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$", RegexOptions.None, 1000)]
    private static partial Regex Day();
}

/// <summary>The small city on a site of its own, read once.</summary>
public sealed class OparlSite : IAsyncLifetime
{
    internal TestSite Site { get; } = new();

    internal OparlWalk Walk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await new OparlCity(Site).BuildAsync(papers: 130);
        Walk = await OparlWalk.AllAsync(Site);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
