using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Tests.Support;
using Participation.Web.Ideas;

namespace Participation.Tests.Ideas;

/// <summary>The same payloads on their whole way: through the use case into the pages that show an idea.</summary>
public sealed class IdeaXssTests
{
    [Fact]
    public async Task No_payload_in_any_field_comes_alive_on_a_page()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync();
        var author = await given.PersonAsync();
        var topic = await site.WithDbAsync(async db => (await db.Topics.OrderBy(candidate => candidate.Order).FirstAsync()).Key);
        var payloads = Payloads.Half(0);
        Assert.True(payloads.Count >= 150);
        for (var i = 0; i < payloads.Count; i++)
        {
            var line = payloads[i];
            var input = new IdeaInput("smart-city", Payloads.Line("Titel " + line, IdeaText.TitleMaxLength), Payloads.Line(line, IdeaText.SummaryMaxLength), "Ein Text, lang genug. " + payloads[i], topic, null, Payloads.Line(line, IdeaText.PlaceMaxLength), null, null);
            Assert.True(await site.UseAsync<SubmitIdea, bool>(async submit => (await submit.ExecuteAsync(input, $"payload-{i}", author, default)).Done));
        }

        var visitor = Browsing.Visitor(site);
        string? next = "/ideen?sortierung=neu";
        var shown = 0;
        while (next is not null)
        {
            var page = await visitor.GetAsync(next);
            Harmless.AssertPage(page, next);
            shown += page.QuerySelectorAll(".idea-row").Length;
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(payloads.Count, shown);
        for (var number = 1; number <= payloads.Count; number += 5)
        {
            await visitor.GetAsync($"/ideen/{number}");
            Harmless.AssertPage(await visitor.FollowAsync(), $"/ideen/{number}");
            Harmless.AssertPage(await visitor.GetAsync($"/ideen/{number}/fassungen"), $"/ideen/{number}/fassungen");
        }
    }
}
