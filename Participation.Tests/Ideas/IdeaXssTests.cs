using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Tests.Markdown;
using Participation.Tests.Support;
using Participation.Web.Ideas;

namespace Participation.Tests.Ideas;

/// <summary>The same payloads on their whole way: through the use case into the pages that show an idea.</summary>
public sealed class IdeaXssTests
{
    private const string Forbidden = "main script, main iframe, main object, main embed, main base, main meta, main style, main math, main svg:not(.glyph):not(.stance-bar__chart)";

    [Fact]
    public async Task No_payload_in_any_field_comes_alive_on_a_page()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync();
        var author = await given.PersonAsync();
        var topic = await site.WithDbAsync(async db => (await db.Topics.OrderBy(candidate => candidate.Order).FirstAsync()).Key);
        var payloads = XssTests.Payloads.Where((_, index) => index % 2 == 0).ToList();
        Assert.True(payloads.Count >= 150);
        for (var i = 0; i < payloads.Count; i++)
        {
            var line = payloads[i].ReplaceLineEndings(" ");
            var input = new IdeaInput("smart-city", Cut("Titel " + line, IdeaText.TitleMaxLength), Cut(line, IdeaText.SummaryMaxLength), "Ein Text, lang genug. " + payloads[i], topic, null, Cut(line, IdeaText.PlaceMaxLength), null, null);
            Assert.True(await site.UseAsync<SubmitIdea, bool>(async submit => (await submit.ExecuteAsync(input, $"payload-{i}", author, default)).Done));
        }

        var visitor = Browsing.Visitor(site);
        string? next = "/ideen?sortierung=neu";
        var shown = 0;
        while (next is not null)
        {
            var page = await visitor.GetAsync(next);
            AssertHarmless(page, next);
            shown += page.QuerySelectorAll(".idea-row").Length;
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(payloads.Count, shown);
        for (var number = 1; number <= payloads.Count; number += 5)
        {
            await visitor.GetAsync($"/ideen/{number}");
            AssertHarmless(await visitor.FollowAsync(), $"/ideen/{number}");
            AssertHarmless(await visitor.GetAsync($"/ideen/{number}/fassungen"), $"/ideen/{number}/fassungen");
        }
    }

    private static void AssertHarmless(IDocument page, string address)
    {
        Assert.True(page.QuerySelector("main h1") is not null, address);
        Assert.True(page.QuerySelector(Forbidden) is null, $"{address}: {page.QuerySelector(Forbidden)?.OuterHtml}");
        foreach (var attribute in page.QuerySelectorAll("main *").SelectMany(element => element.Attributes))
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc", $"{address}: {attribute.Name}={attribute.Value}");
            if (attribute.Name is not ("href" or "src" or "action" or "formaction" or "xlink:href")) continue;
            var plain = string.Concat(attribute.Value.Where(letter => letter > ' '));
            Assert.DoesNotMatch("^(?i:javascript|data|vbscript|file|jar|feed|view-source):", plain);
        }
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
