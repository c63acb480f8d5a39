using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Council;
using Participation.Tests.Support;
using Participation.Web.Council.Oparl.Import;

namespace Participation.Tests.Council.Oparl;

/// <summary>Sources that are broken, endless or hostile: they cost little, harm nothing, and the operator reads why.</summary>
public sealed class OparlHostileSourceTests : IAsyncLifetime
{
    private const string Host = "https://ris.example.org";
    private const string Root = Host + "/system";

    private readonly Dictionary<string, Func<HttpResponseMessage>> _answers = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        Json("/system", """{"id":"https://ris.example.org/system","type":"https://schema.oparl.org/1.0/System","body":"https://ris.example.org/bodies"}""");
        Json("/bodies", """{"data":[{"id":"https://ris.example.org/body/1","type":"https://schema.oparl.org/1.0/Body","name":"Stadt","organization":"https://ris.example.org/o","paper":"https://ris.example.org/p","meeting":"https://ris.example.org/m","person":"https://ris.example.org/n"}]}""");
        foreach (var empty in (string[])["/o", "/p", "/m", "/n"]) Page(empty, "");
        _site = await TestSite.StartAsync(services: services =>
        {
            services.AddHttpClient(OparlClient.Public).ConfigurePrimaryHttpMessageHandler(() => new Source(this));
            services.AddSingleton(new OparlLimits { MaxBytes = 100_000, MaxPages = 20, Pause = TimeSpan.FromMilliseconds(1), Tries = 3, Timeout = TimeSpan.FromMilliseconds(400) });
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Odd_objects_are_counted_and_the_good_ones_arrive()
    {
        Page("/o", """
            {"id":"https://ris.example.org/o/1","type":"https://schema.oparl.org/1.0/Organization","name":"Rat\u0000 <script>","organizationType":"Geheimbund","startDate":"2020-13-45","membership":"x","participation:predecessor":7},
            {"id":"https://anderswo.example/o/2","type":"https://schema.oparl.org/1.1/Organization","name":"Fremd"},
            {"id":"https://ris.example.org/o/3","type":"https://schema.oparl.org/1.1/Person","name":"Falsch"},
            {"id":"https://ris.example.org/o/4","type":"https://schema.oparl.org/1.1/Organization","name":"Kopie","participation:origin":"https://dritte.example/1"},
            {"id":7,"type":[]}, 17, null, "x"
            """);
        Page("/m", """
            {"id":"https://ris.example.org/m/1","type":"https://schema.oparl.org/1.1/Meeting","organization":["https://ris.example.org/o/1"],"start":"2026-03-01T17:00:00+01:00","end":"2020-01-01T00:00:00+01:00","meetingState":7,
            "agendaItem":[{"id":"https://ris.example.org/a/1","type":"https://schema.oparl.org/1.1/AgendaItem","order":"eins","name":"Bänke","result":"vielleicht"}],
            "location":{"id":"https://ris.example.org/l/1","type":"https://schema.oparl.org/1.1/Location","geojson":{"type":"Feature","geometry":{"type":"Point","coordinates":["x",9e99]}}},
            "invitation":{"id":"https://ris.example.org/f/1","type":"https://schema.oparl.org/1.1/File","accessUrl":"javascript:alert(1)"}}
            """);
        var counts = await RunAsync();
        var body = await _site.WithDbAsync(db => db.Bodies.SingleAsync());
        Assert.Equal(("Rat <script>", BodyKind.Other, null), (body.Name, body.Kind, body.StartsOn));
        Assert.Equal((1, 1, 0, 1), await _site.WithDbAsync(async db => (await db.Meetings.CountAsync(), await db.AgendaItems.CountAsync(), await db.Documents.CountAsync(), await db.Locations.CountAsync())));
        Assert.Equal(["File: no usable accessUrl", "Organization: copy of a third system", "Organization: foreign id", "Organization: wrong type", "organizationType=Geheimbund", "result=vielleicht"], counts.Oddities.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, counts.Oddities["Organization: wrong type"]);
    }

    [Fact]
    public async Task What_names_something_that_comes_later_waits_and_is_filled_in()
    {
        // The first organization follows the second one of the same list, and the paper comes before its body's meeting has an item.
        Page("/o", """
            {"id":"https://ris.example.org/o/1","type":"https://schema.oparl.org/1.1/Organization","name":"Neu","participation:predecessor":"https://ris.example.org/o/2"},
            {"id":"https://ris.example.org/o/2","type":"https://schema.oparl.org/1.1/Organization","name":"Alt"}
            """);
        Page("/p", """{"id":"https://ris.example.org/p/1","type":"https://schema.oparl.org/1.1/Paper","name":"V","consultation":[{"id":"https://ris.example.org/c/1","type":"https://schema.oparl.org/1.1/Consultation","organization":["https://ris.example.org/o/2"],"meeting":"https://ris.example.org/nirgends"}]}""");
        var counts = await RunAsync();
        Assert.Equal((1, 4), (counts.Waiting, counts.Added));
        Assert.True(await _site.WithDbAsync(db => db.Bodies.AnyAsync(body => body.Name == "Neu" && body.PredecessorId != null)));
        Assert.Equal(1, await _site.WithDbAsync(db => db.Consultations.CountAsync(step => step.MeetingId == null)));
        Assert.Equal((1, 0, 0), await RunAsync() is var again ? (again.Waiting, again.Added, again.Changed) : default);
    }

    [Fact]
    public async Task Files_that_promise_words_arrive_without_them_when_they_cannot_be_had_and_nobody_is_asked_forever()
    {
        Json("/bodies", """{"data":[{"id":"https://ris.example.org/body/1","type":"https://schema.oparl.org/1.1/Body","name":"Stadt","file":"https://ris.example.org/f"}]}""");
        string File(int number, string more = "") => $$"""{"id":"https://ris.example.org/f/{{number}}","type":"https://schema.oparl.org/1.1/File","accessUrl":"https://ris.example.org/{{number}}.pdf"{{more}}}""";
        Page("/f", string.Join(',', Enumerable.Range(1, 9).Select(number => File(number, ",\"participation:hasText\":true"))) + "," + File(10));
        Json("/f/1", File(1, ",\"text\":\"Worte der ersten\""));
        Json("/f/2", File(3, ",\"text\":\"Worte einer anderen\""));
        _answers["/f/3"] = () => Redirect("https://169.254.169.254/latest");
        _answers["/f/4"] = () => Answer("<html>");
        Json("/f/10", File(10, ",\"text\":\"Nicht versprochen\""));
        var counts = await RunAsync();
        Assert.Equal((10, 10, 0), (counts.Read, counts.Added, counts.Changed));
        Assert.Equal(["Worte der ersten"], await _site.WithDbAsync(db => db.Documents.Where(document => document.Text != "").Select(document => document.Text).ToListAsync()));
        // The system, the bodies, the list, and five files: after three that fail no other is asked for.
        Assert.Equal(8, _asked.Count);
        Assert.All(_asked, host => Assert.Equal("ris.example.org", host));
    }

    [Theory]
    [InlineData("leads in a circle", "circle"), InlineData("more than 20 pages", "endless"), InlineData("larger than", "giant"), InlineData("is no JSON", "html"), InlineData("is no list", "no list"), InlineData("is no object", "array")]
    [InlineData("is not on ris.example.org", "redirect"), InlineData("is not on the source's host", "next elsewhere"), InlineData("answered 404", "missing"), InlineData("answered 503", "broken"), InlineData("took too long", "slow"), InlineData("redirects too often", "round")]
    public async Task A_source_that_cannot_be_read_on_is_left_with_a_reason(string reason, string how)
    {
        var count = 0;
        _answers["/o"] = how switch
        {
            "circle" => () => Answer("""{"data":[],"links":{"next":"https://ris.example.org/o"}}"""),
            "endless" => () => Answer("""{"data":[],"links":{"next":"https://ris.example.org/o?page=N"}}""".Replace("N", $"{++count}", StringComparison.Ordinal)),
            "giant" => () => Answer("{\"data\":[\"" + new string('x', 200_000) + "\"]}"),
            "html" => () => Answer("<html>"),
            "no list" => () => Answer("{}"),
            "array" => () => Answer("[]"),
            "redirect" => () => Redirect("https://169.254.169.254/latest"),
            "round" => () => Redirect(Host + "/o"),
            "next elsewhere" => () => Answer("""{"data":[],"links":{"next":"https://ris.example.org.evil.example/o"}}"""),
            "missing" => () => new HttpResponseMessage(HttpStatusCode.NotFound),
            "broken" => () => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable),
            _ => () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Never()) },
        };
        var failed = await Assert.ThrowsAsync<OparlImportException>(RunAsync);
        Assert.Contains(reason, failed.Message, StringComparison.Ordinal);
        Assert.All(_asked, host => Assert.Equal("ris.example.org", host));
        // It goes on when the source is well again.
        Page("/o", "");
        await RunAsync();
    }

    [Theory]
    [InlineData("http://ris.example.org/system"), InlineData("ftp://ris.example.org/"), InlineData("nichts"), InlineData("file:///etc/passwd")]
    public async Task Only_https_is_read(string url) =>
        await Assert.ThrowsAsync<OparlImportException>(() => _site.UseAsync<OparlImport, OparlCounts>(import => import.ExecuteAsync(new OparlOrder(url), _ => { }, CancellationToken.None)));

    [Theory]
    [InlineData("127.0.0.1"), InlineData("10.1.2.3"), InlineData("172.16.0.1"), InlineData("192.168.1.1"), InlineData("169.254.169.254"), InlineData("100.64.0.1"), InlineData("0.0.0.0"), InlineData("::1"), InlineData("fe80::1"), InlineData("fd00::1"), InlineData("::ffff:10.0.0.1"), InlineData("224.0.0.1")]
    public void Inner_networks_are_not_reached(string address) => Assert.True(PublicAddresses.IsInner(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.216.34"), InlineData("172.32.0.1"), InlineData("2606:2800:220:1::1")]
    public void Public_ones_are(string address) => Assert.False(PublicAddresses.IsInner(IPAddress.Parse(address)));

    [Fact]
    public async Task The_real_client_refuses_the_own_machine()
    {
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton(new OparlLimits { Pause = TimeSpan.FromMilliseconds(1) }));
        var failed = await Assert.ThrowsAsync<OparlImportException>(() => site.UseAsync<OparlImport, OparlCounts>(import => import.ExecuteAsync(new OparlOrder("https://localhost:1/system"), _ => { }, CancellationToken.None)));
        Assert.Contains("inner network", failed.Message, StringComparison.Ordinal);
    }

    private Task<OparlCounts> RunAsync() => _site.UseAsync<OparlImport, OparlCounts>(import => import.ExecuteAsync(new OparlOrder(Root, PerSecond: 1000), _ => { }, CancellationToken.None));

    private void Json(string path, string json) => _answers[path] = () => Answer(json);

    private void Page(string path, string objects) => Json(path, """{"data":[OBJECTS],"pagination":{},"links":{}}""".Replace("OBJECTS", objects, StringComparison.Ordinal));

    private static HttpResponseMessage Answer(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Redirect(string to) => new(HttpStatusCode.Found) { Headers = { Location = new Uri(to) } };

    private sealed class Source(OparlHostileSourceTests test) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test._asked.Add(request.RequestUri!.Host);
            return Task.FromResult(test._answers.TryGetValue(request.RequestUri.AbsolutePath, out var answer) ? answer() : new HttpResponseMessage(HttpStatusCode.NotFound));
        }
    }

    /// <summary>A body that never ends, nor begins.</summary>
    private sealed class Never : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
    }
}
