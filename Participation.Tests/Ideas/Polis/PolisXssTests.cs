using Participation.Domain.Accounts;
using Participation.Tests.Hosting.Api;
using Participation.Tests.Support;
using Participation.Web.Ideas.Polis;

namespace Participation.Tests.Ideas.Polis;

/// <summary>The payloads as contributions of a consultation that is imported.</summary>
public sealed class PolisXssTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task No_imported_contribution_comes_alive_on_a_page()
    {
        var payloads = Payloads.Half(1);
        Assert.True(payloads.Count >= 150);
        using var folder = PolisFolder.With(
            string.Concat(payloads.Select((payload, i) => $"{1650000001000 + i},Fri,{i},{i % 7},0,0,1,{Quoted(payload)}\n")),
            "1650000090000,Fri,0,1,1\n",
            $"topic,{Quoted(Payloads.Html[0] + Payloads.Html[1])}\nconversation-description,{Quoted(Payloads.Html[1] + "\n" + Payloads.Html[2])}\n");

        var counts = await site.UseAsync<ImportPolis, PolisCounts>(async import => await import.ExecuteAsync(await PolisReader.ReadAsync(folder.Path, default), "gruen", _ => { }, default));

        Assert.Equal((payloads.Count, payloads.Count), (counts.Ideas, counts.Published));
        var visitor = Browsing.Visitor(site);
        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        foreach (var address in new[] { "/", "/verfahren", "/verfahren/gruen", "/ideen?verfahren=gruen" }) Harmless.AssertPage(await visitor.GetAsync(address), address);
        var (next, shown) = ("/ideen?sortierung=neu", 0);
        while (next is not null)
        {
            var page = await visitor.GetAsync(next);
            Harmless.AssertPage(page, next);
            shown += page.QuerySelectorAll(".idea-row").Length;
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(payloads.Count, shown);
        for (var number = 1; number <= payloads.Count; number++)
        {
            await visitor.GetAsync($"/ideen/{number}");
            Harmless.AssertPage(await visitor.FollowAsync(), $"/ideen/{number}");
            if (number % 5 != 0) continue;
            foreach (var address in new[] { $"/moderation/ideen/{number}", $"/moderation/ideen/{number}/antwort" }) Harmless.AssertPage(await moderator.GetAsync(address), address);
        }

        await ApiReading.AssertHarmlessAsync(ApiClient.Visitor(site), "/api/v1/ideas?limit=100", payloads.Count);
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
