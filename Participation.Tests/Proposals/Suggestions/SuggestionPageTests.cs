using System.Net;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals.Suggestions;

/// <summary>Somebody chooses a passage, proposes other words, and reads what became of it, over HTTP.</summary>
public sealed class SuggestionPageTests
{
    [Fact]
    public async Task A_citizen_proposes_a_change_and_is_thanked_on_the_page_of_the_proposal()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Erster <b>Absatz</b>.\n\nAlle **fahren** sicher.");
        var citizen = await Browsing.AsAsync(site, await new Given(site).PersonAsync(name: "Berta Blum"));
        var text = await citizen.GetAsync(Links.ReadProposal(1));
        Assert.Equal(2, text.QuerySelectorAll("#ziel ~ .passage").Length);
        Assert.Null(text.QuerySelector(".passage b"));
        var address = text.QuerySelector("#ziel-2 [data-passage-link]")!.GetAttribute("href")!;
        var form = await citizen.GetAsync(address);
        Assert.Equal("Alle **fahren** sicher.", form.QuerySelector("#stelle")!.TextContent);
        Assert.Equal("Alle **fahren** sicher.", form.QuerySelector("#Input_Replacement")!.TextContent.Trim());
        Assert.Null(form.QuerySelector("#anmerken"));
        var words = await citizen.GetAsync(address + "&auswahl=sicher.");
        Assert.Equal("sicher.", words.QuerySelector("#stelle")!.TextContent);

        var refused = await citizen.SubmitAsync(address, "#vorschlagen", new() { ["Input.Replacement"] = "Alle **fahren** gern.", ["Input.Reason"] = "" });
        Assert.Equal((HttpStatusCode.BadRequest, "Alle **fahren** gern."), (citizen.Last.StatusCode, refused.QuerySelector("#Input_Replacement")!.TextContent.Trim()));
        await citizen.SubmitAsync(address, "#vorschlagen", new() { ["Input.Replacement"] = "Alle **fahren** gern.", ["Input.Reason"] = "<i>Freundlicher</i>" });
        Assert.Equal(Links.Suggestion(1, 1), citizen.Last.Headers.Location?.ToString());
        Assert.NotNull((await citizen.GetAsync(Links.Suggestion(1, 1))).QuerySelector("#zurueckziehen"));

        var visitor = Browsing.Visitor(site);
        var shown = await visitor.GetAsync(Links.Suggestion(1, 1));
        Assert.Equal(("sicher.", "gern."), (shown.QuerySelector(".suggestion del")!.TextContent, shown.QuerySelector(".suggestion ins")!.TextContent));
        Assert.Null(shown.QuerySelector(".suggestion i"));
        Assert.Null(shown.QuerySelector("main form"));
        Assert.Contains(Links.ReportOf(Links.Suggestion(1, 1)), shown.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("Vorschlag 1", (await visitor.GetAsync(Links.ReadProposal(1))).QuerySelector("#ziel-2 .passage__mark")!.TextContent.Replace('\u00a0', ' '));
        Assert.Null((await visitor.GetAsync(Links.Proposal(1, "Sichere Radwege"))).QuerySelector("#dank"));

        var writer = await Browsing.AsAsync(site, given.Editor);
        await writer.SubmitAsync(Links.Suggestion(1, 1), "#uebernehmen", []);
        Assert.Equal(HttpStatusCode.Redirect, writer.Last.StatusCode);
        Assert.Contains("Berta Blum", (await visitor.GetAsync(Links.Proposal(1, "Sichere Radwege"))).QuerySelector("#dank")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Radverein Ratingen", (await visitor.GetAsync(Links.SuggestionsDecided(1))).QuerySelector("#vorschlag-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_lost_when_the_passage_changes_or_goes()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren sicher.");
        var citizen = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        var address = Links.Passage(1, SectionKind.Goal, 1, 0, 19);
        var values = new Dictionary<string, string> { ["Input.Quote"] = "Alle fahren schnell.", ["Input.Replacement"] = "Wir fahren.", ["Input.Reason"] = "Kürzer." };
        var again = await citizen.SubmitAsync(address, "#vorschlagen", values);
        Assert.Equal((HttpStatusCode.Conflict, "Wir fahren."), (citizen.Last.StatusCode, again.QuerySelector("#Input_Replacement")!.TextContent.Trim()));
        await citizen.SubmitAsync(address, "#vorschlagen", new() { ["Input.Replacement"] = "Wir fahren.", ["Input.Reason"] = "Kürzer." });
        await given.WriteAsync(SectionKind.Goal, "");
        Assert.Contains("Stelle entfernt", (await citizen.GetAsync(Links.Suggestion(1, 1))).QuerySelector("#ort")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Stelle entfernt", (await citizen.GetAsync(Links.ReadProposal(1))).QuerySelector("#entfernt")!.TextContent);
        var writer = await Browsing.AsAsync(site, given.Owner);
        var decide = await writer.GetAsync(Links.Suggestion(1, 1));
        Assert.Null(decide.QuerySelector("#uebernehmen"));
        await writer.SubmitAsync(Links.Suggestion(1, 1), "#ablehnen", new() { ["Input.Reason"] = "Der Satz ist gestrichen." });
        Assert.Equal(HttpStatusCode.Redirect, writer.Last.StatusCode);
        Assert.NotNull((await citizen.GetAsync(address)).QuerySelector(".flash--wait"));
        foreach (var wrong in new[] { Links.Passage(1, SectionKind.Goal, 99, 0, 3), Links.Passage(1, SectionKind.Goal, -1, 0, 3), Links.Passage(1, SectionKind.Goal, 1, 5, 2), Links.Passage(1, SectionKind.Goal, 1, -7, int.MaxValue), "/vorhaben/1/mitreden/stelle?abschnitt=Unsinn&von=x" })
        {
            var page = await citizen.GetAsync(wrong);
            Assert.Equal((wrong, HttpStatusCode.OK, true), (wrong, citizen.Last.StatusCode, page.QuerySelector("#vorschlagen") is null));
        }
    }

    [Fact]
    public async Task Whoever_decides_second_reads_what_the_first_decided()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        await given.SuggestAsync(await new Given(site).PersonAsync(), "Alle", "Wir");
        var second = await Browsing.AsAsync(site, given.Editor);
        var page = await second.GetAsync(Links.Suggestion(1, 1));
        Assert.Null(await given.DeclineAsync(given.Owner, 1, "Zu kurz."));
        var told = await second.PostAsync(Links.SuggestionAction(1, 1, "Accept"), new() { ["__RequestVerificationToken"] = page.QuerySelector("#uebernehmen input")!.GetAttribute("value")! });
        Assert.Equal(HttpStatusCode.Conflict, second.Last.StatusCode);
        Assert.Contains("Zu kurz.", told.QuerySelector("#stand")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Alle fahren.", (await given.TextAsync(SectionKind.Goal)).Text);
    }

    [Fact]
    public async Task What_was_suggested_inside_a_closed_draft_stays_inside_when_it_is_published()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site, readAlong: false);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren. Vertraulich.");
        await given.SuggestAsync(given.Editor, "Vertraulich.", "Geheim.");
        await given.ChangeAsync((proposal, now) => proposal.Freeze("0", [], DateOnly.FromDateTime(now.UtcDateTime).AddDays(9), DateOnly.FromDateTime(now.UtcDateTime), now)
            ?? proposal.Sign(given.Lead.Id, given.Owner.Person, "0", DateOnly.FromDateTime(now.UtcDateTime), now) ?? proposal.Sign(given.Second.Id, given.Editor.Person, "0", DateOnly.FromDateTime(now.UtcDateTime), now));
        var visitor = Browsing.Visitor(site);
        Assert.Empty((await visitor.GetAsync(Links.Suggestions(1))).QuerySelectorAll(".suggestion-row"));
        await visitor.GetAsync(Links.Suggestion(1, 1));
        Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);
        Assert.Null((await visitor.GetAsync(Links.ReadProposal(1))).QuerySelector(".passage__mark"));
        await given.SuggestAsync(await new Given(site).PersonAsync(), "Alle", "Wir");
        Assert.Single((await visitor.GetAsync(Links.Suggestions(1))).QuerySelectorAll(".suggestion-row"));
    }

    [Fact]
    public async Task Those_who_take_part_talk_about_a_passage_and_nobody_else_reads_it()
    {
        await using var site = await TestSite.StartAsync();
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren sicher.");
        var writer = await Browsing.AsAsync(site, given.Editor);
        await writer.SubmitAsync(Links.Passage(1, SectionKind.Goal, 1, 0, 4), "#anmerken", new() { ["Remark.Body"] = "Wer ist <b>alle</b>?" });
        Assert.Equal(Links.Remark(1, 1), writer.Last.Headers.Location?.ToString());
        var other = await Browsing.AsAsync(site, given.Owner);
        Assert.NotNull((await other.GetAsync(Links.ReadProposal(1))).QuerySelector("#ziel-1 .passage__mark"));
        await other.SubmitAsync(Links.Remark(1, 1), "#antworten", new() { ["Input.Body"] = "Alle eben." });
        await other.SubmitAsync(Links.Remark(1, 1), "#erledigen", []);
        await given.WriteAsync(SectionKind.Goal, "");
        var page = await writer.GetAsync(Links.Remark(1, 1));
        Assert.Equal("Stelle entfernt", page.QuerySelector("#ort")!.TextContent);
        Assert.Equal("Wer ist <b>alle</b>?", page.QuerySelector("#anmerkung-1 .keep-lines")!.TextContent);
        Assert.Contains("Alle eben.", page.QuerySelector("#anmerkung-2")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await writer.GetAsync(Links.RemarksSettled(1))).QuerySelectorAll("#anmerkung-1"));

        var citizen = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        foreach (var address in new[] { Links.Remarks(1), Links.Remark(1, 1) })
        {
            await citizen.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, citizen.Last.StatusCode);
        }

        Assert.Null((await citizen.GetAsync(Links.ReadProposal(1))).QuerySelector(".passage__mark"));
    }
}
