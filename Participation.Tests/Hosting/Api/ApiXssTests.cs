using System.Net;
using Participation.Domain.Ideas;
using Participation.Tests.Support;

namespace Participation.Tests.Hosting.Api;

/// <summary>The payloads by way of the API: in its own answers, and on the pages made from what it took.</summary>
public sealed class ApiXssTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task No_idea_sent_to_the_api_comes_alive_there_or_on_a_page()
    {
        var payloads = Payloads.Half(0);
        var client = await ClientAsync();
        var visitor = Browsing.Visitor(site);
        for (var i = 0; i < payloads.Count; i++)
        {
            var sent = ApiWriteTests.Idea(Title(payloads[i]));
            sent["summary"] = Payloads.Line(payloads[i], IdeaText.SummaryMaxLength);
            sent["body"] = "Ein Text, lang genug. " + payloads[i];
            sent["place"] = Payloads.Line(payloads[i], IdeaText.PlaceMaxLength);
            var receipt = await client.SendAsync(HttpMethod.Post, "/api/v1/ideas", sent, ("Idempotency-Key", $"idee-{i}"));
            Assert.Equal(HttpStatusCode.Created, client.Last.StatusCode);
            ApiReading.AssertHarmless(client, receipt);
            var idea = await client.GetAsync($"/api/v1/ideas/{receipt.GetProperty("number")}");
            ApiReading.AssertHarmless(client, idea);
            Assert.Equal(sent["body"], idea.GetProperty("body").GetString());
            Assert.Single(ApiReading.Html(idea));
            var page = receipt.GetProperty("url").GetString()!;
            Harmless.AssertPage(await visitor.GetAsync(page), page);
        }

        await ApiReading.AssertHarmlessAsync(client, "/api/v1/ideas?limit=100", await site.WithDbAsync(db => Task.FromResult(db.Ideas.Count())));
    }

    [Fact]
    public async Task No_comment_sent_to_the_api_comes_alive_there_or_on_a_page()
    {
        var payloads = Payloads.Half(1);
        var client = await ClientAsync();
        var idea = await new Given(site).IdeaAsync();
        for (var i = 0; i < payloads.Count; i++)
        {
            var receipt = await client.SendAsync(HttpMethod.Post, "/api/v1/comments", new { idea, body = payloads[i] }, ("Idempotency-Key", $"beitrag-{i}"));
            Assert.Equal(HttpStatusCode.Created, client.Last.StatusCode);
            ApiReading.AssertHarmless(client, receipt);
        }

        await ApiReading.AssertHarmlessAsync(client, $"/api/v1/comments?idea={idea}&limit=100", payloads.Count);
        Assert.Single(ApiReading.Html(await client.GetAsync($"/api/v1/ideas/{idea}/comments/1")));
        var visitor = Browsing.Visitor(site);
        var (next, shown) = ($"/ideen/{idea}/mehr-baenke-am-markt", 0);
        while (next is not null)
        {
            var page = await visitor.GetAsync(next);
            Harmless.AssertPage(page, next);
            shown += page.QuerySelectorAll("article.comment").Length;
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href")?.Split('#')[0];
        }

        Assert.Equal(payloads.Count, shown);
    }

    [Fact]
    public async Task A_refusal_repeats_no_payload_as_html()
    {
        var client = await ClientAsync();
        foreach (var payload in Payloads.Html)
        {
            var sent = ApiWriteTests.Idea();
            (sent["topic"], sent["process"], sent["district"]) = (payload, payload, payload);
            var problem = await client.SendAsync(HttpMethod.Post, "/api/v1/ideas", sent, ("Idempotency-Key", "k"));
            Assert.Equal(HttpStatusCode.BadRequest, client.Last.StatusCode);
            ApiReading.AssertHarmless(client, problem);
        }
    }

    private async Task<ApiClient> ClientAsync()
    {
        var given = new Given(site);
        await given.ProcessAsync();
        return await ApiClient.AsAsync(site, await given.PersonAsync());
    }

    /// <summary>A title holds no control characters.</summary>
    private static string Title(string payload) => Payloads.Line("Titel " + string.Concat(payload.Select(letter => char.IsControl(letter) ? ' ' : letter)), IdeaText.TitleMaxLength);
}
