using System.Net;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Proposals.Revisions;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals.Revisions;

/// <summary>The list of revisions, two compared, one restored, over HTTP.</summary>
public sealed class RevisionPageTests
{
    [Fact]
    public async Task Whoever_writes_names_a_revision_and_everybody_who_reads_along_compares_it()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Ein Absatz.\n\nNoch einer.\n\nAcht Wochen.\n\nUnd Schluss.");
        var writer = await Browsing.AsAsync(site, given.Owner);
        await writer.SubmitAsync(Links.ProposalRevisions(1), "#fassung-benennen", new() { ["Input.Note"] = "Erster <b>Stand</b>" });
        Assert.Equal(HttpStatusCode.Redirect, writer.Last.StatusCode);
        await given.WriteAsync(SectionKind.Goal, "Ein Absatz.\n\nNoch einer.\n\nSechs Wochen.\n\nUnd Schluss.", given.Editor);
        await given.ChangeAsync((proposal, now) => proposal.SetCosts([new CostLine("Farbe", 125_050, null)], now));

        var visitor = Browsing.Visitor(site);
        var list = await visitor.GetAsync(Links.ProposalRevisions(1));
        Assert.Equal("Erster <b>Stand</b>", list.QuerySelector("#fassung-1 p")!.TextContent);
        Assert.Contains("Stadtwerke Ratingen", list.QuerySelector("#fassung-1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Person ", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(list.QuerySelector("#fassung-benennen"));
        Assert.Contains("Person ", (await writer.GetAsync(Links.ProposalRevisions(1))).QuerySelector("#fassung-1")!.TextContent, StringComparison.Ordinal);

        var inline = await visitor.GetAsync(Links.CompareRevisions(1, 1, RevisionQueries.Now));
        Assert.Equal("Acht", inline.QuerySelector("article .prose del")!.TextContent);
        Assert.Equal("Sechs", inline.QuerySelector("article .prose ins")!.TextContent);
        Assert.Equal("1 Absatz unverändert", inline.QuerySelector("summary")!.TextContent.Replace('\u00a0', ' '));
        Assert.Contains("1.250,50", inline.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        var sides = await visitor.GetAsync(Links.CompareRevisions(1, 1, 0) + "&ansicht=nebeneinander");
        Assert.Equal(("Acht Wochen.", "Sechs Wochen."), (sides.QuerySelector("td:has(del)")!.TextContent, sides.QuerySelector("td:has(ins)")!.TextContent));
        Assert.Equal("Beide sagen genau dasselbe.", (await visitor.GetAsync(Links.CompareRevisions(1, 1, 1))).QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public async Task A_revision_is_shown_and_restored()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "So war **es**. <script>alert(1)</script>");
        var writer = await Browsing.AsAsync(site, given.Editor);
        await writer.SubmitAsync(Links.ProposalRevisions(1), "#fassung-benennen", new() { ["Input.Note"] = "Damals" });
        await given.WriteAsync(SectionKind.Goal, "So ist es.");
        var shown = await writer.GetAsync(Links.ProposalRevision(1, 1));
        Assert.Equal("es", shown.QuerySelector("article .prose strong")!.TextContent);
        Assert.Null(shown.QuerySelector("article script"));
        await writer.SubmitAsync(Links.ProposalRevision(1, 1), "#wiederherstellen", []);
        Assert.Equal("/vorhaben/1/fassungen", writer.Last.Headers.Location?.ToString());
        Assert.StartsWith("So war", (await given.TextAsync(SectionKind.Goal)).Text, StringComparison.Ordinal);
        // The same once more changes nothing and says so.
        var again = await writer.SubmitAsync(Links.ProposalRevision(1, 1), "#wiederherstellen", []);
        Assert.Equal(HttpStatusCode.Conflict, writer.Last.StatusCode);
        Assert.Contains("genau so", again.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await writer.GetAsync(Links.ProposalRevisions(1))).QuerySelectorAll(".revisions__item").Length);
    }

    [Fact]
    public async Task Everybody_sees_which_organisation_wrote_what_and_those_inside_see_who()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren sicher.");
        await given.WriteAsync(SectionKind.Goal, "Alle Kinder fahren <b> sicher.", given.Editor);
        var writer = await Browsing.AsAsync(site, given.Owner);
        await writer.SubmitAsync(Links.ProposalRevisions(1), "#fassung-benennen", new() { ["Input.Note"] = "Stand" });
        await given.WriteAsync(SectionKind.Goal, "");

        var page = await Browsing.Visitor(site).GetAsync(Links.WhoWrote(1, 1));
        Assert.Equal(["1Stadtwerke Ratingen", "2Radverein Ratingen"], page.QuerySelectorAll(".written-legend li").Select(entry => entry.TextContent));
        Assert.Equal(
            "1Von Stadtwerke Ratingen: Alle 2Von Radverein Ratingen: Kinder 1Von Stadtwerke Ratingen: fahren 2Von Radverein Ratingen: <b> 1Von Stadtwerke Ratingen: sicher.",
            page.QuerySelector("article .written-text")!.TextContent);
        Assert.All((await writer.GetAsync(Links.WhoWrote(1, 1))).QuerySelectorAll(".written-legend li"), entry => Assert.Contains(" für ", entry.TextContent, StringComparison.Ordinal));
        Assert.Empty((await writer.GetAsync(Links.WhoWrote(1, RevisionQueries.Now))).QuerySelectorAll(".written"));
        await writer.GetAsync(Links.WhoWrote(1, 9));
        Assert.Equal(HttpStatusCode.NotFound, writer.Last.StatusCode);
    }

    [Fact]
    public async Task How_a_text_was_written_that_nobody_read_along_stays_inside_when_it_is_published()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site, readAlong: false);
        var writer = await Browsing.AsAsync(site, given.Owner);
        await writer.SubmitAsync(Links.ProposalRevisions(1), "#fassung-benennen", new() { ["Input.Note"] = "Streit" });
        await given.ChangeAsync((proposal, now) => proposal.Freeze("0", [], DateOnly.FromDateTime(now.UtcDateTime).AddDays(9), DateOnly.FromDateTime(now.UtcDateTime), now)
            ?? proposal.Sign(given.Lead.Id, given.Owner.Person, "0", DateOnly.FromDateTime(now.UtcDateTime), now) ?? proposal.Sign(given.Second.Id, given.Editor.Person, "0", DateOnly.FromDateTime(now.UtcDateTime), now));
        var visitor = Browsing.Visitor(site);
        Assert.Null((await visitor.GetAsync(Links.Proposal(1, "Sichere Radwege"))).QuerySelector("#fassungen"));
        Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
        foreach (var address in new[] { Links.ProposalRevisions(1), Links.ProposalRevision(1, 1), Links.CompareRevisions(1, 1, 0), Links.WhoWrote(1, 1) })
        {
            await visitor.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, visitor.Last.StatusCode));
        }

        var stranger = await new Given(site).PersonAsync();
        Assert.Null(await site.UseAsync<PullUpdates, TextNews?>(pull => pull.ExecuteAsync(given.TextOf(SectionKind.Background), 0, stranger, default)));
        Assert.NotNull(await site.UseAsync<PullUpdates, TextNews?>(pull => pull.ExecuteAsync(given.TextOf(SectionKind.Background), 0, given.Editor, default)));
        var shown = await writer.GetAsync(Links.ProposalRevision(1, 1));
        Assert.Equal(HttpStatusCode.OK, writer.Last.StatusCode);
        Assert.Null(shown.QuerySelector("#wiederherstellen"));
    }

    [Fact]
    public async Task What_is_missing_or_forged_gets_a_clear_answer()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site, readAlong: false);
        var writer = await Browsing.AsAsync(site, given.Owner);
        await writer.SubmitAsync(Links.ProposalRevisions(1), "#fassung-benennen", new() { ["Input.Note"] = "Anfang" });
        foreach (var address in new[] { "/vorhaben/1/fassungen/9", "/vorhaben/1/fassungen/-1", "/vorhaben/1/fassungen/vergleich?von=1&bis=99", "/vorhaben/77/fassungen", "/vorhaben/1/fassungen/2147483648" })
        {
            await writer.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, writer.Last.StatusCode));
        }

        foreach (var address in new[] { "/vorhaben/1/fassungen/vergleich?von=x&bis=y&ansicht=z", "/vorhaben/1/fassungen/vergleich?von=-5", "/vorhaben/1/fassungen?vor=-3", "/vorhaben/1/fassungen/vergleich" })
        {
            await writer.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, writer.Last.StatusCode));
        }

        foreach (var note in new[] { "", "  ", new string('x', 201) })
        {
            var refused = await writer.SubmitAsync(Links.ProposalRevisions(1), "#fassung-benennen", new() { ["Input.Note"] = note });
            Assert.Equal(HttpStatusCode.BadRequest, writer.Last.StatusCode);
            Assert.NotNull(refused.QuerySelector("#Input_Note-error"));
        }

        var stranger = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        foreach (var address in new[] { Links.ProposalRevisions(1), Links.ProposalRevision(1, 1), Links.CompareProposal(1) })
        {
            await stranger.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Last.StatusCode);
        }

        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        Assert.Null((await moderator.GetAsync(Links.ProposalRevision(1, 1))).QuerySelector("#wiederherstellen"));
    }
}
