using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Participation.Tests.Support;

namespace Participation.Tests.Council.Oparl;

/// <summary>The rules of OParl 1.1 that hold for whatever a city has, one after the other, over everything that can be reached from its system object.</summary>
public abstract partial class OparlRules(OparlSite city)
{
    private static readonly string[] Types = ["AgendaItem", "Body", "Consultation", "File", "LegislativeTerm", "Location", "Meeting", "Membership", "Organization", "Paper", "Person", "System"];

    /// <summary>What the JSON schemas of OParl 1.1 ask for; its text adds created and modified.</summary>
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["System"] = ["oparlVersion", "body"], ["Body"] = ["name", "organization", "person", "meeting", "paper", "legislativeTerm"], ["AgendaItem"] = ["order"], ["File"] = ["accessUrl"],
    };

    /// <summary>The reference back that an object inside another leaves out, and the words of files.</summary>
    private static readonly string[] OnlyAlone = ["body", "person", "meeting", "paper", "text", "meetings", "participation:nothing"];

    private protected TestSite Site { get; } = city.Site;

    private protected OparlWalk Walk { get; } = city.Walk;

    [Fact]
    public void Line_1_types_are_exactly_the_twelve()
    {
        Assert.Equal(Types, Walk.Objects.Values.Select(OparlWalk.TypeOf).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Walk.Objects.Values, json => Assert.Equal("https://schema.oparl.org/1.1/" + OparlWalk.TypeOf(json), json.GetProperty("type").GetString()));
        Assert.Equal("https://schema.oparl.org/1.1/", Walk.Objects.Values.Single(json => OparlWalk.TypeOf(json) == "System").GetProperty("oparlVersion").GetString());
        foreach (var json in Walk.Objects.Values.Concat(Walk.Elsewhere.Select(pair => pair.Object)))
            Assert.All(Required.GetValueOrDefault(OparlWalk.TypeOf(json), []).Concat(["created", "modified"]), name => Assert.True(json.TryGetProperty(name, out _), $"{name} in {json}"));
    }

    [Fact]
    public void Line_2_an_object_has_one_address()
    {
        Assert.All(Walk.Objects, pair => Assert.Equal(pair.Key, pair.Value.GetProperty("id").GetString()));
        Assert.All(Walk.Objects.Keys, id => Assert.Matches("^https://localhost/oparl/v1\\.1/(system|[a-z]+/[1-9][0-9]*)$", id));
        Assert.All(Walk.Answers, answer => Assert.False(answer.Answer.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public void Line_3_dates_have_offsets_and_nothing_is_null_empty_or_escaped()
    {
        Assert.All(Walk.Answers, answer =>
        {
            Assert.NotEqual(0xEF, answer.Body[0]);
            Assert.Equal("application/json; charset=utf-8", answer.Answer.Content.Headers.ContentType?.ToString());
            Assert.DoesNotContain("\\u00", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
            Assert.DoesNotContain("&amp;", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
        });
        foreach (var json in Walk.Objects.Values) Check(json, OparlWalk.TypeOf(json));

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
    public void Line_4_everybody_may_read() => Assert.All(Walk.Answers, answer => Assert.Equal("*", Assert.Single(answer.Answer.Headers.GetValues("Access-Control-Allow-Origin"))));

    [Fact]
    public void Line_5_lists_have_pages_in_a_stable_order()
    {
        foreach (var pages in Walk.ListPages.Values)
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
        foreach (var list in Walk.ListPages.Keys)
        {
            foreach (var (filter, some) in new[] { ("created_since=2020-01-01T00:00:00%2B01:00", true), ("created_until=2020-01-01T00:00:00%2B01:00", false), ("modified_since=2999-01-01T00:00:00%2B01:00", false), ("modified_until=2999-01-01T00:00:00Z", true) })
                Assert.True((await Walk.ListAsync($"{list}?{filter}")).Count > 0 == (some && Walk.ListPages[list][0].GetProperty("data").GetArrayLength() > 0), $"{list}?{filter}");
        }
    }

    [Fact]
    public void Line_9_what_stands_inside_another_is_the_same_at_its_own_address()
    {
        Assert.NotEmpty(Walk.Elsewhere);
        foreach (var (where, inside) in Walk.Elsewhere)
        {
            var alone = Walk.Objects[inside.GetProperty("id").GetString()!];
            foreach (var property in inside.EnumerateObject()) Assert.True(JsonElement.DeepEquals(property.Value, alone.GetProperty(property.Name)), $"{where}: {property.Name}");
            Assert.Empty(alone.EnumerateObject().Select(property => property.Name).Where(name => !inside.TryGetProperty(name, out _)).Except(OnlyAlone));
        }

        Assert.All(Walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) is "AgendaItem"), json => Assert.True(json.TryGetProperty("meeting", out _)));
        Assert.All(Walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) is "Consultation"), json => Assert.True(json.TryGetProperty("paper", out _)));
        Assert.All(Walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) is "Membership"), json => Assert.True(json.TryGetProperty("person", out _)));
    }

    [Fact]
    public async Task Line_12_every_link_resolves_and_ids_are_unique()
    {
        Assert.Equal(Walk.Objects.Count, Walk.Objects.Values.Select(json => json.GetProperty("id").GetString()).Distinct().Count());
        await PagesAnswerAsync(Site, Walk);
    }

    [Fact]
    public void Line_13_places_are_features()
    {
        var places = Walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) == "Location").ToList();
        Assert.NotEmpty(places);
        foreach (var feature in places.Where(json => json.TryGetProperty("geojson", out _)).Select(json => json.GetProperty("geojson")))
        {
            Assert.Equal(("Feature", "Point", 2), (feature.GetProperty("type").GetString(), feature.GetProperty("geometry").GetProperty("type").GetString(), feature.GetProperty("geometry").GetProperty("coordinates").GetArrayLength()));
            Assert.Equal(JsonValueKind.Object, feature.GetProperty("properties").ValueKind);
        }
    }

    [Fact]
    public void Line_14_values_are_the_words_of_the_specification()
    {
        foreach (var (type, property, words) in new[] { ("Organization", "organizationType", "Gremium|Partei|Fraktion|Verwaltungsbereich|externes Gremium|Institution|Sonstiges"), ("Meeting", "meetingState", "terminiert|eingeladen|durchgeführt"), ("Consultation", "role", "Anhörung|Entscheidung|Kenntnisnahme|Vorberatung") })
            Assert.All(Walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) == type), json => Assert.Matches($"^({words})$", json.GetProperty(property).GetString()));
    }

    [Fact]
    public void Line_15_of_people_there_is_only_the_name_and_of_closed_items_only_the_number()
    {
        string[] allowed = ["id", "type", "body", "name", "familyName", "givenName", "membership", "created", "modified"];
        Assert.All(Walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) == "Person"), json => Assert.Empty(json.EnumerateObject().Select(property => property.Name).Except(allowed)));
        foreach (var closed in Walk.Objects.Values.Where(json => OparlWalk.TypeOf(json) == "AgendaItem" && !json.GetProperty("public").GetBoolean()))
        {
            Assert.Equal(["created", "id", "meeting", "modified", "name", "number", "order", "public", "type", "web"], closed.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
            Assert.Equal(closed.GetProperty("number").GetString(), closed.GetProperty("name").GetString());
        }
    }

    private static async Task PagesAnswerAsync(TestSite site, OparlWalk walk)
    {
        using var client = OparlWalk.Client(site);
        // Of thousands of pages that are made alike some stand for all.
        List<string> links = [.. walk.Links.Select(link => link.Split('#')[0]).Distinct()];
        foreach (var link in links.Where((_, place) => place % (1 + links.Count / 1000) == 0))
            Assert.True((await client.GetAsync(link)).StatusCode is HttpStatusCode.OK, link);
    }

    private static int Number(JsonElement json) => int.Parse(json.GetProperty("id").GetString()!.Split('/')[^1], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$", RegexOptions.None, 1000)]
    private static partial Regex Instant();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$", RegexOptions.None, 1000)]
    private static partial Regex Day();
}
