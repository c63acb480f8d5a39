using System.Net;
using System.Text;
using Participation.Domain;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Proposals;
using Participation.Web.Shared;
using UglyToad.PdfPig;

namespace Participation.Tests.Proposals;

/// <summary>The printed copy, read back by another library.</summary>
public sealed class ProposalPdfTests
{
    [Fact]
    public async Task It_holds_text_costs_names_dates_hash_and_page_numbers()
    {
        await using var site = await TestSite.StartAsync();
        var proposal = await GivenProposal.InAsync(site);
        await proposal.WriteAllAsync("Ein **fester** Satz mit ÄÖÜß.\n\n- erster Punkt\n- zweiter Punkt\n  1. darunter\n\n> Zitat\n\n| A | B |\n| --- | --- |\n| eins | zwei |");
        Assert.Null(await site.UseAsync<CalculateCosts, Refusal?>(async costs => await costs.ExecuteAsync(proposal.Number, [new CostLine("Schilder am Weg", 123456, null)], (await proposal.ReadAsync()).Version, proposal.Lead.Editor, default)));
        Assert.Null(await proposal.FreezeAsync());
        var address = Links.ProposalPdf(proposal.Number, "Sichere Radwege");
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);
        foreach (var party in new[] { proposal.Lead, proposal.Second, proposal.Third }) Assert.Null(await proposal.SignAsync(party));

        var bytes = await visitor.Client.GetByteArrayAsync(address);
        using var document = PdfDocument.Open(bytes);
        var text = Words(document);
        foreach (var expected in new[] { "Sichere Radwege", "Ein fester Satz mit ÄÖÜß.", "erster Punkt", "darunter", "Schilder am Weg", "1.234,56", proposal.Second.Organisation.Name, "gezeichnet am", $"Seite 1 von {document.NumberOfPages}" })
            Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains((await proposal.ReadAsync()).ContentHash!, text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var raw = Encoding.Latin1.GetString(bytes);
        Assert.Contains("/MarkInfo", raw, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", raw, StringComparison.Ordinal);
        await visitor.GetAsync("/vorhaben/1/anders.pdf");
        Assert.Equal((HttpStatusCode.MovedPermanently, address), (visitor.Last.StatusCode, visitor.Last.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Long_and_strange_texts_are_printed_too()
    {
        await using var site = await TestSite.StartAsync();
        var proposal = await GivenProposal.InAsync(site);
        var strange = string.Join("\n\n", Enumerable.Range(0, 120).Select(i => $"{i}. Absatz 😀 שלום {new string('w', 300)} ```` <b>x</b>\u0301 | a | b |\n- [ ] Aufgabe\n- " + new string('x', 50)));
        await proposal.WriteAllAsync(strange);
        Assert.Null(await proposal.FreezeAsync());
        foreach (var party in new[] { proposal.Lead, proposal.Second, proposal.Third }) Assert.Null(await proposal.SignAsync(party));
        using var document = PdfDocument.Open(await Browsing.Visitor(site).Client.GetByteArrayAsync(Links.ProposalPdf(proposal.Number, "Sichere Radwege")));
        Assert.True(document.NumberOfPages > 20);
        Assert.Contains($"Seite {document.NumberOfPages} von {document.NumberOfPages}", Words(document), StringComparison.Ordinal);
    }

    private static string Words(PdfDocument document) => string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
}
