using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Proposals;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>The pages, through HTTP, without script.</summary>
public sealed class ProposalPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_partner_begins_a_proposal_from_an_idea_and_both_pages_say_so(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var idea = await new Given(site).IdeaAsync(await new Given(site).PersonAsync(name: "Ideengeberin"));
        var party = await GivenProposal.PartyAsync(site);
        var browsing = await Browsing.AsAsync(site, party.Editor);
        await browsing.SubmitAsync(Links.NewProposalFrom(idea), "#vorhaben", new() { ["Input.Title"] = "Bänke für alle", ["Input.Readers"] = ProposalForm.Everyone });
        Assert.Equal(Links.Proposal(1), browsing.Last.Headers.Location?.ToString());

        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(Links.Proposal(1));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/vorhaben/1/baenke-fuer-alle"), (visitor.Last.StatusCode, visitor.Last.Headers.Location?.ToString()));
        var page = await visitor.FollowAsync();
        Assert.Contains("Entwurf: alle können mitlesen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ideengeberin", page.QuerySelector("section[aria-labelledby=quellen]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bänke für alle", (await visitor.GetAsync(Links.Idea(idea, "Mehr Bänke am Markt"))).QuerySelector("section[aria-labelledby=vorhaben]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bänke für alle", (await visitor.GetAsync(Links.Proposals)).QuerySelector(".rows")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bänke für alle", (await visitor.GetAsync("/suche?q=Bänke für alle")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bänke für alle", (await visitor.GetAsync(Links.Organisation(party.Organisation.Slug))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_incomplete_says_what_is_missing_and_keeps_what_was_typed()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, (await GivenProposal.PartyAsync(site)).Editor);
        var page = await browsing.SubmitAsync(Links.NewProposal, "#vorhaben", new() { ["Input.Title"] = "", ["Input.Summary"] = "Behalten", ["Input.Ideas"] = "17, viele" });
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.Equal(2, page.QuerySelectorAll(".error-list li").Length);
        Assert.Equal("Behalten", page.QuerySelector("#Input_Summary")!.TextContent.Trim());
        page = await browsing.SubmitAsync(Links.NewProposal, "#vorhaben", new() { ["Input.Title"] = "Radwege", ["Input.Ideas"] = "999" });
        Assert.NotNull(page.QuerySelector("#Input_Ideas-error"));
    }

    [Fact]
    public async Task A_draft_is_seen_by_its_organisations_and_moderators_alone_and_says_so()
    {
        await using var site = await TestSite.StartAsync();
        var proposal = await GivenProposal.InAsync(site);
        var address = Links.Proposal(proposal.Number, "Sichere Radwege");
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);
        Assert.Empty((await visitor.GetAsync(Links.Proposals)).QuerySelectorAll(".rows"));
        foreach (var reader in new[] { proposal.Second.Editor, await new Given(site).PersonAsync(Role.Moderator) })
        {
            var page = await (await Browsing.AsAsync(site, reader)).GetAsync(address);
            Assert.Contains("nur die beteiligten Organisationen und die Moderation", page.QuerySelector(".revision-bar")!.TextContent, StringComparison.Ordinal);
        }

        var lead = await Browsing.AsAsync(site, proposal.Lead.Owner);
        await lead.SubmitAsync(Links.ProposalParties(proposal.Number), "#mitlesen", []);
        await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
    }

    [Fact]
    public async Task What_is_written_is_rendered_and_a_changed_text_is_rendered_anew()
    {
        await using var site = await TestSite.StartAsync();
        var proposal = await GivenProposal.InAsync(site, readAlong: true);
        var (address, visitor) = (Links.Proposal(proposal.Number, "Sichere Radwege"), Browsing.Visitor(site));
        await proposal.WriteAllAsync("So **steht** es <script>alert(1)</script> da.");
        var page = await visitor.GetAsync(address);
        Assert.Equal(6, page.QuerySelectorAll(".draft-section .prose strong").Length);
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Equal(6, await site.WithDbAsync(db => db.Set<RenderedSection>().CountAsync(section => section.Text.Html.Contains("<strong>steht"))));
        await proposal.WriteAllAsync("Jetzt *anders*.");
        Assert.Equal(6, (await visitor.GetAsync(address)).QuerySelectorAll(".draft-section .prose em").Length);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Costs_are_typed_as_people_write_them_and_a_conflict_keeps_them(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var proposal = await GivenProposal.InAsync(site, readAlong: true);
        var (address, browsing) = (Links.ProposalCosts(proposal.Number), await Browsing.AsAsync(site, proposal.Second.Editor));
        var page = await browsing.SubmitAsync(address, "#kosten", new() { ["Input.Lines[0].Label"] = "Schilder", ["Input.Lines[0].OneOff"] = "1.5", ["Input.Lines[1].OneOff"] = "12" });
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#Input_Lines_0__OneOff-error"));
        Assert.NotNull(page.QuerySelector("#Input_Lines_1__Label-error"));
        Assert.Equal("1.5", page.QuerySelector("#Input_Lines_0__OneOff")!.GetAttribute("value"));

        page = await browsing.SubmitAsync(address, "#kosten", new() { ["Input.Lines[0].Label"] = "Schilder", ["Input.Lines[0].OneOff"] = "1.234,56 €", ["Input.Lines[0].Yearly"] = "–", ["Input.Lines[2].Label"] = "Pflege", ["Input.Lines[2].Yearly"] = "500" });
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        page = await Browsing.Visitor(site).GetAsync(Links.Proposal(proposal.Number, "Sichere Radwege"));
        Assert.Equal(["Summe", "1.234,56\u00a0€", "500\u00a0€"], page.QuerySelectorAll(".data-table tfoot th, .data-table tfoot td").Select(cell => cell.TextContent));

        page = await browsing.GetAsync(address);
        var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#kosten")!);
        Assert.Null(await site.UseAsync<CalculateCosts, Refusal?>(async costs => await costs.ExecuteAsync(proposal.Number, [new("Andere", 100, null)], (await proposal.ReadAsync()).Version, proposal.Lead.Editor, default)));
        fields["Input.Lines[0].Label"] = "Meine Schilder";
        page = await browsing.PostAsync(address, fields);
        Assert.Equal(HttpStatusCode.Conflict, browsing.Last.StatusCode);
        Assert.Equal("Meine Schilder", page.QuerySelector("#Input_Lines_0__Label")!.GetAttribute("value"));
        Assert.Contains("Andere", page.QuerySelector("section[aria-labelledby=jetzt]")!.TextContent, StringComparison.Ordinal);
        await browsing.PostAsync(address, Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#kosten")!));
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        Assert.Equal(["Meine Schilder", "Pflege"], (await proposal.ReadAsync()).Costs.OrderBy(cost => cost.Position).Select(cost => cost.Label));
    }

    [Fact]
    public async Task More_rows_come_without_saving_and_without_script()
    {
        await using var site = await TestSite.StartAsync();
        var proposal = await GivenProposal.InAsync(site);
        var browsing = await Browsing.AsAsync(site, proposal.Lead.Editor);
        var page = await browsing.GetAsync(Links.ProposalCosts(proposal.Number));
        var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#kosten")!);
        fields["Input.Lines[2].Label"] = "Noch nicht gespeichert";
        page = await browsing.PostAsync(Links.ProposalCosts(proposal.Number) + "?handler=Rows", fields);
        Assert.Equal(6, page.QuerySelectorAll("#kosten tbody tr").Length);
        Assert.Equal("Noch nicht gespeichert", page.QuerySelector("#Input_Lines_2__Label")!.GetAttribute("value"));
        Assert.Empty((await proposal.ReadAsync()).Costs);
    }

    [Fact]
    public async Task Title_and_summary_survive_a_conflict()
    {
        await using var site = await TestSite.StartAsync();
        var proposal = await GivenProposal.InAsync(site);
        var browsing = await Browsing.AsAsync(site, proposal.Second.Editor);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await browsing.GetAsync(Links.ProposalParties(proposal.Number))).QuerySelector("#beschreiben")!;
        var fields = Browsing.Fields(form);
        Assert.Null(await site.UseAsync<DescribeProposal, Refusal?>(async use => await use.ExecuteAsync(proposal.Number, "Von anderen", "", (await proposal.ReadAsync()).Version, proposal.Lead.Editor, default)));
        fields["Input.Title"] = "Von mir";
        var page = await browsing.PostAsync(form.GetAttribute("action")!, fields);
        Assert.Equal((HttpStatusCode.Conflict, "Von mir"), (browsing.Last.StatusCode, page.QuerySelector("#Input_Title")!.GetAttribute("value")));
        Assert.Contains("Von anderen", page.QuerySelector(".flash .stack")!.TextContent, StringComparison.Ordinal);
        await browsing.PostAsync(form.GetAttribute("action")!, Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#beschreiben")!));
        Assert.Equal("Von mir", (await proposal.ReadAsync()).Title);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Invited_frozen_signed_and_published_by_forms_alone(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (lead, other) = (await GivenProposal.PartyAsync(site, "Stadtwerke Nord"), await GivenProposal.PartyAsync(site, "Museum Süd"));
        var number = await GivenProposal.StartAsync(site, lead);
        var proposal = new GivenProposal(site, number, lead, other, other);
        var (first, second) = (await Browsing.AsAsync(site, lead.Owner), await Browsing.AsAsync(site, other.Owner));
        await first.SubmitAsync(Links.ProposalParties(number), "#einladen", new() { ["Invited.Organisation"] = other.Id.ToString() });
        await second.SubmitAsync(Links.ProposalParties(number), $"#zusagen-{other.Organisation.Slug}", []);
        var page = await first.SubmitAsync(Links.ProposalSigning(number), "#geben", []);
        Assert.Contains("leer", page.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        await proposal.WriteAllAsync();
        await first.SubmitAsync(Links.ProposalSigning(number), "#geben", new() { ["SignBy"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, first.Last.StatusCode);
        await first.SubmitAsync(Links.ProposalSigning(number), "#geben", []);
        Assert.Equal(ProposalStatus.SignOff, (await proposal.ReadAsync()).Status);
        page = await second.SubmitAsync(Links.ProposalSigning(number), $"#ablehnen-{other.Organisation.Slug}", []);
        Assert.Equal((HttpStatusCode.BadRequest, true), (second.Last.StatusCode, page.QuerySelector($"#Reason-{other.Organisation.Slug}-error") is not null));
        await second.SubmitAsync(Links.ProposalSigning(number), $"#zeichnen-{other.Organisation.Slug}", []);
        await first.SubmitAsync(Links.ProposalSigning(number), $"#zeichnen-{lead.Organisation.Slug}", []);
        page = await Browsing.Visitor(site).GetAsync(Links.Proposal(number, "Sichere Radwege"));
        Assert.Equal(["Stadtwerke Nord", "Museum Süd"], page.QuerySelectorAll(".signoff__list strong").Select(name => name.TextContent));
        Assert.Equal(2, page.QuerySelectorAll(".signoff__state--yes").Length);
        Assert.Equal((await proposal.ReadAsync()).ContentHash, page.QuerySelector(".hash")!.TextContent);
        Assert.DoesNotContain(page.QuerySelectorAll("main *"), element => element.TextContent.Contains("Person ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_draft_that_anyone_could_read_is_gone_with_its_reason()
    {
        await using var site = await TestSite.StartAsync();
        var proposal = await GivenProposal.InAsync(site, readAlong: true);
        await (await Browsing.AsAsync(site, proposal.Lead.Owner)).SubmitAsync(Links.ProposalParties(proposal.Number), "#zurueckziehen", new() { ["Reason"] = "Anders gelöst." });
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync(Links.Proposal(proposal.Number, "Sichere Radwege"));
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.Contains("Anders gelöst.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ProposalWithdrawn", (await proposal.ToldAsync(proposal.Second.Owner))[^1]);
    }

    [Theory]
    [InlineData("", null), InlineData(" – ", null), InlineData("0", 0L), InlineData("12", 1200L), InlineData("12,5", 1250L), InlineData("1.234,56 €", 123456L), InlineData("1234,56", 123456L), InlineData("10.000.000.000", 1_000_000_000_000L)]
    public void Amounts_are_read_as_people_write_them(string text, long? cents)
    {
        Assert.True(Euros.TryParse(text, out var read));
        Assert.Equal(cents, read);
    }

    [Theory]
    [InlineData("1.5"), InlineData("12.34"), InlineData("1,234.56"), InlineData("-5"), InlineData("1,234"), InlineData("viel"), InlineData("1.2345"), InlineData("1e5"), InlineData("٣"), InlineData("99999999999999999999")]
    public void Other_amounts_are_not_guessed_at(string text) => Assert.False(Euros.TryParse(text, out _));
}
