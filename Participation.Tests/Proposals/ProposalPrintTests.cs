using System.Net;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>The print view holds all that was signed, and nothing of the site around it.</summary>
public sealed class ProposalPrintTests
{
    private static readonly DateOnly Soon = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(5);

    [Fact]
    public async Task A_signed_proposal_is_printed_with_text_costs_signatures_hash_and_address()
    {
        await using var site = await TestSite.StartAsync();
        var given = await (await site.ProposalAsync(text: "## Warum\n\nEs **fehlen** Wege.")).WithCostsAsync(new CostLine("Markierung", 125_050, null), new CostLine("Schilder", 100_000, null), new CostLine("Pflege", null, 90_000));
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(Links.ProposalPrint(given.Number));
        Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);

        await given.PublishedAsync(Soon);
        var page = await visitor.GetAsync(Links.ProposalPrint(given.Number));
        var text = page.QuerySelector("main")!.TextContent;
        foreach (var said in new[] { "Sichere Radwege", "Wege für alle.", "Ausgangslage", "Beteiligte", "1.250,50", "2.250,50", "900", "STADT", "WERKE", (await given.ReadAsync()).ContentHash!, Links.Proposal(given.Number) })
            Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Equal(6, page.QuerySelectorAll("main .prose strong").Length);
        Assert.Equal(2, page.QuerySelectorAll(".sheet__end tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("nav, header.site-header, footer, script, form"));
    }
}
