using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Texts;
using Participation.Tests.News;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Texts;

/// <summary>What readers and editors see of a text.</summary>
public sealed class TextPagesTests
{
    private const string Form = "#text";
    private const string Whole = "# Eins\n\nDie Stadt baut bis 2027 Radwege an allen Schulen.\n\nWir messen die Luft.\n\n# Zwei\n\n- eins\n- zwei\n\n# Drei\n\nAlle Dienste sind online.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_text_shows_every_paragraph_with_its_number_and_the_way_to_its_discussion(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var number = await SaveTextTests.SavedAsync(site, moderator, Whole);
        await SaveTextTests.CommentAsync(site, passage: 3);
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync(Links.Text(number, "Leitlinien"));
        Assert.Equal("Leitlinien", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Absatz 1", "Absatz 2", "Absatz 3", "Absatz 4"], page.QuerySelectorAll(".text-passage__label").Select(label => label.TextContent));
        Assert.Equal(["/absaetze/2", "/absaetze/3", "/absaetze/5", "/absaetze/7"], page.QuerySelectorAll(".text-passage__talk").Select(link => link.GetAttribute("href")));
        Assert.Equal(["Mitreden", "1\u00A0Beitrag", "Mitreden", "Mitreden"], page.QuerySelectorAll(".text-passage__talk").Select(link => link.TextContent.Replace(' ', '\u00A0')));
        Assert.All(page.QuerySelectorAll(".text-contents a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal(3, page.QuerySelectorAll(".text-contents a").Length);
        Assert.Contains("jederzeit", page.QuerySelector(".text-how")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("article", page.QuerySelector("meta[property='og:type']")!.GetAttribute("content"));
        Assert.Contains("CreativeWork", page.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
        var list = await visitor.GetAsync(Links.Texts);
        Assert.Contains("4 Absätze", list.QuerySelector(".rows")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("1 Beitrag", list.QuerySelector(".rows")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("/texte/1/leitlinien", (await visitor.GetAsync(Links.Process("smart-city"))).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.Contains("/texte/1/leitlinien", await visitor.Client.GetStringAsync(Links.Sitemap), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_discussion_is_over_nobody_is_asked_to_join_in()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync(closesAt: A.Moment);
        var number = await SaveTextTests.SavedAsync(site, await given.PersonAsync(Role.Moderator), "Alpha eins.");
        var page = await Browsing.Visitor(site).GetAsync(Links.Text(number, "Leitlinien"));
        Assert.Equal("Keine Beiträge", page.QuerySelector(".text-passage__talk")!.TextContent);
        Assert.Contains("war bis", page.QuerySelector(".text-how")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_title_in_the_address_leads_on_a_draft_is_for_the_staff_and_a_withdrawn_text_says_why()
    {
        await using var site = await TestSite.StartAsync();
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var number = await SaveTextTests.SavedAsync(site, moderator, "Alpha eins.");
        var draft = await SaveTextTests.SavedAsync(site, moderator, "Beta zwei.", new PublicationChange(PublicationStep.Keep), "Geheim");
        var (visitor, staff) = (Browsing.Visitor(site), await Browsing.AsAsync(site, moderator));
        await visitor.GetAsync("/texte/1/anders");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/texte/1/leitlinien"), (visitor.Last.StatusCode, visitor.Last.Headers.Location!.ToString()));
        await visitor.GetAsync(Links.Text(draft, "Geheim"));
        Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);
        Assert.NotNull((await staff.GetAsync(Links.Text(draft, "Geheim"))).QuerySelector("[role=note]"));
        Assert.DoesNotContain("Geheim", (await visitor.GetAsync(Links.Texts)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", (await visitor.GetAsync("/suche?q=Beta")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await visitor.GetAsync(Links.Text(number, "Leitlinien"));
        Assert.Contains("/leitlinien", await visitor.Client.GetStringAsync(Links.Sitemap), StringComparison.Ordinal);
        await staff.SubmitAsync(Links.EditText(number), Form, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Überholt." });
        var gone = await visitor.GetAsync(Links.Text(number, "Leitlinien"));
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.Contains("Überholt.", gone.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("/leitlinien", await visitor.Client.GetStringAsync(Links.Sitemap), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_editor_sees_what_changes_is_asked_before_a_discussion_goes_and_it_is_listed_at_the_end(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var number = await SaveTextTests.SavedAsync(site, moderator, "Alpha eins steht hier.\n\nBeta zwei steht dort.\n\nGamma drei.");
        await SaveTextTests.CommentAsync(site, passage: 2);
        var (visitor, staff) = (Browsing.Visitor(site), await Browsing.AsAsync(site, moderator));
        await visitor.GetAsync(Links.Text(number, "Leitlinien"));
        Dictionary<string, string> changed = new() { ["Input.Whole"] = "Alpha eins steht jetzt hier.\n\nGamma drei.\n\nVöllig anderer Satz." };
        var preview = await staff.SubmitAsync(Links.EditText(number), Form, changed, "[value=vorschau]");
        Assert.Equal("1 geändert, 1 neu, 1 fällt weg", preview.QuerySelector("[data-changes]")!.TextContent);
        Assert.Equal(3, preview.QuerySelectorAll(".panel .text-passage").Length);
        var asked = await staff.SubmitAsync(Links.EditText(number), Form, changed);
        Assert.Equal(HttpStatusCode.BadRequest, staff.Last.StatusCode);
        Assert.Contains("Beta zwei", asked.QuerySelector("[data-leaving]")!.TextContent, StringComparison.Ordinal);
        var fields = NewsSteps.Sent(asked, Form);
        Assert.Equal("2", fields["Input.Asked[0]"]);
        await staff.PostAsync(Links.EditText(number), fields);
        Assert.Equal(HttpStatusCode.Found, staff.Last.StatusCode);
        var page = await visitor.GetAsync(Links.Text(number, "Leitlinien"));
        Assert.Equal(["absatz-1", "absatz-3", "absatz-4"], page.QuerySelectorAll("article > .text-passages > .text-passage").Select(passage => passage.Id!));
        Assert.Contains("geändert am", page.QuerySelector("#absatz-1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("absatz-2", page.QuerySelector(".text-struck .text-passage")!.Id);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everybody_sees_what_a_text_said_before_and_nobody_what_was_typed_while_it_was_out_of_view(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var number = await SaveTextTests.SavedAsync(site, moderator, "Alpha eins steht hier.");
        var (visitor, staff) = (Browsing.Visitor(site), await Browsing.AsAsync(site, moderator));
        Assert.Null((await visitor.GetAsync(Links.Text(number, "Leitlinien"))).QuerySelector($"a[href='{Links.TextVersions(number)}']"));
        await ChangeAsync("Alpha zwei steht hier.", new() { ["Input.Note"] = "Verzählt" });
        Assert.NotNull((await visitor.GetAsync(Links.Text(number, "Leitlinien"))).QuerySelector($"a[href='{Links.TextVersions(number)}']"));
        var page = await visitor.GetAsync(Links.TextVersions(number));
        Assert.Equal(2, page.QuerySelectorAll("main ol.rows > li").Length);
        Assert.Contains("Verzählt", page.QuerySelector("main ol.rows > li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("eins", "zwei"), (page.QuerySelector("del")!.TextContent.Trim(), page.QuerySelector("ins")!.TextContent.Trim()));
        Assert.Contains("Alpha eins", (await visitor.GetAsync($"{Links.TextVersions(number)}?von=1&bis=1")).QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);

        await ChangeAsync("Alpha zwei steht hier.", new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Überholt." });
        await visitor.GetAsync(Links.TextVersions(number));
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        await ChangeAsync("Alpha geheim steht hier.");
        await ChangeAsync("Alpha drei steht hier.", new() { ["Input.Publish.Step"] = "Publish" });
        page = await visitor.GetAsync(Links.TextVersions(number));
        Assert.Equal(3, page.QuerySelectorAll("main ol.rows > li").Length);
        Assert.DoesNotContain("geheim", page.Source.Text, StringComparison.Ordinal);

        async Task ChangeAsync(string whole, Dictionary<string, string>? more = null)
        {
            await staff.SubmitAsync(Links.EditText(number), Form, new(more ?? []) { ["Input.Whole"] = whole });
            Assert.Equal(HttpStatusCode.Found, staff.Last.StatusCode);
        }
    }

    [Fact]
    public async Task Every_mistake_is_named_at_its_field_and_nothing_typed_is_lost()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync();
        var staff = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        (string Field, string Value, string Link)[] mistakes =
        [
            ("Input.Title", " ", "#Input_Title"), ("Input.Lead", new string('x', DiscussedText.LeadMaxLength + 1), "#Input_Lead"), ("Input.Process", "", "#Input_Process"), ("Input.Process", "gibt-es-nicht", "#Input_Process"),
            ("Input.Paper", "zwölf", "#Input_Paper"), ("Input.Paper", "999", "#Input_Paper"), ("Input.Whole", " ", "#Input_Whole"), ("Input.Whole", "# Nur eine Überschrift", "#Input_Whole"), ("Input.Publish.At", "2020-01-01T10:00", "#Input_Publish_At"),
        ];
        foreach (var (field, value, link) in mistakes)
        {
            var more = Filled(field, value);
            if (field == "Input.Publish.At") more["Input.Publish.Step"] = "Schedule";
            var page = await staff.SubmitAsync(Links.NewText, Form, more);
            Assert.Equal((field, 400), (field, (int)staff.Last.StatusCode));
            Assert.Equal([link], page.QuerySelectorAll(".error-list a").Select(error => error.GetAttribute("href")));
            Assert.NotNull(page.QuerySelector(link));
            if (field != "Input.Whole") Assert.Equal(Whole, page.QuerySelector("#Input_Whole")!.TextContent.Trim().ReplaceLineEndings("\n"));
        }

        Assert.Equal(0, await site.WithDbAsync(db => db.DiscussedTexts.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_text_is_written_and_the_slower_of_two_moderators_sees_what_differs_and_can_save_on(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var one = await given.PersonAsync(Role.Moderator, "Flink");
        var (fast, slow) = (await Browsing.AsAsync(site, one), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        await fast.SubmitAsync(Links.NewText, Form, Filled("Input.Publish.Step", "Publish"));
        Assert.Equal("/texte/1/leitlinien", fast.Last.Headers.Location!.ToString());
        var fields = NewsSteps.Sent(await slow.GetAsync(Links.EditText(1)), Form);
        await fast.SubmitAsync(Links.EditText(1), Form, new() { ["Input.Title"] = "Flinke Leitlinien" });
        fields["Input.Whole"] += "\n\nEin langsamer Satz.";
        var page = await slow.PostAsync(Links.EditText(1), fields);
        Assert.Equal(409, (int)slow.Last.StatusCode);
        Assert.Null(page.QuerySelector("#fehler"));
        Assert.Contains("Flink", page.QuerySelector("[aria-labelledby=inzwischen]")!.TextContent, StringComparison.Ordinal);
        await slow.PostAsync(Links.EditText(1), NewsSteps.Sent(page, Form));
        Assert.Equal(302, (int)slow.Last.StatusCode);
        Assert.Equal(8, await site.WithDbAsync(db => db.TextPassages.CountAsync()));
        Assert.Contains("Leitlinien", (await slow.GetAsync(Links.ManageTexts)).QuerySelector(".queue")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_search_finds_a_text_by_words_of_a_passage_and_leads_there(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var number = await SaveTextTests.SavedAsync(site, await new Given(site).PersonAsync(Role.Moderator), Whole);
        var visitor = Browsing.Visitor(site);
        Assert.Equal(Links.PassageInText(number, "Leitlinien", 3), await HitAsync("luft"));
        Assert.Equal(Links.PassageInText(number, "Leitlinien", 3), await HitAsync("leitlinien+messen"));
        Assert.Equal(Links.Text(number, "Leitlinien"), await HitAsync("leitlinien"));
        Assert.Null(await HitAsync("luft+gibtesnicht"));

        async Task<string?> HitAsync(string words) => (await visitor.GetAsync($"/suche?q={words}")).QuerySelector("[aria-labelledby=texte] h3 a")?.GetAttribute("href");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_demo_city_has_a_draft_that_says_it_is_invented_and_the_strategy_leads_to_it(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var visitor = Browsing.Visitor(site);
        var address = (await visitor.GetAsync(Links.Strategy)).QuerySelector("[aria-labelledby=texte] h3 a")!.GetAttribute("href")!;
        var page = await visitor.GetAsync(address);
        Assert.Contains("Erfundener Entwurf", page.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(page.QuerySelectorAll(".text-passage").Length, 25, 30);
        Assert.Equal(9, page.QuerySelectorAll(".text-contents a").Length);
    }

    private static Dictionary<string, string> Filled(string field, string value) =>
        new(StringComparer.Ordinal) { ["Input.Title"] = "Leitlinien", ["Input.Lead"] = "Worum es geht.", ["Input.Process"] = "smart-city", ["Input.Whole"] = Whole, [field] = value };
}
